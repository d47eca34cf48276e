import type { CDPSession, Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

type Finger = readonly [x: number, y: number];

function hand(client: CDPSession) {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', fingers: readonly Finger[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: fingers.map(([x, y], id) => ({ x, y, id })) });
  return {
    send,
    /** Fingers that come down, move evenly and leave. */
    async glide(from: readonly Finger[], to: readonly Finger[], steps: number, after?: () => Promise<void>) {
      await send('touchStart', from);
      for (let i = 1; i <= steps; i++) {
        await send(
          'touchMove',
          from.map(([x, y], n) => [x + (((to[n]?.[0] ?? x) - x) * i) / steps, y + (((to[n]?.[1] ?? y) - y) * i) / steps]),
        );
        await after?.();
      }
      await send('touchEnd', []);
    },
  };
}

const boxes = {
  canvas_data: {
    shapes: [
      { id: 'sh_a', type: 'rectangle', x: 0, y: 0, w: 160, h: 100, text: 'API' },
      { id: 'sh_b', type: 'rectangle', x: 300, y: 0, w: 160, h: 100, text: 'Store' },
    ],
    blocks: [],
  },
};

async function open(page: Page, url: string) {
  const id = await makeFile(url, boxes);
  await openFile(page, url, id);
  const client = await page.context().newCDPSession(page);
  await page.getByRole('application', { name: 'Board' }).focus();
  const bounds = await page.getByRole('application', { name: 'Board' }).boundingBox();
  if (!bounds) throw new Error('no board');
  const middle: Finger = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
  const shapes = async () => (await readFile(url, id)).canvas_data.shapes;
  return { id, middle, shapes, ...hand(client) };
}

/** Where the board's zoom is read by people: on a touch screen from the palette's own words there is none, so from the page's scale of a shape. */
const zoomText = (page: Page) => page.locator('[aria-label^="Zoom:"]').getAttribute('aria-label');

test.describe('touch', () => {
  test('pinching zooms in steps and two fingers pan; the page itself stays [F214]', async ({ page, product }) => {
    const { middle, glide, shapes } = await open(page, product.url);
    const [x, y] = middle;
    const before = await zoomText(page);
    let last = before;
    await glide(
      [
        [x - 60, y],
        [x + 60, y],
      ],
      [
        [x - 120, y],
        [x + 120, y],
      ],
      8,
      async () => {
        // The zoom is told a moment after it is shown.
        await expect.poll(() => zoomText(page)).not.toBe(last);
        last = await zoomText(page);
      },
    );
    const percent = (text: string | null) => Number(/\d+/.exec(text ?? '')?.[0]);
    await expect.poll(async () => percent(await zoomText(page)) / percent(before)).toBeCloseTo(2, 1);
    await glide(
      [
        [x - 120, y],
        [x + 120, y],
      ],
      [
        [x - 60, y],
        [x + 60, y],
      ],
      8,
    );
    await expect.poll(async () => percent(await zoomText(page))).toBe(percent(before));
    await glide(
      [
        [x, y],
        [x + 100, y],
      ],
      [
        [x + 80, y + 60],
        [x + 180, y + 60],
      ],
      8,
    );
    await expect.poll(async () => percent(await zoomText(page))).toBe(percent(before));
    expect(await page.evaluate('[scrollX, scrollY, visualViewport.scale]')).toEqual([0, 0, 1]);
    expect((await shapes())[0]).toMatchObject({ x: 0, y: 0 });
  });

  test('a tap selects, a drag moves, a second finger calls the drag off, two that tap undo and three redo', async ({ page, product }) => {
    const { middle, send, glide, shapes } = await open(page, product.url);
    const [x, y] = [middle[0] - 150, middle[1]];
    await page.touchscreen.tap(x, y);
    await expect(page.getByRole('treeitem', { name: /API/, selected: true })).toHaveCount(1);
    await glide([[x, y]], [[x, y + 120]], 6);
    await expect.poll(async () => (await shapes())[0].y).toBeGreaterThan(100);
    await send('touchStart', [[x, y]]);
    await send('touchEnd', []);
    const moved = (await shapes())[0].y;

    await send('touchStart', [[x, y + 120]]);
    await send('touchMove', [[x, y + 160]]);
    await send('touchMove', [[x, y + 200]]);
    await send('touchStart', [
      [x, y + 200],
      [x + 200, y],
    ]);
    await send('touchEnd', []);
    expect((await shapes())[0].y).toBe(moved);

    const tap = async (fingers: readonly Finger[]) => {
      await send('touchStart', fingers);
      await send('touchEnd', []);
    };
    await tap([
      [x, y - 150],
      [x + 80, y - 150],
    ]);
    await expect.poll(async () => (await shapes())[0].y).toBe(0);
    await tap([
      [x, y - 150],
      [x + 80, y - 150],
      [x + 160, y - 150],
    ]);
    await expect.poll(async () => (await shapes())[0].y).toBe(moved);
  });

  test('a finger that rests opens the menu of the shape, whose items a finger can hit; a double tap writes [F605]', async ({
    page,
    product,
  }) => {
    const { middle, send } = await open(page, product.url);
    const [x, y] = [middle[0] - 150, middle[1]];
    const menu = page.getByRole('menu', { name: 'Board menu' });
    await page.touchscreen.tap(x, y);
    await expect(menu).toBeHidden();
    await send('touchStart', [[x, y]]);
    await expect(menu).toBeVisible();
    await send('touchEnd', []);
    await expect(menu).toBeVisible();
    await page.screenshot({ path: 'test-results/touch-menu.png' });
    for (const item of await menu.getByRole('menuitem').all()) expect((await item.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.keyboard.press('Escape');
    const tools = await page.getByRole('toolbar', { name: 'Tools' }).getByRole('button').all();
    const views = ['Layers', 'Board settings', 'View'].map((name) => page.getByRole('button', { name, exact: true }));
    const header = await page.getByRole('banner').locator('button:visible, a:visible').all();
    for (const button of [...tools, ...views, ...header]) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    await page.touchscreen.tap(x, y);
    await page.touchscreen.tap(x, y);
    await expect(page.getByRole('textbox', { name: /^Text of / })).toBeFocused();
  });

  test('a pen draws with its pressure, and fingers beside it draw nothing [F168]', async ({ page, product }) => {
    const { middle, shapes, glide } = await open(page, product.url);
    const client = await page.context().newCDPSession(page);
    const [x, y] = [middle[0] - 100, middle[1] + 150];
    await page.keyboard.press('p');
    const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: number, force: number) =>
      client.send('Input.dispatchMouseEvent', {
        type,
        x: x + at,
        y: y + Math.sin(at / 20) * 10,
        button: 'left',
        buttons: type === 'mouseReleased' ? 0 : 1,
        clickCount: 1,
        pointerType: 'pen',
        force,
      });
    await pen('mousePressed', 0, 0.2);
    for (let at = 5; at <= 150; at += 5) await pen('mouseMoved', at, 0.2 + (0.7 * at) / 150);
    await pen('mouseReleased', 150, 0);
    const track = async () => (await shapes()).find(({ type }: { type: string }) => type === 'pen')?.points ?? [];
    await expect.poll(async () => (await track()).length).toBeGreaterThan(5);
    const pressures: number[] = (await track()).map((point: readonly number[]) => point[2]);
    expect(Math.max(...pressures) - Math.min(...pressures)).toBeGreaterThan(0.4);
    await glide([[x, y]], [[x + 60, y + 40]], 4);
    await expect.poll(async () => (await shapes()).filter(({ type }: { type: string }) => type === 'pen').length).toBe(1);
  });
});
