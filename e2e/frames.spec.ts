import type { Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, signInByApi, test } from './product.ts';

type Stored = { id: string; type: string; x: number; y: number; w: number; h: number; parent_id: string | null } & Record<string, unknown>;

const shape = (id: string, type: string, x: number, y: number, w: number, h: number, rest: Record<string, unknown> = {}) => ({
  id,
  type,
  x,
  y,
  w,
  h,
  ...rest,
});

const stored = async (url: string, id: string): Promise<Stored[]> => (await readFile(url, id)).canvas_data.shapes;

/** Opens a file and gives where page coordinates are on the screen, at 100 %. */
async function openBoard(page: Page, url: string, shapes: readonly object[]) {
  const id = await makeFile(url, { canvas_data: { shapes, blocks: [] } });
  await openFile(page, url, id);
  const board = page.getByRole('application', { name: 'Board' });
  const box = await board.boundingBox();
  if (!box) throw new Error('no board');
  await board.focus();
  await page.keyboard.press('Shift+0');
  // The rulers tell where the page is.
  await page.keyboard.press('Shift+r');
  await page.mouse.move(box.x + 500, box.y + 300);
  const reading = async (axis: 'x' | 'y') => Number(await page.locator(`[data-ruler-marker="${axis}"]`).getAttribute('data-at'));
  await expect(page.locator('[data-ruler-marker="x"]')).toBeVisible();
  const corner = { x: box.x + 500 - (await reading('x')), y: box.y + 300 - (await reading('y')) };
  await page.keyboard.press('Shift+r');
  const at = (x: number, y: number) => [corner.x + x, corner.y + y] as const;
  const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
    await page.mouse.move(...at(...from));
    await page.mouse.down();
    await page.mouse.move(...at(...to), { steps: 5 });
    await page.mouse.up();
  };
  /** A part of the board as it looks with the pointer elsewhere and nothing selected. */
  const look = async (x: number, y: number, width: number, height: number) => {
    await page.keyboard.press('Escape');
    await page.mouse.move(...at(900, 560));
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    const [left, top] = at(x, y);
    return (await page.screenshot({ clip: { x: left, y: top, width, height } })).toString('base64');
  };
  return { id, at, drag, look };
}

const framed = [
  shape('sh_frame', 'frame', 200, 100, 400, 300, { text: 'Frame' }),
  shape('sh_box', 'rectangle', 60, 80, 120, 80, { parent_id: 'sh_frame', text: 'API' }),
  shape('sh_far', 'rectangle', 340, 180, 160, 80, { parent_id: 'sh_frame' }),
];

