import type { Shape } from '@autograph/document';
import type { Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

/** In the page: makes the event of a file dropped in the middle of the board. Tests know no DOM, so it is a text. */
const dropper = `({ name, text }) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name, { type: 'text/plain' }));
  const board = document.querySelector('[role="application"]');
  const { left, top, width, height } = board.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
  board.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, ...at }));
}`;

/** Opens a text file on an empty board, with the whole diagram in view. */
async function openText(page: Page, url: string, name: string, text: string, parts: number) {
  const id = await makeFile(url);
  await openFile(page, url, id);
  const board = page.getByRole('application', { name: 'Board' });
  await board.focus();
  await page.evaluate(`(${dropper})(${JSON.stringify({ name, text })})`);
  const canvas = async () => (await readFile(url, id)).canvas_data;
  const shapes = async (): Promise<readonly Shape[]> => (await canvas()).shapes;
  await expect.poll(async () => (await shapes()).length).toBe(parts);
  // The server draws as well: this page may be behind it.
  await expect(board.getByRole('treeitem').nth(1)).toBeAttached();
  await page.keyboard.press('Escape');
  await board.focus();
  // At 100 %, so that a shape's place on the screen is known.
  await page.keyboard.press('Shift+0');
  await page.keyboard.press('Shift+1');
  return {
    board,
    shapes,
    source: async (): Promise<string> => (await canvas()).blocks[0].source,
    language: async (): Promise<string> => (await canvas()).blocks[0].language,
  };
}

/** Renames the shape with these words by the keyboard. */
async function rename(page: Page, board: ReturnType<Page['getByRole']>, words: string, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await board.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(name);
  await page.keyboard.press('Escape');
}

const d2 = `# what a shop is made of
direction: right
customer: Customer {shape: person}
shop: Shop {
  web: Web app # the front
  api: API {
    style.fill: "#e0f2fe"
  }
  web -> api: calls
}
orders: {
  shape: sql_table
  id: uuid {constraint: primary_key}
  user_id: uuid {constraint: foreign_key}
  placed_at: date
}
customer -> shop.web
shop.api -> orders.id: reads, writes {style.stroke-dash: 3}
`;

const dot = `digraph shop {
  rankdir=LR // from left to right
  node [shape=box, style=rounded];
  client [label="Client"];
  subgraph cluster_backend {
    label="Backend";
    api [label="API"]; // the door
    worker [shape=record, style="", label="{Worker|queue : Queue\\lstate : int\\l|run()\\l}"];
    api -> worker [label="queues"];
  }
  db [label="Database", shape=cylinder];
  client -> api;
  {api worker} -> db [style=dashed];
}
`;

test('a .d2 file opens as containers, nodes and a table; a name typed on the board is written into it', async ({
  page,
  product,
  complaints,
}) => {
  const { board, shapes, source, language } = await openText(page, product.url, 'shop.d2', d2, 9);
  expect(await language()).toBe('d2');
  expect((await shapes()).map(({ type }) => type).sort()).toEqual([
    'arrow',
    'arrow',
    'arrow',
    'block',
    'entity',
    'frame',
    'node',
    'node',
    'node',
  ]);
  await page.screenshot({ path: 'test-results/other-languages-d2.png' });
  await rename(page, board, 'Web app', 'Shop front');
  await expect.poll(source).toBe(d2.replace('web: Web app # the front', 'web: Shop front # the front'));
  await page.screenshot({ path: 'test-results/other-languages-d2-renamed.png' });
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(source).toBe(d2);
  expect(complaints).toEqual([]);
});

test('a .dot file opens with its clusters and records; a name typed on the board is written into it', async ({
  page,
  product,
  complaints,
}) => {
  const { board, shapes, source, language } = await openText(page, product.url, 'shop.dot', dot, 10);
  expect(await language()).toBe('dot');
  expect((await shapes()).map(({ type }) => type).sort()).toEqual([
    ...['arrow', 'arrow', 'arrow', 'arrow'],
    ...['block', 'class-box', 'frame', 'node', 'node', 'node'],
  ]);
  await page.screenshot({ path: 'test-results/other-languages-dot.png' });
  await rename(page, board, 'Database', 'PostgreSQL');
  await expect.poll(source).toBe(dot.replace('label="Database"', 'label="PostgreSQL"'));
  await page.screenshot({ path: 'test-results/other-languages-dot-renamed.png' });
  expect(complaints).toEqual([]);
});
