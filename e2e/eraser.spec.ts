import type { Shape } from '@autograph/document';
import type { Page } from '@playwright/test';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

const cloud = `// what photos go through
title Photo service

Users [icon: users]

AWS [icon: aws, color: orange] {
  Gateway [icon: aws-api-gateway]
  Workers {
    Resize [icon: aws-lambda]
    Notify [icon: aws-sns]
  }
  Photos [icon: aws-s3] // originals too
}

Users > Gateway
Gateway > Resize: asks
Resize > Photos, Notify
`;

/** In the page: makes the event that a paste makes. Tests know no DOM, so it is a text. */
const paste = `(text) => {
  const transfer = new DataTransfer();
  transfer.setData('text/plain', text);
  const board = document.querySelector('[role="application"]');
  board.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
}`;

async function pasteOn(page: Page, text: string): Promise<void> {
  await page.getByRole('application', { name: 'Board' }).focus();
  await page.evaluate(`(${paste})(${JSON.stringify(text)})`);
}

test('Eraser’s code that is pasted becomes native shapes; a node renamed on the board is renamed in the text', async ({
  page,
  product,
  complaints,
}) => {
  const id = await makeFile(product.url);
  await openFile(page, product.url, id);
  await pasteOn(page, cloud);
  const data = async () => (await readFile(product.url, id)).canvas_data;
  const shapes = async (): Promise<readonly Shape[]> => (await data()).shapes;
  await expect.poll(async () => (await shapes()).filter(({ type }) => type === 'arrow').length).toBe(4);
  expect((await data()).blocks).toMatchObject([{ language: 'eraser', source: cloud }]);
  const named = async (text: string) => (await shapes()).find((shape) => shape.text === text);
  expect(await named('Photos')).toMatchObject({ type: 'node', icon: 'aws:s3' });
  expect(await named('Workers')).toMatchObject({ type: 'frame' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+1');
  await page.screenshot({ path: 'test-results/eraser-cloud.png' });

  const block = (await shapes()).find(({ type }) => type === 'block');
  const photos = await named('Photos');
  if (!block || !photos) throw new Error('no board');
  await page
    .getByRole('button', { name: /^Show code|^Code$/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'More about this code' }).click();
  await page.getByRole('menuitem', { name: 'Language: Eraser' }).hover();
  await expect(page.getByRole('menuitemradio', { name: 'Eraser' })).toBeChecked();
  await page.screenshot({ path: 'test-results/eraser-language.png' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.getByRole('application', { name: 'Board' }).focus();
  await page.keyboard.press('Shift+1');
  const frame = await page.getByRole('application', { name: 'Board' }).boundingBox();
  if (!frame) throw new Error('no board');
  // The picture of a node stands in nested frames: their corners add up.
  const byId = new Map((await shapes()).map((shape) => [shape.id, shape]));
  let [x, y] = [photos.x + photos.w / 2 - block.w / 2, photos.y + photos.h / 2 - block.h / 2];
  for (let up = byId.get(photos.parent_id ?? ''); up && up.id !== block.id; up = byId.get(up.parent_id ?? ''))
    [x, y] = [x + up.x, y + up.y];
  const spot = { x: frame.x + frame.width / 2 + x, y: frame.y + frame.height / 2 + y };
  // The view glides to its place first.
  await expect(async () => {
    await page.mouse.dblclick(spot.x, spot.y);
    await expect(page.getByRole('textbox', { name: /^Text of / })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Originals');
  await page.keyboard.press('Escape');
  const source = async (): Promise<string> => (await data()).blocks[0].source;
  await expect.poll(source).toBe(cloud.replace('Photos [', 'Originals [').replace('> Photos,', '> Originals,'));
  await page.screenshot({ path: 'test-results/eraser-renamed.png' });
  await page.keyboard.press('Control+z');
  await expect.poll(source).toBe(cloud);
  expect(complaints).toEqual([]);
});

test('each kind of Eraser’s diagrams is offered as a template', async ({ page, product, complaints }) => {
  const id = await makeFile(product.url);
  await openFile(page, product.url, id);
  for (const [at, label] of ['Cloud architecture', 'Flowchart', 'Entity relationships', 'Business process', 'Sequence'].entries()) {
    await page.getByRole('button', { name: 'Insert a diagram' }).click();
    await page.getByRole('menuitem', { name: 'Eraser', exact: true }).hover();
    await page
      .getByRole('menu', { name: 'Eraser' })
      .getByRole('menuitem', { name: new RegExp(`^${label}`) })
      .click();
    await expect.poll(async () => (await readFile(product.url, id)).canvas_data.blocks.length).toBe(at + 1);
    await expect(page.getByText('In step with the canvas')).toBeVisible();
    await page.screenshot({ path: `test-results/eraser-template-${at}.png` });
    await page.getByRole('application', { name: 'Board' }).focus();
  }
  const { blocks } = (await readFile(product.url, id)).canvas_data;
  expect(blocks.every(({ language }: { language: string }) => language === 'eraser')).toBe(true);
  expect(complaints).toEqual([]);
});