test.describe('frames', () => {
  test('draws a frame that carries what is drawn in it [F228]', async ({ page, product }) => {
    const { id, drag, at } = await openBoard(page, product.url, [shape('sh_a', 'rectangle', 0, 0, 60, 40)]);
    await page.keyboard.press('f');
    // Away from the panel, from under which the board would move.
    await drag([-200, 100], [200, 400]);
    await page.keyboard.press('r');
    await drag([-100, 200], [0, 260]);
    await expect.poll(async () => (await stored(product.url, id)).length).toBe(3);
    const frame = (await stored(product.url, id)).find(({ type }) => type === 'frame');
    const inside = async () => (await stored(product.url, id)).find(({ parent_id }) => parent_id === frame?.id);
    await expect.poll(async () => (await inside())?.x).toBeCloseTo(100, 0);
    await page.mouse.click(...at(-140, 380));
    await drag([-140, 380], [-100, 420]);
    await expect.poll(async () => (await stored(product.url, id)).find(({ type }) => type === 'frame')?.x).not.toBe(frame?.x);
    expect((await inside())?.x).toBeCloseTo(100, 0);
  });

  test('names a frame in its heading [F229]', async ({ page, product }) => {
    const { id, at, look } = await openBoard(page, product.url, framed);
    const before = await look(210, 105, 200, 30);
    await page.mouse.dblclick(...at(232, 119));
    await page.keyboard.type('Backend Services');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stored(product.url, id)).find(({ type }) => type === 'frame')?.text).toBe('Backend Services');
    expect(await look(210, 105, 200, 30)).not.toBe(before);
    const { call } = await signInByApi(product.url);
    const svg = new TextDecoder().decode((await call(`/api/diagrams/${id}/export?format=svg`)).bytes);
    expect(svg).toContain('Backend Services');
  });

  test('tints a frame in 8 colours [F230]', async ({ page, product }) => {
    const { id, at } = await openBoard(page, product.url, framed);
    await page.mouse.click(...at(300, 380));
    const panel = page.getByRole('complementary', { name: 'Properties' });
    const colours = panel.getByRole('radiogroup', { name: 'Stroke' }).getByRole('radio');
    await expect(colours).toHaveCount(8);
    for (const name of ['black', 'grey', 'red', 'orange', 'yellow', 'green', 'purple', 'blue']) {
      await colours.and(panel.getByRole('radio', { name, exact: true })).click();
      await expect.poll(async () => (await stored(product.url, id)).find(({ type }) => type === 'frame')?.stroke).toBe(name);
    }
  });

  test('moves an inner frame alone, and with the outer one [F231]', async ({ page, product }) => {
    const { id, at, drag } = await openBoard(page, product.url, [
      shape('sh_outer', 'frame', 100, 100, 500, 400, { text: 'Outer' }),
      shape('sh_inner', 'frame', 100, 100, 200, 150, { text: 'Inner', parent_id: 'sh_outer' }),
    ]);
    const place = async (which: string) => {
      const found = (await stored(product.url, id)).find((one) => one.id === which);
      return found && [found.x, found.y, found.parent_id];
    };
    await page.mouse.click(...at(150, 450));
    await page.keyboard.down('Control');
    await drag([150, 450], [180, 470]);
    await expect.poll(() => place('sh_outer')).toEqual([130, 120, null]);
    expect(await place('sh_inner')).toEqual([100, 100, 'sh_outer']);
    await page.keyboard.up('Control');
    await page.mouse.click(...at(300, 340));
    await page.keyboard.down('Control');
    await drag([300, 340], [340, 360]);
    await page.keyboard.up('Control');
    await expect.poll(() => place('sh_inner')).toEqual([140, 120, 'sh_outer']);
    expect(await place('sh_outer')).toEqual([130, 120, null]);
  });

  test('folds to its heading and unfolds to what it was [F232]', async ({ page, product }) => {
    const { id, at, look } = await openBoard(page, product.url, framed);
    const content = () => look(220, 150, 360, 240);
    const heading = () => look(470, 102, 128, 34);
    const [before, plain] = [await content(), await heading()];
    const kept = await stored(product.url, id);
    await page.mouse.move(...at(300, 380));
    await page.mouse.click(...at(582, 119));
    const empty = await content();
    expect(empty).not.toBe(before);
    expect(empty).toBe(await look(640, 150, 360, 240));
    expect(await look(470, 102, 128, 34)).not.toBe(plain);
    await expect.poll(async () => (await stored(product.url, id))[0]?.collapsed).toBe(true);
    await page.mouse.move(...at(400, 119));
    await page.mouse.click(...at(502, 119));
    expect(await content()).toBe(before);
    await expect.poll(() => stored(product.url, id)).toEqual(kept);
  });

  test('keeps a locked frame as it is while its content moves [F233]', async ({ page, product }) => {
    const { id, at, drag } = await openBoard(page, product.url, framed);
    const find = async (which: string) => (await stored(product.url, id)).find((one) => one.id === which);
    await page.mouse.click(...at(300, 380));
    await page.keyboard.press('Control+l');
    await expect.poll(async () => (await find('sh_frame'))?.locked).toBe(true);
    await drag([600, 400], [700, 460]);
    await page.keyboard.press('Escape');
    await drag([320, 220], [360, 250]);
    await expect.poll(async () => (await find('sh_box'))?.x).not.toBe(60);
    expect(await find('sh_frame')).toMatchObject({ x: 200, y: 100, w: 400, h: 300 });
    await page.mouse.click(...at(300, 380));
    await page.keyboard.press('Control+l');
    await expect.poll(async () => (await find('sh_frame'))?.locked).toBeUndefined();
    await drag([600, 400], [700, 460]);
    await expect.poll(async () => (await find('sh_frame'))?.w).toBeGreaterThan(450);
  });

  test('cuts off what sticks out of a frame', async ({ page, product }) => {
    const { look } = await openBoard(page, product.url, framed);
    expect(await look(610, 290, 80, 60)).toBe(await look(610, 450, 80, 60));
    expect(await look(545, 290, 50, 60)).not.toBe(await look(545, 150, 50, 60));
  });
});
