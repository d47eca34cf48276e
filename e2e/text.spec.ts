import type { CDPSession, Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

const shapeOf = async (url: string, id: string) => (await readFile(url, id)).canvas_data.shapes[0];

/** Opens a file with one shape, and its text for writing. */
async function write(page: Page, url: string, shape: Record<string, unknown>) {
  const made = { id: 'sh_a', type: 'text', x: 0, y: 0, w: 90, h: 21, ...shape };
  const id = await makeFile(url, { canvas_data: { shapes: [made], blocks: [] } });
  await openFile(page, url, id);
  await page.getByRole('application', { name: 'Board' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Enter');
  const box = page.getByRole('textbox', { name: /^Text of / });
  await expect(box).toBeFocused();
  return { id, box };
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'Properties' });

test.describe('text', () => {
  test('takes bold, italic and underline in turn, and shows all three [F243]', async ({ page, product, complaints }) => {
    const { id } = await write(page, product.url, { text: 'Hello World' });
    await page.keyboard.press('Escape');
    for (const name of ['Bold', 'Italic', 'Underline']) {
      await panel(page).getByRole('button', { name }).click();
      await expect(panel(page).getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
    }
    await expect.poll(() => shapeOf(product.url, id)).toMatchObject({ bold: true, italic: true, underline: true });
    expect(complaints).toEqual([]);
  });

  test('styles what is selected while writing, by keys and by buttons [F243]', async ({ page, product }) => {
    const { id, box } = await write(page, product.url, { text: 'Hello World' });
    await page.keyboard.press('End');
    for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Control+b');
    await page.keyboard.press('Control+i');
    await panel(page).getByRole('button', { name: 'Underline' }).click();
    await expect(box).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('!');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => shapeOf(product.url, id))
      .toMatchObject({ text: 'Hello World!', text_spans: [{ from: 6, to: 12, bold: true, italic: true, underline: true }] });
  });

  test('is written over lines, with the keys that every editor has', async ({ page, product }) => {
    const { id } = await write(page, product.url, { text: '', w: 200, auto_width: false });
    await page.keyboard.type('one two three four five six seven');
    await page.keyboard.press('Enter');
    await page.keyboard.type('last');
    await page.keyboard.press('Home');
    await page.keyboard.type('the ');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await page.keyboard.press('Control+Backspace');
    await page.keyboard.type('7');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Delete');
    await page.keyboard.type('O');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await shapeOf(product.url, id)).text).toBe('One two three four five six 7\nthe last');
  });

  test('links what is selected, and opens the link [F243]', async ({ page, product, context }) => {
    const { id, box } = await write(page, product.url, { text: 'our docs', font_size: 40 });
    await page.keyboard.press('End');
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Control+k');
    const address = page.getByRole('textbox', { name: 'Address' });
    await expect(address).toBeFocused();
    await address.fill(`${product.url}/signin`);
    await page.keyboard.press('Enter');
    await expect(box).toBeFocused();
    const at = await box.locator('span').last().boundingBox();
    await page.keyboard.press('Escape');
    await expect
      .poll(() => shapeOf(product.url, id))
      .toMatchObject({ text: 'our docs', text_spans: [{ from: 4, to: 8, link: `${product.url}/signin` }] });
    if (!at) throw new Error('no place');
    const opened = context.waitForEvent('page');
    await page.keyboard.down('Control');
    await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
    await page.keyboard.up('Control');
    expect((await opened).url()).toContain(product.url);
  });

  test('keeps the looks of pasted text and drops the rest', async ({ page, product }) => {
    const { id, box } = await write(page, product.url, { text: 'x' });
    const html =
      '<style>p{}</style><h1 style="color:red">Big</h1><p>a <b>bold</b> <i>and <u>under</u></i>\n line</p><script>alert(1)</script><p><a href="https://example.org">link</a> <a href="javascript:alert(1)">no</a> <code>x()</code><s>old</s></p>';
    await expect(box).toBeFocused();
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', ${JSON.stringify(html)});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    await page.keyboard.press('Escape');
    const text = 'Big\na bold and under line\nlink no x()old';
    await expect
      .poll(() => shapeOf(product.url, id))
      .toMatchObject({
        text,
        text_spans: [
          { from: 6, to: 10, bold: true },
          { from: 11, to: 15, italic: true },
          { from: 15, to: 20, italic: true, underline: true },
          { from: 26, to: 30, link: 'https://example.org' },
          { from: 34, to: 37, code: true },
          { from: 37, to: 40, strike: true },
        ],
      });
  });

  test('composes with an input method, in the middle of a styled text', async ({ page, product }) => {
    const { id } = await write(page, product.url, { text: 'ab', text_spans: [{ from: 0, to: 2, bold: true }] });
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const cdp: CDPSession = await page.context().newCDPSession(page);
    const compose = (text: string) => cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await compose('に');
    await compose('にほ');
    await compose('にほん');
    await cdp.send('Input.insertText', { text: '日本' });
    await page.keyboard.type('!');
    await page.keyboard.press('Escape');
    await expect.poll(() => shapeOf(product.url, id)).toMatchObject({ text: 'a日本!b', text_spans: [{ from: 0, to: 5, bold: true }] });
  });

  test('from right to left has its caret beside the letters that it stands between', async ({ page, product }) => {
    const { id, box } = await write(page, product.url, { text: 'שלום', w: 300, font_size: 40, auto_width: false });
    /** Where the caret is in the page, and where the letters begin and end that the board paints, px. */
    const caret = () =>
      page.evaluate<number>(`(() => {
        const { focusNode, focusOffset } = getSelection();
        const range = document.createRange();
        range.setStart(focusNode, focusOffset);
        return range.getClientRects()[0].left;
      })()`);
    const area = await box.boundingBox();
    if (!area) throw new Error('no place');
    const ink = await page.evaluate<number[]>(`(() => {
      const canvas = document.querySelector('canvas[data-layer=board]');
      const ratio = canvas.width / canvas.getBoundingClientRect().width;
      const { left, top } = canvas.getBoundingClientRect();
      const at = { x: (${area.x} - left) * ratio, y: (${area.y} - top) * ratio, w: ${area.width} * ratio, h: ${area.height} * ratio };
      const { data, width } = canvas.getContext('2d').getImageData(at.x, at.y, at.w, at.h);
      const dark = new Set();
      for (let i = 0; i < data.length; i += 4) if (data[i] + data[i + 1] + data[i + 2] < 250) dark.add((i / 4) % width);
      return [Math.min(...dark), Math.max(...dark)].map((x) => ${area.x} + x / ratio);
    })()`);
    await page.keyboard.press('Home');
    const first = await caret();
    await page.keyboard.press('End');
    const last = await caret();
    expect(Math.abs(first - (ink[1] ?? 0))).toBeLessThan(6);
    expect(Math.abs(last - (ink[0] ?? 0))).toBeLessThan(6);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    const second = await caret();
    expect(second).toBeLessThan(first);
    expect(second).toBeGreaterThan(last);
    await page.keyboard.type('א');
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await shapeOf(product.url, id)).text).toBe('שאלום');
  });

  test('is set in a typeface from the list [F245]', async ({ page, product }) => {
    const text = (id: string, own: object) => ({ id, type: 'text', x: 0, w: 40, h: 21, ...own });
    const shapes = [text('sh_a', { text: 'iiii', y: 0 }), text('sh_b', { text: 'mmmm', y: 60 })];
    const id = await makeFile(product.url, { canvas_data: { shapes, blocks: [] } });
    await openFile(page, product.url, id);
    await page.getByRole('application', { name: 'Board' }).focus();
    await page.keyboard.press('Control+a');
    await panel(page).getByRole('combobox', { name: 'Font', exact: true }).click();
    for (const name of ['Arial', 'Helvetica', 'Times New Roman', 'Courier']) await expect(page.getByRole('option', { name })).toBeVisible();
    await page.getByRole('option', { name: 'Courier' }).click();
    await expect
      .poll(async () => (await readFile(product.url, id)).canvas_data.shapes.map((shape: { font?: string }) => shape.font))
      .toEqual(['courier', 'courier']);
    const [a, b] = (await readFile(product.url, id)).canvas_data.shapes;
    expect(a.w).toBe(b.w);
    const painted: number[] = await page.evaluate(`document.fonts.load('16px Cousine').then(() => {
      const context = document.createElement('canvas').getContext('2d');
      context.font = '16px Cousine';
      return ['iiii', 'mmmm'].map((words) => context.measureText(words).width);
    })`);
    expect(painted[0]).toBeCloseTo(a.w, -0.5);
    expect(painted[0]).toBe(painted[1]);
  });

  test('is 8 to 72 px high, whatever is entered [F244]', async ({ page, product }) => {
    const { id } = await write(page, product.url, { text: 'Hello' });
    await page.keyboard.press('Escape');
    const size = panel(page).getByRole('textbox', { name: 'Font size, px' });
    const heights: number[] = [];
    for (const [entered, stored] of [
      ['8', 8],
      ['24', 24],
      ['72', 72],
      ['500', 72],
      ['2', 8],
    ] as const) {
      await size.fill(entered);
      await size.press('Enter');
      await expect(size).toHaveValue(String(stored));
      await expect.poll(async () => (await shapeOf(product.url, id)).font_size).toBe(stored);
      heights.push((await shapeOf(product.url, id)).h);
    }
    expect(heights).toEqual([11, 32, 94, 94, 11]);
  });

  test('takes its colour from the palette or by hex code [F247]', async ({ page, product }) => {
    const { id } = await write(page, product.url, { text: 'MMMMM', font_size: 72, font: 'mono' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+1');
    /** Whether letters around the middle of the board are painted in exactly this colour. */
    const isPainted = (colour: string) =>
      page.evaluate<boolean>(`{
        const { width, height } = document.querySelector('canvas[data-layer=board]');
        const { data } = document.querySelector('canvas[data-layer=board]').getContext('2d').getImageData(width / 2 - 150, height / 2 - 60, 300, 120);
        let found = 0;
        for (let i = 0; i < data.length; i += 4) if ([data[i], data[i + 1], data[i + 2]].join() === '${colour}') found++;
        found > 200;
      }`);
    await panel(page).getByRole('radiogroup', { name: 'Text colour' }).getByRole('radio', { name: 'red' }).click();
    await expect.poll(async () => (await shapeOf(product.url, id)).text_color).toBe('red');
    await expect.poll(() => isPainted('217,45,58')).toBe(true);
    await panel(page).getByRole('button', { name: 'Text colour: custom colour' }).click();
    await page.getByRole('textbox', { name: 'Text colour: hex code' }).fill('#12ab9f');
    await expect.poll(async () => (await shapeOf(product.url, id)).text_color).toBe('#12ab9f');
    await expect.poll(() => isPainted('18,171,159')).toBe(true);
  });

  test('is aligned left, centred, right and justified [F246]', async ({ page, product }) => {
    const { id } = await write(page, product.url, { text: 'one two\nthree four five\nsix', w: 300, auto_width: false });
    await page.keyboard.press('Escape');
    for (const [name, value] of [
      ['Centre', 'center'],
      ['Right', 'right'],
      ['Justify', 'justify'],
      ['Left', 'left'],
    ] as const) {
      await panel(page).getByRole('radiogroup', { name: 'Text alignment' }).getByRole('radio', { name }).click();
      await expect.poll(async () => (await shapeOf(product.url, id)).text_align).toBe(value);
    }
  });
});
