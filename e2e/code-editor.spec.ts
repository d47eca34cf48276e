import { readFile as readDisk } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, signIn, test } from './product.ts';

const lines = Array.from({ length: 60 }, (_, at) => `  n${at}[Alice ${at}] --> n${at + 1}`);
const long = `flowchart LR\n${lines.join('\n')}\n`;

async function openCode(page: Page, url: string, source: string): Promise<string> {
  const id = await makeFile(url, { blocks: [{ language: 'mermaid', source }] });
  await openFile(page, url, id);
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await page.getByRole('textbox', { name: /^Code of/ }).click();
  return id;
}

const sourceOf = async (url: string, id: string): Promise<string> => (await readFile(url, id)).canvas_data.blocks[0].source;

test.describe('code editor', () => {
  test('colours keywords apart from names [F275]', async ({ page, product }) => {
    await openCode(page, product.url, 'flowchart LR\n  plainName --> other');
    const color = (text: string) =>
      page.evaluate<string>(
        `getComputedStyle([...document.querySelectorAll('.cm-line span'), ...document.querySelectorAll('.cm-line')].find((one) => one.textContent.trim().startsWith('${text}'))).color`,
      );
    expect(await color('flowchart')).not.toBe(await color('plainName'));
  });

  test('is read in light, dark or own colours, also after a reload', async ({ page, product }) => {
    await openCode(page, product.url, 'flowchart LR\n  plainName --> other');
    const pick = async (theme: string) => {
      await page.getByRole('button', { name: 'More about this code' }).click();
      await page.getByRole('menuitem', { name: /^Colours of the code/ }).click();
      await page.getByRole('radio', { name: theme, exact: true }).click();
    };
    const colorOf = (word: string) => page.locator('.cm-line span', { hasText: word }).first();
    const [light, dark, own] = ['rgb(122, 61, 184)', 'rgb(201, 162, 242)', 'rgb(17, 34, 51)'];
    await expect(colorOf('flowchart')).toHaveCSS('color', light);
    await pick('Dark');
    await page.keyboard.press('Escape');
    await expect(colorOf('flowchart')).toHaveCSS('color', dark);
    await pick('My own');
    await page.getByLabel('Keywords').fill('#112233');
    await page.keyboard.press('Escape');
    await expect(colorOf('flowchart')).toHaveCSS('color', own);
    await page.reload();
    await page.getByRole('button', { name: 'Code', exact: true }).click();
    await expect(colorOf('flowchart')).toHaveCSS('color', own);
    await pick('As the app');
    await expect(colorOf('flowchart')).toHaveCSS('color', light);
  });

  test('numbers its lines, also after scrolling [F306]', async ({ page, product }) => {
    await openCode(page, product.url, long);
    await expect(page.locator('.cm-lineNumbers .cm-gutterElement').filter({ hasText: /^1$/ }).first()).toBeVisible();
    await page.keyboard.press('Control+End');
    await expect(page.locator('.cm-lineNumbers .cm-gutterElement').filter({ hasText: /^61$/ }).first()).toBeVisible();
  });

  test('finds and replaces every occurrence [F308]', async ({ page, product }) => {
    const id = await openCode(page, product.url, 'sequenceDiagram\n  Alice->>Bert: hello\n  Bert->>Alice: hi');
    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: 'Find' }).pressSequentially('Alice');
    await expect(page.locator('.cm-searchMatch')).toHaveCount(2);
    await page.getByRole('textbox', { name: 'Replace' }).pressSequentially('Bob');
    await page.getByRole('button', { name: 'replace all' }).click();
    await expect.poll(() => sourceOf(product.url, id)).toBe('sequenceDiagram\n  Bob->>Bert: hello\n  Bert->>Bob: hi');
  });

  test('types at several carets at once [F309]', async ({ page, product }) => {
    const id = await openCode(page, product.url, 'flowchart LR\n  a\n  b\n  c');
    const line = (at: number) => page.locator('.cm-line').nth(at);
    await line(1).click({ position: { x: 200, y: 8 } });
    for (const at of [2, 3]) await line(at).click({ position: { x: 200, y: 8 }, modifiers: ['Alt'] });
    await page.keyboard.type('x');
    await expect.poll(() => sourceOf(product.url, id)).toBe('flowchart LR\n  ax\n  bx\n  cx');
  });

  test('offers the kinds of diagram in an empty text, and completes what is begun [F281]', async ({ page, product }) => {
    await openCode(page, product.url, 'flowchart LR\n  a --> b');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+Space');
    const offers = page.getByRole('listbox').getByRole('option');
    const kinds = ['flowchart', 'sequenceDiagram', 'classDiagram', 'stateDiagram-v2', 'erDiagram', 'gantt', 'gitGraph', 'mindmap'];
    const others = ['timeline', 'C4Context', 'architecture-beta', 'block', 'kanban', 'requirementDiagram', 'pie', 'journey'];
    for (const kind of [...kinds, ...others]) await expect(offers.filter({ hasText: kind }).first()).toBeAttached();
    await page.keyboard.press('Escape');
    await page.keyboard.type('sequenceD');
    // While it waits for more the list takes no choice.
    await expect(page.locator('.cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled)')).toBeVisible();
    await page.getByRole('option', { selected: true }).filter({ hasText: 'sequenceDiagram' }).click();
    await expect(page.locator('.cm-line').first()).toHaveText(/^sequenceDiagram/);
  });

  test('ends the line by Enter when the word offered is the one that stands there', async ({ page, product }) => {
    const id = await openCode(page, product.url, 'flowchart LR\n  a --> b');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('flowchart LR');
    await expect(page.getByRole('option', { selected: true })).toHaveText(/^LR/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('a[First]');
    await expect.poll(() => sourceOf(product.url, id)).toBe('flowchart LR\n  a[First]');
  });

  test('completes a word with Tab [F280]', async ({ page, product }) => {
    const id = await openCode(page, product.url, 'flowchart LR\n  a --> b');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('gra');
    await expect(page.getByRole('listbox').getByRole('option', { name: /^graph/ })).toBeVisible();
    await expect(page.getByRole('option', { selected: true })).toHaveText(/^graph/);
    await page.keyboard.press('Tab');
    await expect.poll(() => sourceOf(product.url, id)).toBe('graph');
  });

  test('indents and spaces the text with Shift+Alt+F; one undo brings it back [F282]', async ({ page, product }) => {
    const ragged = 'flowchart LR\nsubgraph one\na-->b\n      long[Long]-->|yes|b\nend';
    const id = await openCode(page, product.url, ragged);
    await page.keyboard.press('Shift+Alt+F');
    await expect
      .poll(() => sourceOf(product.url, id))
      .toBe('flowchart LR\n  subgraph one\n    a          --> b\n    long[Long] -->|yes| b\n  end');
    await page.keyboard.press('Control+z');
    await expect.poll(() => sourceOf(product.url, id)).toBe(ragged);
  });

  test('has its caret where it was after an undo and a redo', async ({ page, product }) => {
    const id = await openCode(page, product.url, 'flowchart LR\n  a --> b');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' --> c');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+y');
    await page.keyboard.type('d');
    await expect.poll(() => sourceOf(product.url, id)).toBe('flowchart LR\n  a --> b --> cd');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+z');
    await page.keyboard.type('e');
    await expect.poll(() => sourceOf(product.url, id)).toBe('flowchart LR\n  a --> b --> ce');
  });

  test('folds a block and unfolds it, with the text untouched [F307]', async ({ page, product }) => {
    const source = 'flowchart LR\n  subgraph one\n    inside\n  end\n  outside';
    const id = await openCode(page, product.url, source);
    await page.locator('.cm-foldGutter').getByTitle('Fold line', { exact: true }).click();
    await expect(page.locator('.cm-content')).not.toContainText('inside');
    await expect(page.locator('.cm-content')).toContainText('outside');
    await page.locator('.cm-foldPlaceholder').click();
    await expect(page.locator('.cm-content')).toContainText('inside');
    expect(await sourceOf(product.url, id)).toBe(source);
  });

  test('a line under the pointer shows its shape, a shape under the pointer its line', async ({ page, product }) => {
    const id = await openCode(page, product.url, 'flowchart TD\n  alpha[Alpha]\n  beta[Beta]\n  alpha --> beta\n');
    const board = page.getByRole('application');
    const before = await board.screenshot();
    await page.locator('.cm-line', { hasText: 'beta[Beta]' }).hover({ position: { x: 30, y: 8 } });
    await expect(page.locator('.cm-hovered-line')).toHaveText(/beta\[Beta\]/);
    await expect.poll(async () => (await board.screenshot()).equals(before)).toBe(false);
    await page.locator('.cm-line', { hasText: 'alpha[Alpha]' }).hover({ position: { x: 30, y: 8 } });
    await expect(page.locator('.cm-hovered-line')).toHaveText(/alpha\[Alpha\]/);
    await board.hover({ position: { x: 5, y: 300 } });
    await expect(page.locator('.cm-hovered-line')).toHaveCount(0);

    await board.focus();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('complementary', { name: 'Properties' })).toBeHidden();
    await page.keyboard.press('Shift+1');
    const { shapes } = (await readFile(product.url, id)).canvas_data;
    const block = shapes.find(({ type }: { type: string }) => type === 'block');
    const area = await board.boundingBox();
    if (!area) throw new Error('no board');
    for (const text of ['Alpha', 'Beta']) {
      const node = shapes.find((shape: { text?: string }) => shape.text === text);
      const x = area.width / 2 - block.w / 2 + node.x + node.w / 2;
      const y = area.height / 2 - block.h / 2 + node.y + node.h / 2;
      await board.hover({ position: { x, y } });
      await expect(page.locator('.cm-hovered-line')).toHaveText(new RegExp(`\\[${text}\\]`));
    }
  });

  test('leaves the board free of the properties of what is written, until that is turned to there', async ({ page, product }) => {
    await openCode(page, product.url, 'flowchart TD\n  alpha[Alpha]\n  beta[Beta]\n  alpha --> beta\n');
    const properties = page.getByRole('complementary', { name: 'Properties' });
    const board = page.getByRole('application', { name: 'Board' });
    await board.focus();
    await page.keyboard.press('Control+a');
    await expect(properties).toBeVisible();
    for (const line of ['alpha[Alpha]', 'beta[Beta]']) {
      await page.locator('.cm-line', { hasText: line }).click();
      await expect(properties).toBeHidden();
    }
    await board.press('Shift');
    await expect(properties.getByRole('heading', { level: 2 }).first()).toBeVisible();
  });

  test('takes patterns from a menu, to be filled in field by field', async ({ page, product }) => {
    const id = await openCode(page, product.url, 'flowchart LR\n  a --> b');
    await page.getByRole('button', { name: 'Insert a pattern' }).click();
    await page.getByRole('menuitem', { name: /^Group/ }).click();
    await page.keyboard.type('shop');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Web shop');
    await expect.poll(() => sourceOf(product.url, id)).toContain('\n  subgraph shop [Web shop]\n    a --> b\n  end');
  });

  test('comes from files and goes into one [F302, F303]', async ({ page, product }) => {
    const id = await openCode(page, product.url, 'flowchart LR\n  a --> b');
    const menu = async (item: string) => {
      await page.getByRole('button', { name: 'More about this code' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    const chooser = page.waitForEvent('filechooser');
    await menu('Import a file of code');
    const source = 'flowchart TD\n  %% from a file\n  x[One] --> y{Two}\n%% autograph: x=300,60! y=40,200\n';
    await (await chooser).setFiles({ name: 'plan.mmd', mimeType: 'text/plain', buffer: Buffer.from(source) });
    await expect(page.locator('.cm-content')).toContainText('from a file');
    await expect(page.locator('.cm-content')).not.toContainText('autograph');
    await expect
      .poll(async () => (await readFile(product.url, id)).canvas_data.shapes.some(({ text }: { text?: string }) => text === 'Two'))
      .toBe(true);
    const download = page.waitForEvent('download');
    await menu('Download as .mmd');
    const saved = await (await download).path();
    // Where things were put by hand comes along as a remark, and goes with the file again.
    expect(await readDisk(saved, 'utf8')).toMatch(
      /^flowchart TD\n {2}%% from a file\n {2}x\[One\] --> y\{Two\}\n%% autograph: x=300,60! y=40,200,[\d,]+\n$/,
    );
  });

  test('mends a usual mistake by one click', async ({ page, product }) => {
    const id = await openCode(page, product.url, 'flowchart LR\n  a --> b');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nb -> c');
    await page.getByRole('button', { name: 'Write “-->”', exact: true }).click();
    await expect.poll(() => sourceOf(product.url, id)).toBe('flowchart LR\n  a --> b\n  b --> c');
    await expect(page.getByText('In step with the canvas')).toBeVisible();
  });

  test('a listed problem leads to its line [F288]', async ({ page, product }) => {
    await openCode(page, product.url, 'flowchart LR\n  a --> b\n  b --> c\n  c --> d\n');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('  d -->');
    const problem = page.getByRole('list', { name: 'Problems' }).getByRole('button').first();
    await expect(problem).toHaveText(/^Line 5 /);
    await page.keyboard.press('Control+Home');
    await problem.click();
    await expect(page.locator('.cm-activeLine')).toContainText('d -->');
  });
});

async function insertTemplate(page: Page, url: string, label: string): Promise<readonly string[]> {
  const id = await makeFile(url);
  await openFile(page, url, id);
  await page.getByRole('button', { name: 'Insert a diagram' }).first().click();
  await page.getByRole('menuitem', { name: label }).first().click();
  const types = async (): Promise<string[]> => (await readFile(url, id)).canvas_data.shapes.map((shape: { type: string }) => shape.type);
  await expect.poll(types).toContain('arrow');
  await expect(page.getByText('In step with the canvas')).toBeVisible();
  return types();
}

const count = (types: readonly string[], wanted: string) => types.filter((type) => type === wanted).length;

test.describe('templates become shapes without an error:', () => {
  test('a basic flowchart [F284]', async ({ page, product }) => {
    expect(count(await insertTemplate(page, product.url, 'Basic flowchart'), 'node')).toBeGreaterThanOrEqual(2);
  });

  test('an architecture of services [F285]', async ({ page, product }) => {
    expect(count(await insertTemplate(page, product.url, 'Architecture'), 'node')).toBeGreaterThanOrEqual(2);
  });

  test('a sequence of messages [F286]', async ({ page, product }) => {
    const types = await insertTemplate(page, product.url, 'Sequence');
    expect(count(types, 'lifeline')).toBeGreaterThanOrEqual(2);
    expect(count(types, 'arrow')).toBeGreaterThanOrEqual(1);
  });

  test('tables and their relations [F287]', async ({ page, product }) => {
    expect(count(await insertTemplate(page, product.url, 'Entity relationships'), 'entity')).toBeGreaterThanOrEqual(2);
  });
});

test('the menu of the right button duplicates a shape [F211]', async ({ page, product }) => {
  const id = await makeFile(product.url, {
    canvas_data: { shapes: [{ id: 'sh_a', type: 'rectangle', x: 0, y: 0, w: 400, h: 300 }], blocks: [] },
  });
  await openFile(page, product.url, id);
  const board = page.getByRole('application', { name: 'Board' });
  const box = await board.boundingBox();
  if (!box) throw new Error('no board');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'right' });
  for (const name of ['Copy', 'Paste', 'Duplicate', 'Delete', 'Bring to front', 'Send to back'])
    await expect(page.getByRole('menuitem', { name: new RegExp(`^${name}(?! as)`) })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect.poll(async () => (await readFile(product.url, id)).canvas_data.shapes.length).toBe(2);
  await page.mouse.click(box.x + 20, box.y + 200, { button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Select all' })).toBeVisible();
});

test('another one in the room is seen by pointer, selection and name [F388, F391]', async ({ page, product, browser }) => {
  const id = await makeFile(product.url, {
    canvas_data: { shapes: [{ id: 'sh_a', type: 'rectangle', x: 0, y: 0, w: 200, h: 100 }], blocks: [] },
  });
  await openFile(page, product.url, id);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, product.url);
  await openFile(other, product.url, id);
  const painted = async () => (await page.getByRole('application', { name: 'Board' }).screenshot()).toString('base64');
  await expect(page.getByLabel('Also here')).toBeVisible();
  const before = await painted();
  const box = await other.getByRole('application', { name: 'Board' }).boundingBox();
  if (!box) throw new Error('no board');
  await other.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(painted).not.toBe(before);
  await other.context().close();
  await expect.poll(painted).toBe(before);
});
