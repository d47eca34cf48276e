import type { Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

const perSecond = 60;
const middle = { x: 720, y: 450 };

/** Run before the page's own programs: counts what is filled, stroked and written on its canvases. */
const counting = `{
  window.agPainted = 0;
  for (const kind of ['fill', 'fillRect', 'fillText', 'stroke']) {
    const paint = CanvasRenderingContext2D.prototype[kind];
    CanvasRenderingContext2D.prototype[kind] = function (...args) {
      window.agPainted += 1;
      return paint.apply(this, args);
    };
  }
}`;

/** How much the page paints while something is done, acts on its canvases. */
async function painted(page: Page, act: () => Promise<unknown>): Promise<number> {
  const before = await page.evaluate<number>('window.agPainted');
  await act();
  return (await page.evaluate<number>('window.agPainted')) - before;
}

const board = 'canvas[data-layer=board]';

/** What the board's canvas shows. */
const pictureOf = (page: Page) => page.evaluate<string>(`document.querySelector('${board}').toDataURL()`);

test('1,000 rectangles are panned, zoomed and dragged without being painted anew for each event [F226][F620]', async ({
  page,
  product,
}) => {
  await page.addInitScript(counting);
  const count = 1000;
  const rectangles = Array.from({ length: count }, (_, i) => ({
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
  await page.getByRole('application', { name: 'Board' }).focus();
  await page.keyboard.press('Shift+1');
  await page.keyboard.press('Control+a');
  const picture = () => pictureOf(page);
  await page.mouse.move(middle.x, middle.y);
  const events = 60;
  /** Painting the board anew once would take more than two acts for each rectangle, for each event sixty times as many. */
  const most = 10 * count;

  const fitted = await picture();
  const pan = await painted(page, async () => {
    for (let i = 0; i < events; i++) await page.mouse.wheel(i % 20 < 10 ? 6 : -6, i % 20 < 10 ? 8 : -8);
    await page.mouse.wheel(40, 60);
    await expect.poll(async () => (await picture()) === fitted).toBe(false);
  });
  expect(pan, 'pan').toBeLessThan(most);

  const panned = await picture();
  const zoom = await painted(page, async () => {
    await page.keyboard.down('Control');
    for (let i = 0; i < events; i++) await page.mouse.wheel(0, i % 20 < 10 ? -10 : 10);
    await page.mouse.wheel(0, -30);
    await page.keyboard.up('Control');
    await expect.poll(async () => (await picture()) === panned).toBe(false);
    await expect(page.locator(board), 'painted anew at rest').toHaveCSS('transform', 'none');
  });
  expect(zoom, 'zoom').toBeLessThan(most);

  const drag = await painted(page, async () => {
    await page.mouse.down();
    for (let i = 0; i < events; i++) await page.mouse.move(middle.x + i, middle.y + 40 * Math.sin(i / 15));
    await page.mouse.up();
  });
  expect(drag, 'drag of all').toBeLessThan(most);
  await expect.poll(async () => (await readFile(product.url, id)).canvas_data.shapes[0].x).not.toBe(0);
});

test('each key typed into the text of fifty nodes is seen on the board, and none of quick ones is lost [F277]', async ({
  page,
  product,
}) => {
  const nodes = Array.from({ length: 49 }, (_, i) => `  n${i}[Node ${i}] --> n${i + 1}`);
  const id = await makeFile(product.url, { blocks: [{ language: 'mermaid', source: `flowchart TB\n${nodes.join('\n')}\n  n49[Last]` }] });
  await openFile(page, product.url, id);
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await page.getByRole('application', { name: 'Board' }).focus();
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find on the canvas' }).fill('Last');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+2');
  await page.getByRole('textbox', { name: /^Code of/ }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowLeft');
  const words = '-of-them-all-typed-key-by-key';
  for (const key of words) {
    const before = await pictureOf(page);
    await page.keyboard.type(key);
    await expect.poll(async () => (await pictureOf(page)) === before, `the board as before ${key}`).toBe(false);
  }
  const label = async (): Promise<string | undefined> =>
    (await readFile(product.url, id)).canvas_data.shapes.find(({ text }: { text?: string }) => text?.startsWith('Last'))?.text;
  await expect.poll(label).toBe(`Last${words}`);
  const more = ', and some in one go';
  await page.keyboard.type(more, { delay: 1000 / perSecond });
  await expect.poll(label).toBe(`Last${words}${more}`);
});
