import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { servePage } from '../canvas/serve.ts';

/** The bench page in a real browser. */
export interface PicturePage {
  /** What a function of the page answers. */
  call(name: string, ...args: unknown[]): Promise<unknown>;
  /** CPU ms of the page's main thread that such a call takes: work of others on the machine disturbs it less than the clock. */
  timed(name: string, ...args: unknown[]): Promise<number>;
  close(): Promise<void>;
}

export async function openPicturePage(): Promise<PicturePage> {
  const server = await servePage(import.meta.dirname);
  const system = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ ...(existsSync(system) && { executablePath: system }), args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(0);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(server.url);
  await page.waitForFunction(() => Reflect.has(globalThis, 'bench'));
  const busy = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  return {
    call: (name, ...args) => call(page, name, args),
    async timed(name, ...args) {
      const before = await busy();
      await call(page, name, args);
      return (await busy()) - before;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

function call(page: Page, name: string, args: readonly unknown[]): Promise<unknown> {
  return page.evaluate(([name, args]) => Reflect.apply(Reflect.get(Reflect.get(globalThis, 'bench'), name), null, args), [
    name,
    args,
  ] as const);
}
