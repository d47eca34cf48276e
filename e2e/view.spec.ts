import type { Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

const red = (x: number, y: number) => ({
  canvas_data: {
    shapes: [{ id: 'sh_red', type: 'rectangle', x, y, w: 120, h: 80, fill: 'red', fill_style: 'solid', stroke: 'none' }],
    blocks: [],
  },
});

const board = (page: Page) => page.getByRole('application', { name: 'Board' });

/** Where the canvas shows red, from left to right and in the middle, px of the window; null when it does not. */
const seenRed = (page: Page) =>
  page.evaluate<{ left: number; right: number; middle: number } | null>(`(() => {
    const canvas = document.querySelector('canvas[data-layer="board"]');
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    let [left, right] = [width, -1];
    for (let i = 0; i < data.length; i += 4)
      if (data[i] === 217 && data[i + 1] === 45 && data[i + 2] === 58) {
        const x = (i / 4) % width;
        left = Math.min(left, x);
        right = Math.max(right, x);
      }
    const from = canvas.getBoundingClientRect().left;
    return right < 0 ? null : { left: left + from, right: right + from, middle: from + (left + right) / 2 };
  })()`);

test.describe('the view', () => {
  test('keeps what is gone to by keys clear of the panel that opens for it', async ({ page, product }) => {
    await openFile(page, product.url, await makeFile(product.url, red(0, 0)));
    await board(page).focus();
    await page.mouse.move(500, 600);
    await page.mouse.wheel(-540, 0);
    await expect.poll(async () => (await seenRed(page))?.middle).toBeGreaterThan(1200);
    await page.keyboard.press('Tab');
    const panel = page.getByRole('complementary', { name: 'Properties' });
    await expect(panel).toBeVisible();
    const edge = (await panel.boundingBox())?.x ?? 0;
    await expect.poll(async () => (await seenRed(page))?.right).toBeLessThan(edge);
    await page.screenshot({ path: 'test-results/view-panel.png' });
  });

  test('keeps its middle when the note goes and comes', async ({ page, product }) => {
    await openFile(page, product.url, await makeFile(product.url, red(0, 0)));
    const offCentre = async () => {
      const bounds = await board(page).boundingBox();
      return Math.abs(((await seenRed(page))?.middle ?? 9e9) - (bounds?.x ?? 0) - (bounds?.width ?? 0) / 2);
    };
    await expect.poll(offCentre).toBeLessThan(3);
    await page
      .getByRole('radio', { name: 'Both' })
      .or(page.getByRole('button', { name: 'Both' }))
      .first()
      .click();
    await expect.poll(async () => (await board(page).boundingBox())?.width).toBeLessThan(1000);
    await expect.poll(offCentre).toBeLessThan(3);
    await page
      .getByRole('radio', { name: 'Canvas' })
      .or(page.getByRole('button', { name: 'Canvas' }))
      .first()
      .click();
    await expect.poll(async () => (await board(page).boundingBox())?.width).toBe(1440);
    await expect.poll(offCentre).toBeLessThan(3);
  });

  test('shown to others without frames has a way out that is seen', async ({ page, product }) => {
    await openFile(page, product.url, await makeFile(product.url, red(0, 0)));
    await board(page).focus();
    await page.keyboard.press('Control+Alt+p');
    const bar = page.getByRole('navigation', { name: 'Presentation' });
    await expect(bar).toContainText('Esc');
    await page.screenshot({ path: 'test-results/view-presenting.png' });
    await bar.getByRole('button', { name: 'End the presentation' }).click();
    await expect(page.getByRole('banner')).toBeVisible();
  });

  test('brings found texts to a size that can be read', async ({ page, product }) => {
    const shape = (id: string, x: number) => ({ id, type: 'rectangle', x, y: x / 2, w: 160, h: 80, text: id });
    const shapes = Array.from({ length: 20 }, (_, n) => shape(`sh_word${n}`, n * 260));
    await openFile(page, product.url, await makeFile(product.url, { canvas_data: { shapes, blocks: [] } }));
    const zoom = async () => Number(/\d+/.exec((await page.locator('[aria-label^="Zoom:"]').getAttribute('aria-label')) ?? '')?.[0]);
    await expect.poll(zoom).toBeLessThan(40);
    await board(page).focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('word7');
    await expect.poll(zoom).toBeGreaterThanOrEqual(75);
    await page.screenshot({ path: 'test-results/view-found.png' });
  });
});

test.describe('a narrow board', () => {
  test.use({ viewport: { width: 390, height: 780 } });

  test('gives the code room below it and shows in the rest what it showed', async ({ page, product }) => {
    await openFile(page, product.url, await makeFile(product.url, red(0, 0)));
    await expect.poll(async () => (await seenRed(page))?.middle).toBeTruthy();
    await page.getByRole('button', { name: 'Code', exact: true }).click();
    const [above, code] = [board(page), page.getByRole('complementary', { name: 'Code' })];
    await expect(code).toBeInViewport({ ratio: 1 });
    await expect
      .poll(async () => {
        const [one, other] = [await above.boundingBox(), await code.boundingBox()];
        return Math.round((one?.y ?? 0) + (one?.height ?? 0) - (other?.y ?? 0));
      })
      .toBe(0);
    await expect.poll(async () => Math.round((await seenRed(page))?.middle ?? 0)).toBe(195);
  });

  test('has tools that do not fit behind a button', async ({ page, product }) => {
    const id = await makeFile(product.url);
    await openFile(page, product.url, id);
    const bar = page.getByRole('toolbar', { name: 'Tools' });
    const more = bar.getByRole('button', { name: 'More tools' });
    await expect(more).toBeInViewport({ ratio: 1 });
    for (const button of await bar.getByRole('button').all()) await expect(button).toBeInViewport({ ratio: 1 });
    await more.click();
    await page.screenshot({ path: 'test-results/view-more-tools.png' });
    await page.getByRole('menuitem', { name: /^Frame/ }).click();
    await expect(more).toHaveAttribute('aria-pressed', 'true');
    await page.mouse.click(190, 300);
    await expect
      .poll(async () => (await readFile(product.url, id)).canvas_data.shapes.map(({ type }: { type: string }) => type))
      .toEqual(['frame']);
  });
});
