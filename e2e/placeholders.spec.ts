import { lightTheme } from '@autograph/render';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import { test as base, expect, makeFile, openFile, signIn, signInByApi } from './product.ts';
import { withStoredProduct } from './stored.ts';

interface Worker {
  /** A product into whose files anything can be put, past every service. */
  open: { url: string; put: (id: string, shapes: Readonly<Record<string, unknown>>) => Promise<void> };
}

const test = base.extend<object, Worker>({
  open: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      await withStoredProduct(({ url, client }) =>
        use({
          url,
          async put(id, shapes) {
            const doc = new Y.Doc();
            const map: Y.Map<unknown> = doc.getMap('shapes');
            for (const [key, value] of Object.entries(shapes))
              map.set(key, typeof value === 'object' && value !== null ? new Y.Map(Object.entries(value)) : value);
            const update = Buffer.from(Y.encodeStateAsUpdate(doc));
            await client.query('insert into document_updates (file_id, update) values ($1, $2)', [id, update]);
            await client.query('update files set version = version + 1 where id = $1', [id]);
          },
        }),
      );
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const shape = (id: string, more: object) => ({
  id,
  type: 'rectangle',
  x: 0,
  y: 0,
  w: 184,
  h: 88,
  rotation: 0,
  parent_id: null,
  index: 'a1',
  ...more,
});

const stored: Readonly<Record<string, unknown>> = {
  sound: shape('sound', { x: 40, y: 60, text: 'Web app' }),
  unknown: shape('unknown', { x: 280, y: 60, type: 'hologram', glow: { at: [1, 2] } }),
  nan: shape('nan', { x: 520, y: Number.NaN }),
  long: shape('long', { x: 40, y: 220, text: 'x'.repeat(10_000_000) }),
  deep: shape('deep', { x: 280, y: 220, fill: JSON.parse('['.repeat(200) + ']'.repeat(200)) }),
  broken: shape('broken', { x: 520, y: 220, type: 'picture', svg: '<svg broken' }),
  lost: shape('lost', { x: 760, y: 220, type: 'picture', asset: 'nowhere' }),
  junk: 'garbage',
  arrow: shape('arrow', { type: 'arrow', w: 0, h: 0, start: { shape_id: 'sound' }, end: { shape_id: 'unknown' } }),
  ...Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [
      `f${i}`,
      shape(`f${i}`, {
        type: 'frame',
        ...(i === 0 ? { x: 40, y: 400 } : { x: 3, y: 1, parent_id: `f${i - 1}` }),
        w: 620 - 3 * i,
        h: 280 - i,
        ...(i === 199 && { text: 'Innermost' }),
      }),
    ]),
  ),
};

