import { once } from 'node:events';
import { createServer } from 'node:http';
import { Hocuspocus } from '@hocuspocus/server';
import { afterEach, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createSocketRoute } from './socket-route.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('pings each connection every 30 seconds, keeps those that answer and cuts those that do not [F416]', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const route = createSocketRoute('/collab', new Hocuspocus({ quiet: true }));
  const server = createServer();
  server.on('upgrade', route.handle);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `ws://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/collab`;
  const alive = new WebSocket(url);
  const mute = new WebSocket(url, { autoPong: false });
  await Promise.all([once(alive, 'open'), once(mute, 'open')]);

  const pinged = [once(alive, 'ping'), once(mute, 'ping')];
  vi.advanceTimersByTime(30_000);
  await Promise.all(pinged);
  alive.ping();
  await once(alive, 'pong');

  const again = once(alive, 'ping');
  const cut = once(mute, 'close');
  vi.advanceTimersByTime(30_000);
  await Promise.all([again, cut]);
  expect(alive.readyState).toBe(WebSocket.OPEN);
  expect(mute.readyState).toBe(WebSocket.CLOSED);

  route.close();
  await once(alive, 'close');
  server.close();
});
