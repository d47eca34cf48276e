// What the board costs the browser's main thread under real input, and how long it takes to open: medians of several runs, software raster.
// node bench/canvas/run.ts [--sizes 1000,10000,50000] [--runs 3] [--seconds 2] [--clock wall|cpu]
// The cpu clock counts only time in which the main thread ran, for a machine that is busy with other work; it says nothing of waiting.

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { type BoardPage, drag, perEvent, settle, wheel } from './board-page.ts';
import { servePage } from './serve.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,50000' },
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    clock: { type: 'string', default: 'wall' },
  },
});
const events = Number(values.seconds) * 60;
const hubArrows = 300;

type Figures = Record<string, number>;

const call = (board: BoardPage, name: string, ...args: unknown[]): Promise<unknown> =>
  board.page.evaluate(([name, args]) => Reflect.apply(Reflect.get(Reflect.get(window, 'bench'), name), null, args), [name, args] as const);

async function middle(board: BoardPage): Promise<readonly [number, number]> {
  return board.page.evaluate(() => {
    const bench = Reflect.get(window, 'bench');
    return bench.clientPoint(bench.scene.midId);
  });
}

async function open(browser: Browser, url: string, query: string): Promise<{ board: BoardPage; figures: Figures }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: values.clock === 'cpu' ? 'threadTicks' : 'timeTicks' });
  await page.addInitScript(() => {
    for (const kind of ['pointermove', 'wheel'])
      addEventListener(kind, () => Reflect.set(window, 'delivered', Number(Reflect.get(window, 'delivered')) + 1), { capture: true });
    addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (key.toLowerCase() !== 'z') return;
        requestAnimationFrame(() => setTimeout(() => Reflect.set(window, 'undone', performance.now() - timeStamp)));
      },
      { capture: true },
    );
  });
  await page.goto(`${url}?${query}`);
  await page.waitForFunction(() => Reflect.has(window, 'bench'));
  const load = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const start = performance.getEntriesByName('bench:data')[0]?.startTime ?? 0;
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
      }),
  );
  await settle();
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return { board: { page, cdp }, figures: { 'open, ms': load, 'heap, MB': usedSize / 2 ** 20 } };
}

/** From the key to the end of the next frame, ms. */
async function undo(board: BoardPage): Promise<number> {
  await board.page.evaluate(() => Reflect.set(window, 'undone', 0));
  await board.page.keyboard.press('Control+z');
  await board.page.waitForFunction(() => Number(Reflect.get(window, 'undone')) > 0);
  const ms = Number(await board.page.evaluate(() => Reflect.get(window, 'undone')));
  await settle();
  return ms;
}

async function measure(board: BoardPage, view: 'all' | '100'): Promise<Figures> {
  const reset = async () => {
    await call(board, 'setView', view);
    await settle();
  };
  const figures: Figures = {};
  await reset();
  figures[`${view}: pan`] = await perEvent(board, events, (i) => {
    const way = Math.floor(i / 60) % 2 ? -1 : 1;
    return wheel(board, 5 * way, 8 * way, false);
  });
  await reset();
  figures[`${view}: zoom`] = await perEvent(board, events, (i) => wheel(board, 0, Math.floor(i / 36) % 2 ? 10 : -10, true));
  await reset();
  figures[`${view}: drag one`] = await drag(board, await middle(board), events);
  await undo(board);
  await board.page.keyboard.press('Control+a');
  await settle();
  figures[`${view}: drag all`] = await drag(board, await middle(board), events);
  figures[`${view}: undo of it`] = await undo(board);
  await board.page.keyboard.press('Escape');
  return figures;
}

/** Moving a node that many arrows end at. */
async function measureHub(browser: Browser, url: string): Promise<number> {
  const { board } = await open(browser, url, `scene=hub&n=${hubArrows}`);
  await call(board, 'setView', 'all');
  await settle();
  const cost = await drag(board, await middle(board), events);
  await board.page.close();
  return cost;
}

const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;

const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const server = await servePage();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox', '--disable-gpu'] });
const table: Record<string, Figures> = {};
const hub: number[] = [];
try {
  for (const size of values.sizes.split(',').map(Number)) {
    const runs: Figures[] = [];
    for (let run = 0; run < Number(values.runs); run++) {
      console.error(`${size} shapes, run ${run + 1} of ${values.runs}`);
      const { board, figures } = await open(browser, server.url, `n=${size}`);
      runs.push({ ...figures, ...(await measure(board, 'all')), ...(await measure(board, '100')) });
      await board.page.close();
    }
    for (const name of Object.keys(runs[0] ?? {})) {
      const figure = Number(median(runs.map((figures) => figures[name] ?? Number.NaN)).toFixed(1));
      table[name] = { ...table[name], [`${size} shapes`]: figure };
    }
  }
  for (let run = 0; run < Number(values.runs); run++) hub.push(await measureHub(browser, server.url));
} finally {
  await browser.close();
  await server.close();
}
console.log('Canvas: main-thread ms for one input event, unless another unit is named');
console.table(table);
console.log(`A node that ${hubArrows} arrows end at, dragged: ${median(hub).toFixed(1)} ms an event`);
