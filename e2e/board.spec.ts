import { expect, makeFile, openFile, readFile, test } from './product.ts';

test.describe('board', () => {
  test('draws, moves, undoes and keeps shapes over a reload [F163, F164, F194, F236]', async ({ page, product, complaints }) => {
    const id = await makeFile(product.url);
    await openFile(page, product.url, id);
    const board = page.getByRole('application', { name: 'Board' });
    await board.click({ position: { x: 60, y: 300 } });

    await page.keyboard.press('r');
    await page.mouse.move(500, 300);
    await page.mouse.down();
    await page.mouse.move(620, 380, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.press('o');
    await page.mouse.move(760, 300);
    await page.mouse.down();
    await page.mouse.move(860, 380, { steps: 4 });
    await page.mouse.up();
    await expect
      .poll(async () => (await readFile(product.url, id)).canvas_data.shapes.map((shape: { type: string }) => shape.type))
      .toEqual(['rectangle', 'ellipse']);

    const before = (await readFile(product.url, id)).canvas_data.shapes[0];
    await page.mouse.move(560, 340);
    await page.mouse.down();
    await page.mouse.move(560, 460, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => (await readFile(product.url, id)).canvas_data.shapes[0].y).toBeCloseTo(before.y + 120, 0);

    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await readFile(product.url, id)).canvas_data.shapes[0].y).toBe(before.y);

    await page.reload();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    expect((await readFile(product.url, id)).canvas_data.shapes).toHaveLength(2);
    expect(complaints).toEqual([]);
  });

  test('comes back after a reload to the shapes, the camera and the undo of the last edit [F236]', async ({ page, product }) => {
    const ten = Array.from({ length: 10 }, (_, i) => ({ id: `sh_${i}`, type: 'rectangle', x: i * 200, y: 0, w: 120, h: 80 }));
    const id = await makeFile(product.url, { canvas_data: { shapes: ten, blocks: [] } });
    const stored = async () => (await readFile(product.url, id)).canvas_data.shapes;
    /** Draws a rectangle at a fixed place of the window and gives where it is on the page. */
    const draw = async () => {
      await page.keyboard.press('r');
      await page.mouse.move(700, 500);
      await page.mouse.down();
      await page.mouse.move(790, 560, { steps: 4 });
      await page.mouse.up();
      await expect.poll(stored).toHaveLength(11);
      const { x, y, w, h } = (await stored()).at(-1);
      return { x, y, w, h };
    };
    await openFile(page, product.url, id);
    await page.getByRole('application', { name: 'Board' }).focus();
    await page.getByRole('button', { name: /^Zoom: / }).click();
    await page.getByRole('menuitem', { name: '150 %' }).click();
    await page.mouse.move(700, 400);
    await page.mouse.wheel(90, -300);
    await page.getByRole('application', { name: 'Board' }).focus();
    const before = await draw();
    expect(before).toMatchObject({ w: 60, h: 40 });
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();

    await page.reload();
    await expect(page.getByRole('button', { name: 'Zoom: 150 %' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled();
    await expect.poll(stored).toHaveLength(11);
    await page.keyboard.press('Control+z');
    await expect.poll(stored).toHaveLength(10);
    expect(await draw()).toEqual(before);
  });

  test('undoes after a reload what was typed in the note and in code, in one line with the board [F236]', async ({ page, product }) => {
    const id = await makeFile(product.url, { type: 'mixed', blocks: [{ language: 'mermaid', source: 'flowchart LR\n  a --> b' }] });
    const stored = async () => {
      const {
        note_content: note,
        canvas_data: { blocks },
      } = await readFile(product.url, id);
      return [note, blocks[0]?.source];
    };
    await openFile(page, product.url, id);
    await page.getByRole('button', { name: 'Code', exact: true }).click();
    await page.getByRole('textbox', { name: /^Code of/ }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' --> c');
    await page.getByRole('textbox', { name: 'Note', exact: true }).click();
    await page.keyboard.type('Plan');
    await expect.poll(stored).toEqual(['Plan', 'flowchart LR\n  a --> b --> c']);

    await page.reload();
    const undo = page.getByRole('button', { name: /^Undo/ });
    await expect(undo).toBeEnabled();
    await undo.click();
    await expect.poll(stored).toEqual(['', 'flowchart LR\n  a --> b --> c']);
    await undo.click();
    await expect.poll(stored).toEqual(['', 'flowchart LR\n  a --> b']);
    await page.getByRole('button', { name: /^Redo/ }).click();
    await expect.poll(stored).toEqual(['', 'flowchart LR\n  a --> b --> c']);
  });

  test('keeps for each window of a file what was done in it [F236]', async ({ page, product, context }) => {
    const shape = (id: string, y: number) => ({ id, type: 'rectangle', x: 0, y, w: 120, h: 80 });
    const id = await makeFile(product.url, { canvas_data: { shapes: [shape('sh_a', 0), shape('sh_b', 200)], blocks: [] } });
    const places = async () => (await readFile(product.url, id)).canvas_data.shapes.map(({ x }: { x: number }) => x);
    const other = await context.newPage();
    /** Goes to a shape by keys and moves it by 10 px. */
    const move = async (window: typeof page, tabs: number) => {
      await openFile(window, product.url, id);
      await window.getByRole('application', { name: 'Board' }).focus();
      for (let i = 0; i < tabs; i++) await window.keyboard.press('Tab');
      await window.keyboard.press('Shift+ArrowRight');
      await expect(window.getByText('Saved', { exact: true })).toBeVisible();
    };
    await move(page, 1);
    await expect.poll(places).toEqual([10, 0]);
    await move(other, 2);
    await expect.poll(places).toEqual([10, 10]);
    await page.reload();
    await other.reload();
    for (const [window, left] of [
      [page, [0, 10]],
      [other, [0, 0]],
    ] as const) {
      const undo = window.getByRole('button', { name: /^Undo/ });
      await expect(undo).toBeEnabled();
      await undo.click();
      await expect.poll(places).toEqual(left);
      await expect(undo).toBeDisabled();
    }
  });

  test('binds an arrow that follows the shape it ends at [F239]', async ({ page, product }) => {
    const shape = (id: string, x: number) => ({ id, type: 'rectangle', x, y: 0, w: 120, h: 80 });
    const id = await makeFile(product.url, { canvas_data: { shapes: [shape('sh_a', 0), shape('sh_b', 400)], blocks: [] } });
    await openFile(page, product.url, id);
    const board = page.getByRole('application', { name: 'Board' });
    await board.click({ position: { x: 60, y: 300 } });
    await page.keyboard.press('Shift+1');
    const box = await board.boundingBox();
    if (!box) throw new Error('no board');
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.keyboard.press('a');
    await page.mouse.move(middle.x - 200, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x + 200, middle.y, { steps: 8 });
    await page.mouse.up();
    await expect
      .poll(async () => (await readFile(product.url, id)).canvas_data.shapes.find((one: { type: string }) => one.type === 'arrow'))
      .toMatchObject({ start: { shape_id: 'sh_a' }, end: { shape_id: 'sh_b' } });
  });

  test('writes text into a shape in place', async ({ page, product }) => {
    const id = await makeFile(product.url);
    await openFile(page, product.url, id);
    const board = page.getByRole('application', { name: 'Board' });
    await board.click({ position: { x: 60, y: 300 } });
    await page.keyboard.press('r');
    await page.mouse.move(500, 300);
    await page.mouse.down();
    await page.mouse.move(700, 400, { steps: 4 });
    await page.mouse.up();
    await page.mouse.dblclick(600, 350);
    await expect(page.getByRole('textbox', { name: /^Text of / })).toBeFocused();
    await page.keyboard.type('Payment service');
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await readFile(product.url, id)).canvas_data.shapes[0]?.text).toBe('Payment service');
  });

  test('takes every key typed right after Enter, and the next tool key after Escape [F167]', async ({ page, product }) => {
    const id = await makeFile(product.url);
    await openFile(page, product.url, id);
    await page.getByRole('application', { name: 'Board' }).focus();
    for (const [tool, x, label] of [
      ['r', 400, 'Web shop'],
      ['o', 700, 'Orders'],
    ] as const) {
      await page.keyboard.press(tool);
      await page.mouse.move(x, 250);
      await page.mouse.down();
      await page.mouse.move(x + 160, 340, { steps: 3 });
      await page.mouse.up();
      await page.keyboard.press('Enter');
      await page.keyboard.type(label);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('t');
    await page.mouse.click(500, 500);
    await page.keyboard.type('Hello World');
    await page.keyboard.press('Escape');
    await expect
      .poll(async () =>
        (await readFile(product.url, id)).canvas_data.shapes.map((shape: { type: string; text?: string }) => [shape.type, shape.text]),
      )
      .toEqual([
        ['rectangle', 'Web shop'],
        ['ellipse', 'Orders'],
        ['text', 'Hello World'],
      ]);
  });

  test('zooms about the pointer and pans with the wheel [F213]', async ({ page, product }) => {
    const id = await makeFile(product.url);
    await openFile(page, product.url, id);
    await page.mouse.move(700, 400);
    await page.keyboard.down('Control');
    for (let i = 0; i < 5; i++) await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await expect(page.getByRole('button', { name: /^Zoom: (1[1-9]\d|[2-4]\d\d) %/ })).toBeVisible();
    await page.keyboard.down('Control');
    for (let i = 0; i < 60; i++) await page.mouse.wheel(0, 200);
    await page.keyboard.up('Control');
    await expect(page.getByRole('button', { name: 'Zoom: 10 %' })).toBeVisible();
  });

  test('colours the selection from the panel [F198, F210]', async ({ page, product }) => {
    const id = await makeFile(product.url, {
      canvas_data: { shapes: [{ id: 'sh_a', type: 'rectangle', x: 0, y: 0, w: 120, h: 80 }], blocks: [] },
    });
    await openFile(page, product.url, id);
    await page.getByRole('application', { name: 'Board' }).click({ position: { x: 60, y: 300 } });
    await page.keyboard.press('Control+a');
    const panel = page.getByRole('complementary', { name: 'Properties' }).or(page.getByRole('region', { name: 'Properties' }));
    await expect(panel).toBeVisible();
    await panel.getByRole('radio', { name: 'red', exact: false }).first().click();
    await expect.poll(async () => (await readFile(product.url, id)).canvas_data.shapes[0].fill).toBe('red');
  });
});
