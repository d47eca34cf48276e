import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemHealth } from '@autograph/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from './testing/server-process.ts';

const port = '22010';

describe('autograph serve', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'autograph-serve-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const oneLine = (text: string) => text.trim().split('\n').length;

  it('runs everything in one process with nothing set up, and stops when asked', async () => {
    const server = startServer({ DATA_DIR: folder, PORT: port });
    await server.ready;
    const health = SystemHealth.parse(await (await fetch(`http://127.0.0.1:${port}/health`)).json());
    expect(Object.entries(health.services).filter(([, { status }]) => status !== 'healthy')).toEqual([]);
    expect(health.status).toBe('healthy');

    const second = await startServer({ DATA_DIR: folder, PORT: '22011' }).ended;
    expect(second.status).toBe(1);
    expect(second.errors).toMatch(/^The data folder .* is in use by process \d+/);
    expect(oneLine(second.errors)).toBe(1);

    expect((await server.stop('SIGINT')).status).toBe(0);
    for (const line of server
      .logs()
      .trim()
      .split('\n')
      .filter((text) => text.startsWith('{')))
      expect(JSON.parse(line)).toHaveProperty('service_name');
  });

  it('says in one line that its port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(Number(port), '127.0.0.1', done));
    const { status, errors } = await startServer({ DATA_DIR: folder, PORT: port }).ended;
    await new Promise((done) => taken.close(done));
    expect([status, errors.trim()]).toEqual([1, `Port ${port} is in use: stop the program that uses it, or set PORT to another.`]);
  });

  it('says in one line that its folder cannot be written', async () => {
    const file = join(folder, 'auth-secret');
    await chmod(file, 0o400);
    const { status, errors } = await startServer({ DATA_DIR: join(file, 'data'), PORT: port }).ended;
    expect([status, errors.trim()]).toEqual([
      1,
      `The data folder ${file}/data cannot be written: fix its permissions or choose another DATA_DIR.`,
    ]);
  });

  it.each([
    [{ DATABASE_URL: 'mysql://x' }, [], /^Configuration is not usable: DATABASE_URL: must start with postgres:\/\/$/],
    [{ DATABASE_URL: 'postgres://127.0.0.1:1/none' }, [], /^The database cannot be reached: .*Check DATABASE_URL\.$/],
    [{}, ['--services=cooking'], /^No such service: cooking\. There are: all, .*$/],
  ])('says in one line what is wrong with %j %j', async (environment, args, message) => {
    const { status, errors } = await startServer({ DATA_DIR: folder, PORT: port, ...environment }, args).ended;
    expect([status, oneLine(errors)]).toEqual([1, 1]);
    expect(errors.trim()).toMatch(message);
  });
});
