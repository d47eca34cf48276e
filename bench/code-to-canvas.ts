// Code to canvas in the real product and browser: ms from a keystroke in the code editor to the end of the frame that shows its effect on
// the board, as the page itself measures it; median and 95th percentile. "rename" types in a node's label, "new name" in the name of a node,
// so that every key makes another one, and "new node" links one more to what is there. Needs the built app (`npm run build`) and Chromium.

import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import { startServer } from '../e2e/server.ts';
import { treeChart } from './layout/random-chart.ts';

const person = { name: 'Bench', email: 'bench@example.com', password: 'Bench-keystrokes-1' };
const sizes = [50, 200];
const keystrokes = 48;
/** Between keystrokes, ms: fast typing. */
const pause = 120;

async function post(url: string, body: unknown, token?: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  return response.json();
}

/** The page's own script measures, without types as the browser takes it. */
const watcher = stripTypeScriptTypes(readFileSync(new URL('./canvas/watch-keystrokes.ts', import.meta.url), 'utf8'));

const measured = z.object({ times: z.array(z.number()), long: z.array(z.number()) });
const signedIn = z.object({ access_token: z.string() });
const made = z.object({ id: z.string() });

/** Presses a key and waits as long as a fast typist; `expected` is the text that it makes somewhere on the board. */
async function press(page: Page, key: string, expected: string): Promise<void> {
  await page.evaluate((text) => Object.assign(Reflect.get(globalThis, 'bench'), { expected: text }), expected);
  await page.keyboard.press(key);
  await page.waitForTimeout(pause);
}

/** Types letters behind a text and takes them back, a few at a time. */
async function type(page: Page, text: string, count = keystrokes): Promise<void> {
  const letters = 'cdefgh';
  let shown = text;
  for (let i = 0; i < count; i++) {
    const letter = letters[i % (2 * letters.length)];
    shown = letter ? shown + letter : shown.slice(0, -1);
    await press(page, letter ?? 'Backspace', shown);
  }
}

/** Links another new node to the one that the caret is behind, again and again. */
async function link(page: Page): Promise<void> {
  for (const letter of 'abcdefghijklmpqrstuvwyzABCDEFGHIJKLMPQRSTUVWYZ') {
    await page.keyboard.type(' --> ', { delay: 30 });
    await page.waitForTimeout(pause);
    await press(page, letter, letter);
    for (let i = 0; i < 6; i++) await page.keyboard.press('Backspace', { delay: 15 });
    await page.waitForTimeout(pause);
  }
}

/** The shape that the caret is in, big enough to read. */
async function lookAtSelection(page: Page): Promise<void> {
  await page.getByRole('application', { name: 'Board' }).focus();
  await page.keyboard.press('Shift+2');
  for (let i = 0; i < 7; i++) await page.keyboard.press('Control+-');
  await page.waitForTimeout(500);
}

async function measure(page: Page, act: () => Promise<void>): Promise<string> {
  await page.evaluate(() => Object.assign(Reflect.get(globalThis, 'bench'), { times: [], long: [] }));
  await act();
  await page.waitForTimeout(500);
  const { times, long } = measured.parse(await page.evaluate(() => Reflect.get(globalThis, 'bench')));
  const sorted = times.toSorted((a, b) => a - b);
  const share = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? Number.NaN).toFixed(1);
  return `${times.length} keystrokes, median ${share(0.5)}  p95 ${share(0.95)}  longest ${share(0.9999)}, tasks over 50 ms: ${long.length}`;
}

const server = process.env.BENCH_URL ? undefined : await startServer();
const url = process.env.BENCH_URL ?? server?.url ?? '';
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  await post(`${url}/api/auth/register`, person);
  const { access_token } = signedIn.parse(await post(`${url}/api/auth/login`, person));
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(watcher);
  const page = await context.newPage();
  await page.goto(`${url}/signin`);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${url}/`);
  for (const size of sizes) {
    const blocks = [{ language: 'mermaid', source: treeChart(size) }];
    const { id } = made.parse(await post(`${url}/api/diagrams`, { title: `${size} nodes`, type: 'canvas', blocks }, access_token));
    await page.goto(`${url}/f/${id}`);
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Code', exact: true }).click();
    const code = page.locator('.cm-content').last();
    await code.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('ab', { delay: pause });
    await lookAtSelection(page);
    await code.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    await type(page, 'Gateway ab', 12);
    console.log(`${size} nodes, rename:   ${await measure(page, () => type(page, 'Gateway ab'))}`);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n  n0 --> zz', { delay: pause });
    await page.waitForTimeout(1000);
    await lookAtSelection(page);
    await code.click();
    await page.keyboard.press('Control+End');
    console.log(`${size} nodes, new name: ${await measure(page, () => type(page, 'zz'))}`);
    await page.keyboard.press('Control+End');
    console.log(`${size} nodes, new node: ${await measure(page, () => link(page))}`);
    if (process.env.SHOT) await page.screenshot({ path: `${process.env.SHOT}-${size}.png` });
  }
} finally {
  await browser.close();
  await server?.dispose();
}
