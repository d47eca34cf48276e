import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { openLink } from './faulty-link.ts';

it('brings what is sent in the order in which it was sent, also when it becomes quicker meanwhile', async () => {
  let heard = '';
  const server = createServer((socket) =>
    socket.on('data', (data) => {
      heard += data;
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const link = await openLink(z.custom<AddressInfo>().parse(server.address()).port);
  const client = connect(link.port, '127.0.0.1').setNoDelay(true);
  await once(client, 'connect');
  link.delay(300);
  client.write('slow, ');
  // What was written is there to be read at the loop's next turns.
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  link.delay(0);
  client.write('quick');
  await vi.waitUntil(() => heard.length === 11, { timeout: 10_000 });
  expect(heard).toBe('slow, quick');
  client.destroy();
  await link.close();
  server.close();
});
