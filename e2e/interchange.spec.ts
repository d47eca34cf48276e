import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

const png = readFileSync(new URL('../docs/images/file.png', import.meta.url));

const sketch = JSON.stringify({
  type: 'excalidraw',
  version: 2,
  elements: [
    { id: 'a', type: 'rectangle', x: 0, y: 0, width: 160, height: 80, strokeColor: '#e03131', boundElements: [{ id: 't', type: 'text' }] },
    { id: 't', type: 'text', x: 0, y: 0, text: 'API', containerId: 'a' },
    { id: 'b', type: 'ellipse', x: 320, y: 0, width: 160, height: 80 },
    {
      id: 'ab',
      type: 'arrow',
      x: 160,
      y: 40,
      points: [
        [0, 0],
        [160, 0],
      ],
      startBinding: { elementId: 'a' },
      endBinding: { elementId: 'b' },
      endArrowhead: 'arrow',
    },
    { id: 'p', type: 'image', x: 0, y: 160, width: 40, height: 40, fileId: 'f' },
  ],
  files: {
    f: {
      dataURL: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    },
  },
});

interface Parcel {
  readonly text?: string;
  readonly html?: string;
  readonly files?: readonly { readonly name: string; readonly type: string; readonly base64: string }[];
}

/** In the page: makes the event that a paste or a drop makes. Tests know no DOM, so it is a text. */
const giver = `({ how, text, html, files = [] }) => {
  const transfer = new DataTransfer();
  if (text !== undefined) transfer.setData('text/plain', text);
  if (html !== undefined) transfer.setData('text/html', html);
  for (const { name, type, base64 } of files)
    transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name, { type }));
  const board = document.querySelector('[role="application"]');
  const { left, top, width, height } = board.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
  board.dispatchEvent(how === 'paste' ? new ClipboardEvent('paste', { clipboardData: transfer, ...at }) : new DragEvent('drop', { dataTransfer: transfer, ...at }));
}`;

/** Pastes, or drops in the middle of the board. */
async function give(page: Page, how: 'paste' | 'drop', parcel: Parcel): Promise<void> {
  await page.getByRole('application', { name: 'Board' }).focus();
  await page.evaluate(`(${giver})(${JSON.stringify({ how, ...parcel })})`);
}

const clipboardText = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()');

const kinds = async (url: string, id: string) =>
  (await readFile(url, id)).canvas_data.shapes.map(({ type }: { type: string }) => type).sort();