/** The board at 100 % as it looks: the colour of a px of the page, as `#rrggbb`. */
async function look(page: Page) {
  const box = await page.getByRole('application', { name: 'Board' }).boundingBox();
  if (!box) throw new Error('no board');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+0');
  // The rulers tell where the page is.
  await page.keyboard.press('Shift+r');
  const [x, y] = [box.x + box.width / 2, box.y + 40];
  await page.mouse.move(x, y);
  const markers = { x: page.locator('[data-ruler-marker="x"]'), y: page.locator('[data-ruler-marker="y"]') };
  await expect(markers.x).toBeVisible();
  const reading = async (axis: 'x' | 'y') => Number(await markers[axis].getAttribute('data-at'));
  const corner = { x: x - (await reading('x')), y: y - (await reading('y')) };
  await page.keyboard.press('Shift+r');
  await expect(markers.x).toHaveCount(0);
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  const image = await loadImage(await page.screenshot());
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return (x: number, y: number) => {
    const { data } = context.getImageData(Math.round(corner.x + x), Math.round(corner.y + y), 1, 1);
    return `#${[...data.slice(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
}

const steps = (from: number, to: number, by: number) => Array.from({ length: Math.ceil((to - from) / by) }, (_, i) => from + i * by);

test.describe('bad data in a file', () => {
  test('shows placeholders, is kept, and leaves the rest of the board at work', async ({ page, open }) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      // The browser itself complains of the picture that is not there.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await signIn(page, open.url);
    const id = await makeFile(open.url);
    await open.put(id, stored);
    await openFile(page, open.url, id);
    const board = page.getByRole('application', { name: 'Board' });
    const spoken = (name: RegExp) => expect(page.getByRole('treeitem', { name })).toBeAttached();
    await spoken(/^Placeholder, hologram that cannot be shown: This version does not know the kind “hologram”/);
    await spoken(/^Placeholder, rectangle that cannot be shown: Its text is too long: 10,000,000 characters/);
    await spoken(/^Placeholder, rectangle that cannot be shown: Its fill cannot be read/);
    await spoken(/^Arrow, from Web app to hologram/);
    await board.focus();
    await page.keyboard.press('Shift+1');
    await expect(page.getByRole('treeitem', { name: /^Picture/ })).toHaveCount(2);

    // What is nested 200 deep is there to its innermost.
    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: 'Find on the canvas' }).fill('Innermost');
    await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    const innermost = page.getByRole('treeitem', { name: /^Frame, Innermost/, selected: true });
    await expect(innermost).toHaveAttribute('aria-level', '200');
    await board.focus();

    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: 'Find on the canvas' }).fill('hologram');
    await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await board.focus();

    // It can be taken by the pointer, moved, deleted and put back.
    const { call } = await signInByApi(open.url);
    const shapes = async () => {
      const content = (await call(`/api/diagrams/${id}`)).json();
      return new Map<string, Record<string, unknown>>(content.canvas_data.shapes.map((each: { id: string }) => [each.id, each]));
    };
    const answered = await shapes();
    expect(answered.get('unknown')).toMatchObject({ type: 'placeholder', kind: 'hologram', x: 280 });
    expect(answered.get('nan')).toMatchObject({ type: 'placeholder', problem: 'Its y cannot be read.' });
    expect(answered.get('junk')).toMatchObject({ type: 'placeholder', kept: '"garbage"' });
    // Pictures that are broken or lost leave their place in grey, and every frame has its edge.
    const pixel = await look(page);
    const ground = pixel(500, 200);
    const grey = lightTheme.fill('grey', 'soft');
    expect(ground).not.toBe(grey);
    for (const [x, y] of [
      [520, 220],
      [760, 220],
    ] as const) {
      const inside = steps(4, 180, 25).flatMap((dx) => steps(4, 84, 20).map((dy) => pixel(x + dx, y + dy)));
      expect(new Set(inside)).toEqual(new Set([grey]));
      expect([pixel(x - 6, y + 40), pixel(x + 190, y + 40), pixel(x + 90, y - 6), pixel(x + 90, y + 94)]).toEqual(Array(4).fill(ground));
    }
    for (const id of ['unknown', 'nan', 'long', 'deep']) {
      const { x, y, h } = answered.get(id) ?? {};
      expect(pixel(Number(x) + 6, Number(y) + Number(h) - 8), id).toBe(grey);
    }
    const edge = pixel(42, 660);
    const across = steps(38, 650, 1).map((x) => pixel(x, 660) === edge);
    expect(across.filter((isEdge, at) => isEdge && !across[at - 1])).toHaveLength(200);

    await page.keyboard.press('Control+a');
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await shapes()).get('unknown')?.x).toBe(281);
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await shapes()).size).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await shapes()).size, { timeout: 15_000 }).toBe(Object.keys(stored).length);
    const back = await shapes();
    expect(back.get('unknown')?.kept).toContain('"glow":{"at":[1,2]}');
    expect(String(back.get('long')?.kept).length).toBeGreaterThan(10_000_000);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();

    // The server draws the same placeholders.
    const svg = new TextDecoder().decode((await call(`/api/diagrams/${id}/export?format=svg`)).bytes);
    expect(svg).toContain('hologram');
    for (const format of ['png', 'pdf']) expect((await call(`/api/diagrams/${id}/export?format=${format}`)).status).toBe(200);
    expect(complaints).toEqual([]);
  });
});
