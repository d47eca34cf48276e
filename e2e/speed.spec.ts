import type { CDPSession, Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

const perSecond = 60;
const middle = { x: 720, y: 450 };

interface Pace {
  /** Frames a second. */
  readonly fps: number;
  /** The longest time without a frame, ms. */
  readonly longest: number;
  /** What the main thread worked for one frame, ms of its own time: other work on the machine does not count. */
  readonly work: number;
}

async function workedMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, Math.max(0, ms)));

/** The page's pace while input comes 60 times a second for as many seconds, whether the page keeps up or not. */
async function paceOf(page: Page, cdp: CDPSession, seconds: number, send: (i: number) => Promise<unknown> = async () => {}): Promise<Pace> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    const note = (time: number) => {
      times.push(time);
      if (Reflect.get(window, 'times') === times) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  const before = await workedMs(cdp);
  const start = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i < seconds * perSecond; i++) {
    await wait(start + (i * 1000) / perSecond - performance.now());
    sent.push(send(i));
  }
  await Promise.all(sent);
  const worked = (await workedMs(cdp)) - before;
  const times = await page.evaluate<number[]>('const { times } = window; window.times = undefined; times');
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  const lasted = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return { fps: (gaps.length * 1000) / lasted, longest: Math.max(...gaps), work: worked / times.length };
}

test('1,000 rectangles are panned, zoomed and dragged at 60 frames a second, without stalls [F226][F620]', async ({ page, product }) => {
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

  /** As many frames as the page shows when nothing happens, and no more work for each than there is time for. A busy machine may spoil a try. */
  const keepsUp = (name: string, act: () => Promise<Pace>) =>
    expect(async () => {
      const idle = await paceOf(page, cdp, 0.5);
      const pace = await act();
      expect(pace.work, `${name}: ms of work for a frame`).toBeLessThan(1000 / perSecond);
      expect(pace.fps, `${name}: frames a second`).toBeGreaterThan(0.9 * idle.fps);
      expect(pace.longest, `${name}: longest frame`).toBeLessThan(Math.max(100, 2 * idle.longest));
    }).toPass({ timeout: 60_000 });

  await page.getByRole('application', { name: 'Board' }).focus();
  await page.keyboard.press('Shift+1');
  await page.keyboard.press('Control+a');
  const board = 'canvas[data-layer=board]';
  const picture = () => page.evaluate<string>(`document.querySelector('${board}').toDataURL()`);
  const fitted = await picture();
  await keepsUp('pan', () => paceOf(page, cdp, 2, (i) => turn(i % 60 < 32 ? 6 : -6, i % 60 < 32 ? 8 : -8, 0)));
  const panned = await picture();
  expect(panned).not.toBe(fitted);
  await keepsUp('zoom', () => paceOf(page, cdp, 2, (i) => turn(0, i % 60 < 32 ? -10 : 10, 2)));
  await expect.poll(picture).not.toBe(panned);
  await expect(page.locator(board), 'painted anew at rest').toHaveCSS('transform', 'none');
  await keepsUp('drag of all', async () => {
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    const pace = await paceOf(page, cdp, 2, (i) => move(middle.x + i, middle.y + 40 * Math.sin(i / 15)));
    await page.mouse.up();
    return pace;
  });
  await expect.poll(async () => (await readFile(product.url, id)).canvas_data.shapes[0].x).not.toBe(0);
});
