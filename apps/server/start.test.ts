import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SystemHealth } from '@autograph/contracts';
import { freePort } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from './testing/server-process.ts';

const usage = 'Usage: autograph serve [--services=all|auth,diagram,…], or: autograph doctor|backup|restore|migrate|admin|secrets|help';
const command = fileURLToPath(new URL('../../node_modules/.bin/autograph', import.meta.url));

describe('autograph serve', () => {
  let folder: string;
  let port: number;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'autograph-serve-'));
    port = await freePort();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** What a start that fails says: its exit status, its one line, and what its log holds beside plain information. */
  const failedStart = async (environment: Record<string, string>, args: readonly string[] = []) => {
    // A busy machine makes statements slow, which is worth a line in the log, but says nothing of the start.
    const server = startServer({ DATA_DIR: folder, PORT: String(port), SLOW_QUERY_MS: '60000', ...environment }, args);
    const { status, errors } = await server.ended;
    const complaints = server
      .logs()
      .split('\n')
      .filter((line) => line !== '' && !/"level":"(debug|info)"|web app is not built/.test(line));
    return { status, says: errors.trim(), complaints };
  };

  it('runs everything in one process with nothing set up, and stops when asked', async () => {
    const server = startServer({ DATA_DIR: folder, PORT: String(port) });
    await server.ready;
    const health = SystemHealth.parse(await (await fetch(`http://127.0.0.1:${port}/health`)).json());
    expect(Object.entries(health.services).filter(([, { status }]) => status !== 'healthy')).toEqual([]);
    expect(health.status).toBe('healthy');

    const second = await failedStart({ PORT: String(await freePort()) });
    expect(second).toMatchObject({ status: 1, complaints: [] });
    expect(second.says).toMatch(/^The data folder .* is in use by process \d+.*$/);

    expect((await server.stop('SIGINT')).status).toBe(0);
    for (const line of server.logs().trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('service_name');
  });

  it('says in one line that its port is taken, and starts nothing', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(port, '127.0.0.1', done));
    const failed = await failedStart({ DATA_DIR: join(folder, 'untouched') });
    await new Promise((done) => taken.close(done));
    const says = `Port ${port} is in use: stop the program that uses it, or set PORT to another.`;
    expect(failed).toEqual({ status: 1, says, complaints: [] });
  });

  it('says in one line that its folder cannot be written', async () => {
    const file = join(folder, 'auth-secret');
    await chmod(file, 0o400);
    const says = `The data folder ${file}/data cannot be written: fix its permissions or choose another DATA_DIR.`;
    expect(await failedStart({ DATA_DIR: join(file, 'data') })).toEqual({ status: 1, says, complaints: [] });
  });

  it.each([
    [{ DATABASE_URL: 'mysql://x' }, [], /^Configuration is not usable: DATABASE_URL: must start with postgres:\/\/$/],
    [{ DATABASE_URL: 'postgres://127.0.0.1:1/none' }, [], /^The database cannot be reached: .*[^.]\. Check DATABASE_URL\.$/],
    [{ REDIS_URL: 'redis://127.0.0.1:1' }, [], /^Redis cannot be reached: connect ECONNREFUSED 127\.0\.0\.1:1\. Check REDIS_URL\.$/],
    [{ PORT: 'abc' }, [], /^Configuration is not usable: PORT: must be a number$/],
    [{ PORT: '70000' }, [], /^Configuration is not usable: PORT: must be 65535 or less$/],
    [{ HOST: '192.0.2.1' }, [], /^This machine has no address 192\.0\.2\.1: set HOST to .*$/],
    [{ AI_BASE_URL: 'http://127.0.0.1:1', AI_PRICE: 'abc' }, [], /^Configuration is not usable: AI_PRICE: must be <input>\/<output> .*$/],
    [{}, ['--services=cooking'], /^No such service: cooking\. There are: all, .*$/],
    [{}, ['--bogus'], usage],
    [{}, ['foo'], usage],
  ])('says in one line what is wrong with %j %j', async (environment, args, message) => {
    const { status, says, complaints } = await failedStart(environment, args);
    expect([status, complaints]).toEqual([1, []]);
    if (message instanceof RegExp) expect(says).toMatch(message);
    else expect(says).toBe(message);
  });
});

describe('the command that npm installs', () => {
  it('runs the server', () => {
    const { status, stderr, stdout } = spawnSync(command, ['serve', '--services=cooking'], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^No such service: cooking\. There are: all, .*\n$/);
  });
});
