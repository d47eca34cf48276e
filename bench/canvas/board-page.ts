import type { CDPSession, Page } from 'playwright-core';

/** The bench page under real input: what a person does, and what the main thread spent on it. */
export interface BoardPage {
  readonly page: Page;
  readonly cdp: CDPSession;
}

const eventsPerSecond = 60;

async function taskMs({ cdp }: BoardPage): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Lets the page finish what it paints and paints ahead. */
export const settle = () => wait(700);

/** Main-thread ms for one delivered event: `count` events are sent at 60 a second, whether the page keeps up or not. */
export async function perEvent(board: BoardPage, count: number, send: (i: number) => Promise<unknown>): Promise<number> {
  await board.page.evaluate(() => Reflect.set(window, 'delivered', 0));
  const before = await taskMs(board);
  const start = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i < count; i++) {
    await wait(Math.max(0, start + (i * 1000) / eventsPerSecond - performance.now()));
    sent.push(send(i));
  }
  await Promise.all(sent);
  await board.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const spent = (await taskMs(board)) - before;
  const delivered = Number(await board.page.evaluate(() => Reflect.get(window, 'delivered')));
  return spent / Math.max(1, delivered);
}

/** A turn of the wheel over the middle of the board, px; with ctrl it zooms. */
export const wheel = ({ cdp }: BoardPage, deltaX: number, deltaY: number, ctrl: boolean) =>
  cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 720, y: 450, deltaX, deltaY, modifiers: ctrl ? 2 : 0 });

const mouse = ({ cdp }: BoardPage, type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', x: number, y: number, buttons: number) =>
  cdp.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons, clickCount: 1 });

/** Main-thread ms for one move of a drag that starts at a point of the viewport. */
export async function drag(board: BoardPage, [x, y]: readonly [number, number], count: number): Promise<number> {
  await mouse(board, 'mouseMoved', x, y, 0);
  await wait(200);
  await mouse(board, 'mousePressed', x, y, 1);
  await mouse(board, 'mouseMoved', x + 8, y + 4, 1);
  await wait(400);
  let end: readonly [number, number] = [x, y];
  const cost = await perEvent(board, count, (i) => {
    end = [x + 8 + 60 * Math.sin(i / 15) + i, y + 4 + 50 * (1 - Math.cos(i / 15))];
    return mouse(board, 'mouseMoved', ...end, 1);
  });
  await mouse(board, 'mouseReleased', ...end, 0);
  await settle();
  return cost;
}