test('an Excalidraw file dropped on the board becomes shapes, arrows bound and pictures shown', async ({ page, product, complaints }) => {
  const id = await makeFile(product.url);
  await openFile(page, product.url, id);
  await give(page, 'drop', {
    files: [{ name: 'sketch.excalidraw', type: 'application/json', base64: Buffer.from(sketch).toString('base64') }],
  });
  await expect(page.getByText('4 shapes from Excalidraw')).toBeVisible();
  await expect.poll(() => kinds(product.url, id)).toEqual(['arrow', 'ellipse', 'picture', 'rectangle']);
  const { shapes } = (await readFile(product.url, id)).canvas_data;
  const named = (type: string) => shapes.find((shape: { type: string }) => shape.type === type);
  expect(named('arrow').start.shape_id).toBe(named('rectangle').id);
  expect(named('rectangle').text).toBe('API');
  const picture = await page.request.get(`${product.url}/api/assets/${named('picture').asset}`);
  expect(picture.headers()['content-type']).toBe('image/png');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => kinds(product.url, id)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('what is pasted becomes what it is: a picture, a diagram, a table, a link', async ({ page, product, complaints }) => {
  const id = await makeFile(product.url);
  await openFile(page, product.url, id);
  await give(page, 'paste', { files: [{ name: 'shot.png', type: 'image/png', base64: png.toString('base64') }] });
  await expect.poll(() => kinds(product.url, id)).toEqual(['picture']);
  await give(page, 'paste', { text: 'flowchart LR\n  web --> api', html: '<p>flowchart LR</p>' });
  await expect.poll(async () => (await readFile(product.url, id)).canvas_data.blocks.length).toBe(1);
  await give(page, 'paste', { text: 'x', html: '<table><tr><th>Name</th><th>Owner</th></tr><tr><td>API</td><td>Ada</td></tr></table>' });
  await expect.poll(async () => (await kinds(product.url, id)).filter((type: string) => type === 'rectangle').length).toBe(4);
  await give(page, 'paste', { text: 'https://example.com/' });
  await expect
    .poll(
      async () => (await readFile(product.url, id)).canvas_data.shapes.find(({ type }: { type: string }) => type === 'text')?.text_spans,
    )
    .toEqual([{ from: 0, to: 20, link: 'https://example.com/' }]);
  expect(complaints).toEqual([]);
});

test('a copied rectangle is on the clipboard as text, and the copy is confirmed [F191]', async ({ page, product, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const id = await makeFile(product.url, {
    canvas_data: { shapes: [{ type: 'rectangle', x: 100, y: 100, w: 160, h: 80, text: 'API' }] },
  });
  await openFile(page, product.url, id);
  const board = page.getByRole('application', { name: 'Board' });
  await board.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  await expect(page.getByText('Copied one shape')).toBeVisible();
  const text = await clipboardText(page);
  expect(JSON.parse(text).shapes).toMatchObject([{ type: 'rectangle', w: 160, h: 80, text: 'API' }]);
});

test('the selection is copied as a picture, as SVG and as text', async ({ page, product, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const id = await makeFile(product.url, {
    canvas_data: { shapes: [{ type: 'rectangle', x: 100, y: 100, w: 160, h: 80, text: 'API' }] },
  });
  await openFile(page, product.url, id);
  const board = page.getByRole('application', { name: 'Board' });
  const copyAs = async (form: string) => {
    await board.focus();
    await page.keyboard.press('ControlOrMeta+a');
    const box = (await board.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Copy as' }).press('ArrowRight');
    await page.getByRole('menuitem', { name: form, exact: true }).press('Enter');
  };
  await copyAs('SVG drawing');
  await expect(page.getByText('Copied as SVG')).toBeVisible();
  expect(await clipboardText(page)).toContain('<svg');
  await copyAs('Text');
  await expect(page.getByText('Copied as text')).toBeVisible();
  expect(await clipboardText(page)).toBe('API');
  await copyAs('PNG picture');
  await expect(page.getByText('Copied as a picture')).toBeVisible();
  const types = await page.evaluate('navigator.clipboard.read().then((items) => items.flatMap((item) => item.types))');
  expect(types).toContain('image/png');
});

test('a data model, dropped or pasted, becomes an editable diagram, and says what was left out', async ({ page, product, complaints }) => {
  const id = await makeFile(product.url);
  await openFile(page, product.url, id);
  const sql = 'CREATE TABLE users (id int PRIMARY KEY);\nCREATE TABLE orders (user_id int REFERENCES users, x int REFERENCES lost);';
  await give(page, 'drop', { files: [{ name: 'schema.sql', type: 'application/sql', base64: Buffer.from(sql).toString('base64') }] });
  await expect(page.getByText('A diagram from SQL')).toBeVisible();
  await expect(page.getByText('Line 2: “orders” refers to “lost”, which is not defined here.')).toBeVisible();
  await expect.poll(() => kinds(product.url, id)).toEqual(['arrow', 'block', 'entity', 'entity']);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => kinds(product.url, id)).toEqual([]);
  await give(page, 'paste', { text: 'Table a {\n  id int [pk]\n}\n' });
  await expect(page.getByText('A diagram from DBML')).toBeVisible();
  await expect.poll(() => kinds(product.url, id)).toEqual(['block', 'entity']);
  expect(complaints).toEqual([]);
});

test('a file of another tool becomes a new file from the workspace, and leaves as an Excalidraw file', async ({ page, product }) => {
  await page.goto(product.url);
  await page.getByRole('button', { name: 'New file' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Import' }).click();
  await (await chooser).setFiles({ name: 'My sketch.excalidraw', mimeType: 'application/json', buffer: Buffer.from(sketch) });
  await page.waitForURL(/\/f\//);
  await expect(page.getByText('4 shapes from Excalidraw')).toBeVisible();
  await expect(page.getByText('My sketch').first()).toBeVisible();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Excalidraw file' }).click();
  const written = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect(written.elements.map(({ type }: { type: string }) => type)).toEqual(
    expect.arrayContaining(['rectangle', 'ellipse', 'arrow', 'text', 'image']),
  );
  expect(Object.keys(written.files)).toHaveLength(1);
  // Our own export comes back beside what is there: its shapes, and its note at the end of the note.
  await page.getByRole('button', { name: 'Export' }).click();
  const ownDownload = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'JSON, everything' }).click();
  const own = { ...JSON.parse(readFileSync(await (await ownDownload).path(), 'utf8')), note_content: '# From the export' };
  const base64 = Buffer.from(JSON.stringify(own)).toString('base64');
  await give(page, 'drop', { files: [{ name: 'own.json', type: 'application/json', base64 }] });
  await expect(page.getByText('4 shapes and a note from AutoGraph')).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await expect.poll(async () => (await readFile(product.url, id)).note_content).toBe('# From the export');
  expect(await kinds(product.url, id)).toHaveLength(8);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(async () => (await readFile(product.url, id)).note_content).toBe('');
  await expect.poll(() => kinds(product.url, id)).toHaveLength(4);
});
