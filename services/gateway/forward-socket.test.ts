import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { defineService, hostServices, listen, takeUpgrades } from '@autograph/service-kit';
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

/** All that a server answers on a connection of its own, until it closes it. */
async function answerTo(port: number, text: string): Promise<string> {
  const client = connect(port, '127.0.0.1').setTimeout(3_000, () => client.destroy());
  client.write(text);
  let answer = '';
  client.on('data', (part) => {
    answer += String(part);
  });
  client.on('error', () => undefined);
  await once(client, 'close');
  return answer;
}

const targets = ['//', '///', '//collab', '/\\\\', 'http://x/collab', 'http://', 'http://[', '*', 'collab', '/\\collab'];

it.each(['gateway', 'collaboration'] as const)(
  'the %s refuses upgrades of what is no path of it, and goes on',
  async (which) => {
    const opened = await openTestPlatform();
    closers.push(opened.close);
    const taken: unknown[] = [];
    const live = defineService({
      name: 'collaboration',
      port: 0,
      register: async () => undefined,
      upgrade: () => ({
        path: '/collab',
        handle: (request, socket) => {
          taken.push(request.url);
          socket.end('HTTP/1.1 418 Taken\r\nConnection: close\r\n\r\n');
        },
      }),
    });
    const host = await hostServices(opened.platform, which === 'gateway' ? [gateway, live] : [live]);
    closers.push(host.close);
    const app = host.app(which);
    const route = host.directory.local('collaboration')?.socket;
    if (which === 'collaboration' && route) takeUpgrades(app, route);
    const port = await listen(app, '127.0.0.1', 0);
    const faults: unknown[] = [];
    const note = (error: unknown) => void faults.push(error);
    process.on('uncaughtException', note).on('unhandledRejection', note);
    try {
      for (const target of targets) {
        const answer = await answerTo(port, upgrade.replace('/collab?file=1', target));
        expect([target, answer.split('\r\n')[0]]).toEqual([target, 'HTTP/1.1 400 Bad Request']);
      }
      expect(await answerTo(port, upgrade)).toContain('418 Taken');
    } finally {
      process.off('uncaughtException', note).off('unhandledRejection', note);
    }
    expect([taken, faults]).toEqual([['/collab?file=1'], []]);
    const connections = () => new Promise((done) => app.server.getConnections((_error, count) => done(count)));
    await expect.poll(connections, { timeout: 10_000 }).toBe(0);
  },
  30_000,
);

it.each(targets)(
  'a request for %j is answered without a fault of the server',
  async (target) => {
    const opened = await openTestPlatform();
    closers.push(opened.close);
    const host = await hostServices(opened.platform, [gateway]);
    closers.push(host.close);
    const port = await listen(host.app('gateway'), '127.0.0.1', 0);
    const answer = await answerTo(port, `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 [2-4]/);
  },
  30_000,
);
