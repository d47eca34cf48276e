import type { WebSocketRoute } from '@playwright/test';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { expect, makeFile, openFile, readFile, test } from './product.ts';

/** How a room's messages that are no part of the document begin. */
const stateless = 5;

/** What the server says when it does not take an edit. */
function refusal(fileId: string, path: string): Buffer {
  const encoder = createEncoder();
  writeVarString(encoder, `file:${fileId}`);
  writeVarUint(encoder, stateless);
  const message = 'The text of a shape is too long.';
  writeVarString(encoder, JSON.stringify({ type: 'refused', code: 'invalid_update', message, path }));
  return Buffer.from(toUint8Array(encoder));
}

test('what the server does not take is shown, sent again once it is mended, or dropped', async ({ page, product }) => {
  const shape = (id: string, x: number) => ({ id, type: 'rectangle', x, y: 0, w: 120, h: 80, text: id });
  const id = await makeFile(product.url, { canvas_data: { shapes: [shape('sh_a', 0), shape('sh_b', 9_000)], blocks: [] } });
  const places = async () => (await readFile(product.url, id)).canvas_data.shapes.map(({ y }: { y: number }) => y);
  const sockets: WebSocketRoute[] = [];
  /** Whether edits get through to the server. */
  let isTaken = true;
  await page.routeWebSocket(/collab/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (isTaken) server.send(message);
    });
    server.onMessage((message) => socket.send(message));
    sockets.push(socket);
  });
  const banner = page.getByRole('alert').filter({ hasText: 'The text of a shape is too long.' });
  const refuse = async () => {
    sockets.at(-1)?.send(refusal(id, 'shapes/sh_b/text'));
    await expect(banner).toBeVisible();
    await expect(page.getByText('Not accepted')).toBeVisible();
  };
  const moveDown = async () => {
    await page.getByRole('application', { name: 'Board' }).focus();
    await page.keyboard.press('Shift+ArrowDown');
  };
  await openFile(page, product.url, id);

  isTaken = false;
  await page.getByRole('application', { name: 'Board' }).focus();
  await page.keyboard.press('Tab');
  await moveDown();
  await refuse();
  await banner.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByRole('treeitem', { name: /sh_b/, selected: true })).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: 'X, px', exact: true })).toHaveValue('9000');

  isTaken = true;
  expect(await places()).toEqual([0, 0]);
  await banner.getByRole('button', { name: 'Send again' }).click();
  await expect(banner).toBeHidden();
  await expect.poll(places).toEqual([10, 0]);

  isTaken = false;
  await moveDown();
  await refuse();
  await banner.getByRole('button', { name: 'Drop my changes…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Drop your changes?' }).or(page.getByRole('alertdialog', { name: 'Drop your changes?' }));
  isTaken = true;
  await dialog.getByRole('button', { name: 'Drop my changes' }).click();
  await expect(banner).toBeHidden();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(await places()).toEqual([10, 0]);
});
