import type { Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

const shape = (id: string, type: string, x: number, y: number, w: number, h: number, rest: Record<string, unknown> = {}) => ({
  id,
  type,
  x,
  y,
  w,
  h,
  ...rest,
});

const row = [
  shape('sh_a', 'rectangle', 100, 200, 100, 60),
  shape('sh_b', 'rectangle', 260, 200, 100, 60),
  shape('sh_c', 'rectangle', 420, 200, 100, 60),
];

/** Opens a board at 100 % with the page's corner at its own. */
async function openBoard(page: Page, url: string, shapes: readonly object[]) {
  const id = await makeFile(url, { canvas_data: { shapes: [], blocks: [] } });
  await openFile(page, url, id);
  const board = page.getByRole('application', { name: 'Board' });
  const box = await board.boundingBox();
  if (!box) throw new Error('no board');
  await board.focus();
  const at = (x: number, y: number) => [box.x + x, box.y + y] as const;
  const drag = async (...way: readonly (readonly [number, number])[]) => {
    await page.mouse.move(...at(...(way[0] ?? [0, 0])));
    await page.mouse.down();
    for (const point of way.slice(1)) await page.mouse.move(...at(...point), { steps: 4 });
  };
  const drawn = () => readFile(url, id).then((file) => file.canvas_data.shapes);
  for (const { x, y, w, h } of shapes as readonly (typeof row)[number][]) {
    await page.keyboard.press('r');
    await page.keyboard.down('Control');
    await drag([x, y], [x + w, y + h]);
    await page.mouse.up();
    await page.keyboard.up('Control');
  }
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await drawn()).length).toBe(shapes.length);
  const pixels = async (x: number, y: number, width: number, height: number) => {
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    const [left, top] = at(x, y);
    return (await page.screenshot({ clip: { x: left, y: top, width, height } })).toString('base64');
  };
  return { id, at, drag, drawn, pixels };
}

test.describe('arranging', () => {
  test('selects with a loop drawn by hand what it encloses wholly [F171]', async ({ page, product }) => {
    const { drag, pixels } = await openBoard(page, product.url, row);
    await page.keyboard.press('Shift+l');
    const before = await pixels(180, 130, 100, 30);
    await drag([80, 150], [470, 150], [470, 300], [80, 300], [80, 160]);
    expect(await pixels(180, 130, 100, 30)).not.toBe(before);
    await page.mouse.up();
    await expect(page.getByRole('heading', { name: '2 shapes' })).toBeVisible();
    expect(await pixels(180, 130, 100, 30)).toBe(before);
  });

  test('selects with a box what it encloses, or drawn to the left, what it touches [F172]', async ({ page, product }) => {
    const { drag } = await openBoard(page, product.url, row);
    await drag([80, 150], [470, 300]);
    await page.mouse.up();
    await expect(page.getByRole('heading', { name: '2 shapes' })).toBeVisible();
    await page.keyboard.press('Escape');
    await drag([470, 300], [80, 150]);
    await page.mouse.up();
    await expect(page.getByRole('heading', { name: '3 shapes' })).toBeVisible();
  });

  test('shows rulers whose marks follow the pointer, and keeps them [F218]', async ({ page, product }) => {
    const { at } = await openBoard(page, product.url, []);
    await page.keyboard.press('Shift+r');
    await expect(page.getByRole('img', { name: 'Ruler along the top' })).toBeVisible();
    await expect(page.getByRole('img', { name: 'Ruler along the left' })).toBeVisible();
    await page.mouse.move(...at(340, 260));
    const [x, y] = [page.locator('[data-ruler-marker="x"]'), page.locator('[data-ruler-marker="y"]')];
    await expect(x).toHaveAttribute('data-at', '340');
    await expect(y).toHaveAttribute('data-at', '260');
    expect((await x.boundingBox())?.x).toBeCloseTo(at(340, 0)[0], 0);
    expect((await y.boundingBox())?.y).toBeCloseTo(at(0, 260)[1], 0);
    await page.reload();
    await expect(page.getByRole('img', { name: 'Ruler along the top' })).toBeVisible();
    await page.getByRole('application', { name: 'Board' }).focus();
    await page.keyboard.press('Shift+r');
    await expect(page.getByRole('img', { name: 'Ruler along the top' })).toHaveCount(0);
  });

  test('pulls guides out of a ruler that shapes align to, and puts them back [F219]', async ({ page, product }) => {
    const { id, drag, drawn, at } = await openBoard(page, product.url, []);
    const guides = async () => (await readFile(product.url, id)).canvas_data.board?.guides ?? [];
    await page.keyboard.press('Shift+r');
    await drag([500, 8], [500, 200]);
    await page.mouse.up();
    await expect.poll(guides).toMatchObject([{ axis: 'y', at: 200 }]);
    await page.keyboard.press('r');
    await drag([400, 204], [520, 290]);
    await page.mouse.up();
    await expect.poll(drawn).toMatchObject([{ y: 200 }]);
    await page.mouse.move(...at(800, 200));
    await drag([800, 200], [800, 6]);
    await page.mouse.up();
    await expect.poll(guides).toEqual([]);
    await page.keyboard.press('Shift+r');
  });

  test('removes a guide by the menu of the right button, and by keys [F219]', async ({ page, product }) => {
    const { id, drag, at } = await openBoard(page, product.url, []);
    const guides = async () => (await readFile(product.url, id)).canvas_data.board?.guides ?? [];
    await page.keyboard.press('Shift+r');
    for (const y of [200, 300]) {
      await drag([500, 8], [500, y]);
      await page.mouse.up();
    }
    await expect.poll(guides).toHaveLength(2);
    await page.mouse.click(...at(600, 201), { button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Remove all guides' })).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('menu.png') });
    await page.getByRole('menuitem', { name: 'Remove guide', exact: false }).first().click();
    await expect.poll(guides).toMatchObject([{ axis: 'y', at: 300 }]);
    await page.keyboard.press('Alt+g');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(guides).toMatchObject([{ axis: 'y', at: 310 }]);
    await page.keyboard.press('Delete');
    await expect.poll(guides).toEqual([]);
    await page.keyboard.press('Shift+r');
  });

  test('shows a padlock on what is locked, and moves it only when it is free again [F221]', async ({ page, product }) => {
    const { drag, drawn, pixels, at } = await openBoard(page, product.url, row.slice(0, 1));
    await page.mouse.click(...at(150, 230));
    const corner = () => pixels(188, 188, 24, 24);
    const free = await corner();
    await page.keyboard.press('Control+l');
    await expect.poll(async () => (await drawn())[0]?.locked).toBe(true);
    expect(await corner()).not.toBe(free);
    await drag([150, 230], [250, 330]);
    await page.mouse.up();
    await page.mouse.click(...at(150, 230));
    await page.keyboard.press('Control+l');
    await expect.poll(async () => (await drawn())[0]?.locked).toBeUndefined();
    expect((await drawn())[0]).toMatchObject({ x: 100, y: 200 });
    await drag([150, 230], [250, 331]);
    await page.mouse.up();
    await expect.poll(async () => (await drawn())[0]?.x).toBeGreaterThan(150);
  });
});
