import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, freePort } from '@autograph/service-kit/testing/index.ts';
import { expect, it, vi } from 'vitest';
import { startServer } from './testing/server-process.ts';

/** A request whose second half waits: the server has accepted it and cannot answer yet. */
async function beginRequest(port: number, email: string) {
  const body = JSON.stringify({ email, password: 'Correct-horse-7-battery', name: 'Ada' });
  const socket: Socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let answer = '';
  socket.on('data', (data: Buffer) => {
    answer += data;
  });
  const closed = once(socket, 'close');
  socket.write(
    `POST /api/auth/register HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
  );
  return {
    finish: () => void socket.write(body.slice(10)),
    answered: async () => {
      await closed;
      return answer.split('\r\n')[0];
    },
  };
}

it('finishes what it has accepted when its process gets SIGTERM, refuses what comes then, and ends [F018]', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'autograph-stop-'));
  const database = await createTestDatabase();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = startServer({ DATA_DIR: folder, DATABASE_URL: database.url, PORT: String(port), PUBLIC_URL: url, ENV: 'local' });
  try {
    await server.ready;
    const requests = await Promise.all(['ada', 'bob', 'cleo'].map((name) => beginRequest(port, `${name}@example.com`)));
    const active = async () => /^active_connections\{[^}]*gateway[^}]*\} (\d+)/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1];
    // The one that asks is among them.
    await vi.waitUntil(async () => (await active()) === '4', { timeout: 10_000, interval: 50 });
    const ended = server.stop('SIGTERM');
    const late = await vi.waitUntil(
      async () => {
        const answer = await fetch(`${url}/api/auth/setup`, { headers: { connection: 'close' } });
        await answer.text();
        return answer.status === 503 ? answer.status : undefined;
      },
      { timeout: 10_000, interval: 20 },
    );
    expect([late, server.child.exitCode]).toEqual([503, null]);
    for (const request of requests) request.finish();
    for (const request of requests) expect(await request.answered()).toBe('HTTP/1.1 201 Created');
    expect((await ended).status).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  } finally {
    await server.stop('SIGKILL');
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
});
