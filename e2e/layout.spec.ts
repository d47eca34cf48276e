import type { Shape } from '@autograph/document';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

const source =
  'flowchart TD\n  web[Web] --> api[API]\n  web --> docs[Docs]\n  api --> store[(Store)]\n  docs --> store\n  api --> queue[Queue]';

test('a diagram is tidied around what is pinned, and laid out in other ways, by panel, menu and keys', async ({
  page,
  product,
  complaints,
}) => {
  const id = await makeFile(product.url, { blocks: [{ language: 'mermaid', source }] });
  await openFile(page, product.url, id);
  const board = page.getByRole('application', { name: 'Board' });
  const box = await board.boundingBox();
  if (!box) throw new Error('no board');
  const read = async () => (await readFile(product.url, id)).canvas_data;
  const shapes = async (): Promise<Shape[]> => (await read()).shapes;
  const nodes = async () =>
    Object.fromEntries(
      (await shapes())
        .filter(({ type }) => type === 'node')
        .map(({ origin, x, y }) => [origin?.node_id ?? '', `${Math.round(x)} ${Math.round(y)}`]),
    );
  await expect.poll(async () => Object.keys(await nodes())).toHaveLength(5);
  const layered = await nodes();

  await page.keyboard.press('Shift+1');
  const block = (await shapes()).find(({ type }) => type === 'block');
  const queue = (await shapes()).find(({ origin }) => origin?.node_id === 'queue');
  if (!block || !queue) throw new Error('nothing is shown');
  const at = {
    x: box.x + box.width / 2 - block.w / 2 + queue.x + queue.w / 2,
    y: box.y + box.height / 2 - block.h / 2 + queue.y + queue.h / 2,
  };
  await page.mouse.click(at.x, at.y);
  const panel = page.getByRole('region', { name: 'Layout' });
  await panel.getByRole('button', { name: 'Pin', exact: true }).click();
  await expect.poll(async () => (await read()).blocks[0].layout.queue.pinned).toBe(true);
  await expect(panel.getByRole('button', { name: 'Unpin' })).toBeVisible();

  await panel.getByRole('combobox', { name: 'Layout' }).click();
  await page.getByRole('option', { name: 'Circle' }).click();
  await expect.poll(async () => (await read()).blocks[0].arrangement).toBe('circular');
  await expect.poll(async () => (await nodes()).api).not.toBe(layered.api);
  await panel.getByRole('radio', { name: 'Curved' }).click();
  await expect.poll(async () => (await read()).blocks[0].lines).toBe('curved');

  await board.focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await read()).blocks[0].arrangement).toBeUndefined();
  await expect.poll(nodes).toEqual(layered);

  await page.keyboard.press('Alt+p');
  await expect(panel.getByRole('button', { name: 'Pin', exact: true })).toBeVisible();
  await page.keyboard.press('Control+Alt+t');
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Board menu' });
  await expect(menu.getByRole('menuitem', { name: /Tidy the diagram/ })).toBeVisible();
  await menu.getByRole('menuitem', { name: 'Layout' }).click();
  await page.getByRole('menuitem', { name: 'Lay out as a tree' }).click();
  await expect.poll(async () => (await read()).blocks[0].arrangement).toBe('tree');
  expect(complaints).toEqual([]);
});
