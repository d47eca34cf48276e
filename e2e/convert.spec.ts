import { expect, makeFile, openFile, readFile, test } from './product.ts';

const box = (id: string, x: number, y: number, text: string, more: object = {}) => ({
  id,
  type: 'rectangle',
  x,
  y,
  w: 160,
  h: 80,
  text,
  ...more,
});
const arrow = (id: string, from: string, to: string, more: object = {}) => ({
  id,
  type: 'arrow',
  x: 0,
  y: 0,
  w: 0,
  h: 0,
  start: { shape_id: from },
  end: { shape_id: to },
  ...more,
});

test('a drawing turns into a diagram as code where it stands, and back', async ({ page, product }) => {
  const id = await makeFile(product.url, {
    canvas_data: {
      shapes: [
        box('sh_a', 0, 0, 'Web app'),
        { id: 'sh_f', type: 'frame', x: 260, y: -60, w: 260, h: 320, text: 'Backend' },
        box('sh_b', 50, 60, 'API', { parent_id: 'sh_f', fill: 'green', fill_style: 'solid' }),
        { id: 'sh_c', type: 'diamond', x: 40, y: 190, w: 180, h: 100, text: 'Cached?', parent_id: 'sh_f' },
        arrow('sh_e', 'sh_a', 'sh_b', { text: 'asks' }),
        arrow('sh_g', 'sh_b', 'sh_c', { stroke_style: 'dashed' }),
      ],
      blocks: [],
    },
  });
  await openFile(page, product.url, id);
  const board = page.getByRole('application', { name: 'Board' });
  const choose = async (item: string) => {
    await board.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: item }).click();
  };
  await page.keyboard.press('Shift+1');
  await page.screenshot({ path: test.info().outputPath('drawn.png') });
  await choose('Turn into a diagram as code');
  const source = async () => (await readFile(product.url, id)).canvas_data.blocks[0]?.source;
  await expect.poll(source).toContain('flowchart');
  expect(await source()).toContain('webApp -->|asks| api');
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await expect(page.getByText('In step with the canvas')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('code.png') });
  await choose('Turn into free shapes');
  await expect.poll(async () => (await readFile(product.url, id)).canvas_data.blocks).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('freed.png') });
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => (await readFile(product.url, id)).canvas_data.shapes.find((shape: { id: string }) => shape.id === 'sh_a')?.text)
    .toBe('Web app');
});
