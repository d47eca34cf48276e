import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf, migrate, openPool, users } from '@autograph/database';
import { createLog, openMessages } from '@autograph/service-kit';
import { openEmbeddedDatabase } from '@autograph/service-kit/database/embedded.ts';
import { createS3Storage } from '@autograph/service-kit/storage/s3.ts';
import { freePort } from '@autograph/service-kit/testing/index.ts';
import { startS3 } from '@autograph/service-kit/testing/start-s3.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const Compose = z.object({ services: z.object({ redis: z.object({ command: z.array(z.string()) }) }) });
const compose = Compose.parse(parse(readFileSync(new URL('../../deploy/compose.yaml', import.meta.url), 'utf8'), { merge: true }));

const redisServer = ['redis-server', 'valkey-server'].find((program) => spawnSync(program, ['--version']).status === 0);
const silent = createLog('test', 'silent');

/** Servers are thrown away and made anew on the same folders, as containers are on their volumes. */
describe('what was written stays when its server is replaced by a new one on the same folder [F031]', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'autograph-stays-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('a row of PostgreSQL', async () => {
    const names = async (work: (pool: ReturnType<typeof openPool>) => Promise<unknown>) => {
      const server = await openEmbeddedDatabase(folder);
      const pool = openPool(server.url, { name: 'test' });
      await work(pool);
      const rows = await databaseOf(pool).select({ name: users.name }).from(users);
      await pool.end();
      await server.stop();
      return [server.pid, rows.map(({ name }) => name)] as const;
    };
    const [first] = await names(async (pool) => {
      await migrate(pool);
      await databaseOf(pool).insert(users).values({ name: 'Ada', email: 'ada@example.com' });
    });
    const [second, kept] = await names(async () => undefined);
    expect([kept, first === second]).toEqual([['Ada'], false]);
  });

  it.skipIf(redisServer === undefined)('a key of Redis, which the Compose file has write down what it is told', async () => {
    const [, ...settings] = compose.services.redis.command;
    const port = await freePort();
    const start = async () => {
      const args = settings.map((each) => (each.startsWith('${') ? 'a password' : each));
      const server = spawn(redisServer ?? '', [...args, '--port', String(port), '--bind', '127.0.0.1', '--dir', folder], {
        stdio: 'ignore',
      });
      const messages = await vi.waitUntil(
        () => openMessages(`redis://:a%20password@127.0.0.1:${port}`, 'test:', silent).catch(() => null),
        {
          timeout: 20_000,
        },
      );
      const end = async () => {
        await messages.close();
        server.kill('SIGKILL');
        await once(server, 'exit');
      };
      return { kv: messages.kv, end };
    };
    const first = await start();
    await first.kv.set('kept', 'here');
    await first.end();
    const second = await start();
    expect(await second.kv.get('kept')).toBe('here');
    await second.end();
  });

  it('an object of the storage', async () => {
    const open = async () => {
      const server = await startS3(join(folder, 's3'));
      const storage = await createS3Storage(server.connection);
      const end = async () => {
        await storage.close();
        await server.close();
      };
      return { storage, end };
    };
    const first = await open();
    await first.storage.put('uploads', 'kept.txt', new TextEncoder().encode('here'));
    await first.end();
    const second = await open();
    expect(new TextDecoder().decode((await second.storage.get('uploads', 'kept.txt')) ?? new Uint8Array())).toBe('here');
    await second.end();
  });
});
