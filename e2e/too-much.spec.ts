import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, makeFile, openFile, test } from './product.ts';

/** A script that makes a text in the page, and what the panel says of it. */
const texts = [
  [`'flowchart LR\\n' + 'hello world '.repeat(90_000)`, 'at most 200,000 characters'],
  [`'flowchart LR\\n' + list('a') + ' --> ' + list('b')`, 'more than 10,000 edges'],
  [`'flowchart LR\\n' + 'a-->b\\n'.repeat(33_000)`, 'more than 10,000 edges'],
  [`'flowchart LR\\n' + 'subgraph a\\n'.repeat(1_000) + 'end\\n'.repeat(1_000)`, 'nested more than 200 deep'],
  [`Array.from({ length: 190_000 }, (_, i) => String.fromCharCode((i * 7_919 + i >> 5) % 256)).join('')`, 'longer than the limit'],
  [`'flowchart LR\\n  a[' + '\\u0001\\u0007\\u001b'.repeat(2_000) + '] --> b'`, 'In step with the canvas'],
  [
    `'flowchart TD\\n' + Array.from({ length: 300 }, (_, i) => 'n' + (i >> 1) + ' --> n' + (i + 1) + '[Service]').join('\\n')`,
    'In step with the canvas',
  ],
] as const;

const inStep = 'In step with the canvas';

const list = `const list = (name) => Array.from({ length: 320 }, (_, i) => name + i).join(' & ')`;

/** Puts a text in place of all there is, as pasting does; making it is no work of the page's own. */
async function pasteOver(page: Page, source: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Code of/ }).focus();
  await page.keyboard.press('Control+a');
  await page.evaluate(`{
    ${list};
    globalThis.clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${source});
  }`);
  await page.evaluate(`
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  `);
}

/** Work of a kind and amount that never changes: how long it takes tells how slow the machine is just now. */
const measure = `{
  const words = new Map();
  for (let at = 0; at < 60_000; at++) words.set('word ' + ((at * 7_919) % 50_021), at);
}`;

/** What that takes on a machine of two cores without other work, ms. */
const usual = 40;

/** The longest that a task may take on such a machine, ms. */
const most = 100;

/** Other work on the machine slows some attempts down, what the page does itself all of them. */
const attempts = 4;

const Trace = z.object({
  traceEvents: z.array(
    z.object({ name: z.string(), pid: z.number(), tid: z.number(), tdur: z.number().optional(), args: z.record(z.string(), z.unknown()) }),
  ),
});

/** The tasks of pages' main threads in a trace, ms of their own time each: other work on the machine does not count. */
function mainThreadTasks(trace: string): readonly number[] {
  const { traceEvents } = Trace.parse(JSON.parse(trace));
  const threadOf = ({ pid, tid }: { readonly pid: number; readonly tid: number }) => `${pid}:${tid}`;
  const main = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf));
  return traceEvents.flatMap((event) =>
    event.name.endsWith('RunTask') && main.has(threadOf(event)) && event.tdur !== undefined ? [event.tdur / 1000] : [],
  );
}

/** The longest task of the page's main thread during an act, ms of work. */
async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  await browser?.startTracing(page, { categories: ['toplevel'] });
  await act();
  const tasks = mainThreadTasks((await browser?.stopTracing())?.toString() ?? '');
  expect(tasks.length).toBeGreaterThan(0);
  return Math.max(...tasks);
}

/** How many times as slow as usual the machine is just now. */
async function slowness(page: Page): Promise<number> {
  return Math.max(1, (await longestTask(page, () => page.evaluate(measure))) / usual);
}

test('text that is too much for a diagram is told so, and never holds up the page', async ({ page, product }) => {
  test.setTimeout(600_000);
  const id = await makeFile(product.url, { blocks: [{ language: 'mermaid', source: 'flowchart LR\n  a --> b' }] });
  await openFile(page, product.url, id);
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await expect(page.getByText(inStep)).toBeVisible();
  const held: string[] = [];
  for (const [source, said] of texts) {
    // What is waited for must not be there from the text before.
    const [between, saidBetween] = said === inStep ? ["'flowchart LR\\n  a['", 'Line 2'] : ["'flowchart LR\\n  a --> b'", inStep];
    let least = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < attempts && least > most; attempt += 1) {
      await pasteOver(page, between);
      await expect(page.getByText(saidBetween).first()).toBeVisible({ timeout: 30_000 });
      await expect(page.getByText(said)).toHaveCount(0);
      const before = await slowness(page);
      const longest = await longestTask(page, async () => {
        await pasteOver(page, source);
        await expect(page.getByText(said).first()).toBeVisible({ timeout: 30_000 });
      });
      least = Math.min(least, longest / Math.max(before, await slowness(page)));
    }
    if (least > most) held.push(`${source}: ${Math.round(least)} ms`);
  }
  expect(held).toEqual([]);
});
