import type { CDPSession, Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

const perSecond = 60;
const middle = { x: 720, y: 450 };

/** What the main thread has worked, ms of its own time: other work on the machine does not count. */
async function workedMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, Math.max(0, ms)));

/** Run in the page: how many frames it has drawn since this was first asked. */
const frames = `(window.agFrames ??= { drawn: 0, note() { this.drawn += 1; requestAnimationFrame(() => this.note()); } }, window.agFrames.drawn === 0 && window.agFrames.note(), window.agFrames.drawn)`;

/** The work for one frame, ms, while input comes 60 times a second for two seconds, whether the page keeps up or not. */
async function workPerFrame(page: Page, cdp: CDPSession, send: (i: number) => Promise<unknown>): Promise<number> {
  const drawn = await page.evaluate<number>(frames);
  const before = await workedMs(cdp);
  const start = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i < 2 * perSecond; i++) {
    await wait(start + (i * 1000) / perSecond - performance.now());
    sent.push(send(i));
  }
  await Promise.all(sent);
  const worked = (await workedMs(cdp)) - before;
  return worked / ((await page.evaluate<number>(frames)) - drawn);
}

test('1,000 rectangles are panned, zoomed and dragged with less work than 60 frames a second leave time for [F226][F620]', async ({
  page,
  product,
}) => {
  test.setTimeout(240_000);
  const rectangles = Array.from({ length: 1000 }, (_, i) => ({
    id: `sh_${i}`,
    type: 'rectangle',
    x: (i % 40) * 160,
    y: Math.floor(i / 40) * 100,
    w: 110,
    h: 60,
    text: `node ${i}`,
  }));
  const id = await makeFile(product.url, { canvas_data: { shapes: rectangles, blocks: [] } });
  await openFile(page, product.url, id);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const turn = (deltaX: number, deltaY: number, modifiers: number) =>
    cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...middle, deltaX, deltaY, modifiers });
  const move = (x: number, y: number) =>
    cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, button: 'left', buttons: 1, clickCount: 1 });

  const keepsUp = (name: string, act: () => Promise<number>) =>
    expect(async () => {
      expect(await act(), `${name}: ms of work for a frame`).toBeLessThan(1000 / perSecond);
    }).toPass({ timeout: 60_000 });

  await page.getByRole('application', { name: 'Board' }).focus();
  await page.keyboard.press('Shift+1');
  await page.keyboard.press('Control+a');
  const board = 'canvas[data-layer=board]';
  const picture = () => page.evaluate<string>(`document.querySelector('${board}').toDataURL()`);
  const fitted = await picture();
  await keepsUp('pan', () => workPerFrame(page, cdp, (i) => turn(i % 60 < 32 ? 6 : -6, i % 60 < 32 ? 8 : -8, 0)));
  const panned = await picture();
  expect(panned).not.toBe(fitted);
  await keepsUp('zoom', () => workPerFrame(page, cdp, (i) => turn(0, i % 60 < 32 ? -10 : 10, 2)));
  await expect.poll(picture).not.toBe(panned);
  await expect(page.locator(board), 'painted anew at rest').toHaveCSS('transform', 'none');
  await keepsUp('drag of all', async () => {
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    const work = await workPerFrame(page, cdp, (i) => move(middle.x + i, middle.y + 40 * Math.sin(i / 15)));
    await page.mouse.up();
    return work;
  });
  await expect.poll(async () => (await readFile(product.url, id)).canvas_data.shapes[0].x).not.toBe(0);
});

test('each key typed into the text of fifty nodes is on the board within 100 ms of work, and none is lost [F277]', async ({
  page,
  product,
}) => {
  const nodes = Array.from({ length: 49 }, (_, i) => `  n${i}[Node ${i}] --> n${i + 1}`);
  const id = await makeFile(product.url, { blocks: [{ language: 'mermaid', source: `flowchart TB\n${nodes.join('\n')}\n  n49[Last]` }] });
  await openFile(page, product.url, id);
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await page.getByRole('textbox', { name: /^Code of/ }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowLeft');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const words = ' of them all, typed key by key';
  const label = async (): Promise<string | undefined> =>
    (await readFile(product.url, id)).canvas_data.shapes.find(({ text }: { text?: string }) => text?.startsWith('Last'))?.text;
  const before = await workedMs(cdp);
  await page.keyboard.type(words, { delay: 1000 / perSecond });
  await expect.poll(label).toBe(`Last${words}`);
  expect(((await workedMs(cdp)) - before) / words.length).toBeLessThan(100);
});
