import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { handleInTime, type WebHandler } from './web.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Serves pages that a handler makes, each to begin within so many milliseconds; gives the faults that came out of it. */
async function serve(handle: WebHandler, milliseconds: number) {
  const faults: unknown[] = [];
  const server = createServer((request, response) => {
    handleInTime(handle, request, response, milliseconds).catch((error: unknown) => faults.push(error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${z.custom<AddressInfo>().parse(server.address()).port}`, faults };
}

it('cuts a page off that does not begin in its time, whatever comes of it later [F034]', async () => {
  const late = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  const { url, faults } = await serve(async (_request, response) => {
    await late.promise;
    try {
      response.writeHead(200).end('too late');
    } finally {
      done.resolve();
    }
  }, 50);
  const answer = await fetch(url);
  expect([answer.status, await answer.text()]).toEqual([504, 'This page took too long. Try again in a moment.\n']);
  late.resolve();
  await done.promise;
  await new Promise(setImmediate);
  expect(faults).toEqual([]);
});

it('leaves a page its time that has begun, and tells of a fault that is not of lateness', async () => {
  const slow = await serve(async (_request, response) => {
    response.write('begun, ');
    // Of the same length and set after the one of the limit, so that it goes off after it.
    await delay(20);
    response.end('ended');
  }, 20);
  const answer = await fetch(slow.url);
  expect([answer.status, await answer.text()]).toEqual([200, 'begun, ended']);
  const broken = await serve(async (_request, response) => {
    response.destroy();
    throw new Error('broken');
  }, 1000);
  await expect(fetch(broken.url)).rejects.toThrow();
  expect(broken.faults).toMatchObject([{ message: 'broken' }]);
});
