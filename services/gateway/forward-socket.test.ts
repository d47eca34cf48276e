import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { hostServices, listen } from '@autograph/service-kit';
import { openTestPlatform } from '@autograph/service-kit/testing/index.ts';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { service as gateway } from './service.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A collaboration service that takes upgrades and never answers them. */
async function silentService(): Promise<{ readonly url: string; readonly asked: Duplex[] }> {
  const asked: Duplex[] = [];
  const server = createServer((_request, response) => response.end());
  server.on('upgrade', (_request, socket) => {
    asked.push(socket);
    // Whoever asks has withdrawn when its side of the connection ends.
    socket.on('error', () => socket.destroy());
    socket.on('end', () => socket.destroy()).resume();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    for (const socket of asked) socket.destroy();
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  return { url: `http://127.0.0.1:${z.custom<AddressInfo>().parse(server.address()).port}`, asked };
}

const upgrade = [
  'GET /collab?file=1 HTTP/1.1',
  'Host: localhost',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==',
  '',
  '',
].join('\r\n');

it.each([
  ['says that it ends', 'end'],
  ['is cut off', 'resetAndDestroy'],
] as const)('asks no server any more for a client that %s before its socket is open', async (_how, leave) => {
  const servers = [await silentService(), await silentService()];
  const opened = await openTestPlatform({ COLLABORATION_URL: servers.map(({ url }) => url).join(',') });
  closers.push(opened.close);
  const host = await hostServices(opened.platform, [gateway]);
  closers.push(host.close);
  const port = await listen(host.app('gateway'), '127.0.0.1', 0);
  const asked = () => servers.flatMap((each) => each.asked);

  const client = connect(port, '127.0.0.1').resume();
  client.on('error', () => undefined);
  await once(client, 'connect');
  client.write(upgrade);
  await vi.waitUntil(() => asked().length === 1, { timeout: 10_000 });
  const closed = once(client, 'close');
  client[leave]();
  await vi.waitUntil(() => asked()[0]?.destroyed, { timeout: 10_000 });
  await closed;
  expect(asked()).toHaveLength(1);
});
