import { expect, makeFile, openFile, readFile, test } from './product.ts';

interface Stored {
  readonly id: string;
  readonly type: string;
  readonly [property: string]: unknown;
}

const box = (id: string, x: number, y: number) => ({ id, type: 'rectangle', x, y, w: 120, h: 80 });

test.describe('arrows', () => {
  test('are drawn by two clicks, bound, followed, rebound and bent [F165, F239, F242]', async ({ page, product, complaints }) => {
    const id = await makeFile(product.url, {
      canvas_data: { shapes: [box('sh_a', 0, 0), box('sh_b', 360, 0), box('sh_c', 360, 240)], blocks: [] },
    });
    await openFile(page, product.url, id);
    const board = page.getByRole('application', { name: 'Board' });
    const frame = await board.boundingBox();
    if (!frame) throw new Error('no board');
    await page.keyboard.press('Shift+1');
    const shapes = async (): Promise<Stored[]> => (await readFile(product.url, id)).canvas_data.shapes;
    const arrow = async () => (await shapes()).find(({ type }) => type === 'arrow');
    // All of it fits at 100 %: the page's middle is the board's middle.
    const at = (x: number, y: number) => ({ x: frame.x + frame.width / 2 - 240 + x, y: frame.y + frame.height / 2 - 160 + y });
    const move = async (x: number, y: number) => page.mouse.move(at(x, y).x, at(x, y).y, { steps: 5 });
    const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
      await move(...from);
      await page.mouse.down();
      await move(...to);
      await page.mouse.up();
    };

    await page.keyboard.press('a');
    await page.mouse.click(at(60, 40).x, at(60, 40).y);
    await move(300, 60);
    await page.mouse.click(at(420, 40).x, at(420, 40).y);
    await expect.poll(arrow).toMatchObject({ start: { shape_id: 'sh_a' }, end: { shape_id: 'sh_b' } });

    await drag([356, 40], [420, 280]);
    await expect.poll(arrow).toMatchObject({ end: { shape_id: 'sh_c' } });

    await page.keyboard.press('Escape');
    await drag([60, 20], [60, 220]);
    await expect.poll(async () => (await shapes()).find((shape) => shape.id === 'sh_a')?.y).toBeCloseTo(200, 0);
    await page.screenshot({ path: test.info().outputPath('bound.png') });

    await page.mouse.click(at(200, 258).x, at(200, 258).y);
    await drag([238, 260], [238, 130]);
    await expect.poll(async () => (await arrow())?.route).toBe('curved');
    await page.screenshot({ path: test.info().outputPath('bent.png') });
    expect(complaints).toEqual([]);
  });

  test('wear a caption that slides along them [F240]', async ({ page, product }) => {
    const line = { id: 'sh_l', type: 'arrow', x: 0, y: 0, w: 0, h: 0, start: { x: 0, y: 0 }, end: { x: 400, y: 0 } };
    const id = await makeFile(product.url, { canvas_data: { shapes: [line], blocks: [] } });
    await openFile(page, product.url, id);
    const frame = await page.getByRole('application', { name: 'Board' }).boundingBox();
    if (!frame) throw new Error('no board');
    await page.keyboard.press('Shift+1');
    const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
    await page.mouse.dblclick(middle.x - 60, middle.y);
    await page.keyboard.type('HTTP Request');
    await page.keyboard.press('Escape');
    const stored = async () => (await readFile(product.url, id)).canvas_data.shapes[0];
    await expect.poll(async () => (await stored()).text).toBe('HTTP Request');
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x + 100, middle.y + 10, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await stored()).label_position).toBeCloseTo(0.75, 1);
    await page.screenshot({ path: test.info().outputPath('caption.png') });
  });

  test('and connected shapes come from the dots beside a shape', async ({ page, product }) => {
    const id = await makeFile(product.url, { canvas_data: { shapes: [box('sh_a', 0, 0)], blocks: [] } });
    await openFile(page, product.url, id);
    const frame = await page.getByRole('application', { name: 'Board' }).boundingBox();
    if (!frame) throw new Error('no board');
    await page.keyboard.press('Shift+1');
    const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
    await page.mouse.move(middle.x, middle.y, { steps: 3 });
    await page.mouse.move(middle.x + 82, middle.y, { steps: 6 });
    await page.screenshot({ path: test.info().outputPath('dots.png') });
    await page.mouse.down();
    await page.mouse.up();
    const kinds = async () => (await readFile(product.url, id)).canvas_data.shapes.map(({ type }: Stored) => type);
    await expect.poll(kinds).toEqual(['rectangle', 'rectangle', 'arrow']);
    await page.keyboard.press('Control+ArrowDown');
    await expect.poll(async () => (await kinds()).length).toBe(5);
    await page.screenshot({ path: test.info().outputPath('connected.png') });
  });

  test('have their ends, dashes and detours in the panel [F165, F201, F241]', async ({ page, product, complaints }) => {
    const line = { id: 'sh_l', type: 'arrow', x: 0, y: 0, w: 0, h: 0, start: { x: 0, y: 0 }, end: { x: 400, y: 0 } };
    const id = await makeFile(product.url, { canvas_data: { shapes: [line], blocks: [] } });
    await openFile(page, product.url, id);
    await page.getByRole('application', { name: 'Board' }).focus();
    await page.keyboard.press('Shift+1');
    await page.keyboard.press('Control+a');
    const stored = async () => (await readFile(product.url, id)).canvas_data.shapes[0];
    for (const [name, head] of [
      ['Triangle', 'triangle'],
      ['Circle', 'circle'],
      ['Diamond', 'diamond'],
      ['None', 'none'],
      ['Arrow', 'arrow'],
    ] as const) {
      await page.getByRole('button', { name: /^End of the line/ }).click();
      if (head === 'circle') await page.screenshot({ path: test.info().outputPath('heads.png') });
      await page.getByRole('radio', { name, exact: true }).click();
      await expect.poll(async () => (await stored()).end_head).toBe(head);
    }
    await page.getByRole('combobox', { name: 'Stroke style' }).click();
    await page.getByRole('option', { name: 'Dashed' }).click();
    await page.getByLabel('Gap between dashes, px').fill('14');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stored()).dash_gap).toBe(14);
    await page.getByLabel('Go around other shapes').check();
    await expect.poll(async () => (await stored()).avoid).toBe(true);
    await page.screenshot({ path: test.info().outputPath('panel.png') });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: test.info().outputPath('panel-dark.png') });
    expect(complaints).toEqual([]);
  });
});
