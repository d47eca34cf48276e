import type { Page } from '@playwright/test';
import { expect, makeFile, openFile, test } from './product.ts';

/** Script that makes a text in the page, and what the panel says of it. */
const texts = [
  ['a megabyte of words', `'flowchart LR\\n' + 'hello world '.repeat(90000)`, 'at most 200,000 characters'],
  ['a hundred thousand edges from two lists', `'flowchart LR\\n' + list('a') + ' --> ' + list('b')`, 'more than 10,000 edges'],
  ['edges line by line', `'flowchart LR\\n' + 'a-->b\\n'.repeat(33000)`, 'more than 10,000 edges'],
  ['subgraphs a thousand deep', `'flowchart LR\\n' + 'subgraph a\\n'.repeat(1000) + 'end\\n'.repeat(1000)`, 'nested more than 200 deep'],
  ['binary', `Array.from({ length: 190000 }, (_, i) => String.fromCharCode((i * 7919) % 55296)).join('')`, 'Line 1'],
  ['control characters', `'flowchart LR\\n  a[' + '\\u0001\\u0007\\u001b'.repeat(2000) + '] --> b'`, 'In step with the canvas'],
  [
    'four hundred nodes',
    `'flowchart TD\\n' + Array.from({ length: 400 }, (_, i) => 'n' + (i >> 1) + ' --> n' + (i + 1) + '[Service]').join('\\n')`,
    'In step with the canvas',
  ],
] as const;

const list = `const list = (name) => Array.from({ length: 320 }, (_, i) => name + i).join(' & ')`;

/** Puts a text in place of all there is, as pasting does. */
async function pasteOver(page: Page, source: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Code of/ }).focus();
  await page.keyboard.press('Control+a');
  await page.evaluate(`{
    ${list};
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${source});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
}

test('what is too much for a diagram never holds up the page [F305]', async ({ page, product }) => {
  const id = await makeFile(product.url, { blocks: [{ language: 'mermaid', source: 'flowchart LR\n  a --> b' }] });
  await openFile(page, product.url, id);
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await expect(page.getByText('In step with the canvas')).toBeVisible();
  const browser = page.context().browser();
  for (const [what, source, said] of texts) {
    await browser?.startTracing(page, { categories: ['toplevel', 'disabled-by-default-lighthouse'] });
    await pasteOver(page, source);
    await expect(page.getByText(said).first()).toBeVisible({ timeout: 20_000 });
    const trace = JSON.parse((await browser?.stopTracing())?.toString() ?? '{}');
    const main = trace.traceEvents
      .filter((e: any) => e.name === 'thread_name' && e.args.name === 'CrRendererMain')
      .map((e: any) => `${e.pid}:${e.tid}`);
    const tasks = trace.traceEvents
      .filter((e: any) => main.includes(`${e.pid}:${e.tid}`) && e.ph === 'X' && /RunTask/.test(e.name))
      .sort((a: any, b: any) => b.dur - a.dur);
    console.log(
      what,
      tasks.length,
      tasks.slice(0, 4).map((e: any) => `${e.name} dur ${e.dur / 1000} tdur ${e.tdur / 1000}`),
    );
  }
});
