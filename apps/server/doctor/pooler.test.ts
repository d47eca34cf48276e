import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readConfig } from '@autograph/service-kit';
import { createTestDatabase, freePort, type TestDatabase } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doctor } from '../commands/doctor.ts';

const isInstalled = spawnSync('pgbouncer', ['--version']).status === 0;

describe.skipIf(!isInstalled)('behind PgBouncer', () => {
  let database: TestDatabase;
  let folder: string;
  const started: ChildProcess[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'autograph-pooler-'));
    await chmod(folder, 0o755);
  });
  afterAll(async () => {
    for (const child of started) {
      child.kill();
      await once(child, 'close');
    }
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts one before the database; gives the address of the database behind it. */
  async function startPooler(mode: string): Promise<string> {
    const port = await freePort();
    const { hostname, port: behind, username, password } = new URL(database.url);
    const file = join(folder, `${mode}.ini`);
    const target = `host=${hostname} port=${behind || 5432} user=${username}${password ? ` password=${password}` : ''}`;
    const own = ['listen_addr = 127.0.0.1', `listen_port = ${port}`, 'unix_socket_dir =', 'auth_type = any', `pool_mode = ${mode}`];
    await writeFile(file, ['[databases]', `* = ${target}`, '[pgbouncer]', ...own, ''].join('\n'));
    const asWhom = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
    const child = spawn('pgbouncer', [...asWhom, file], { stdio: ['ignore', 'ignore', 'pipe'] });
    started.push(child);
    for await (const line of createInterface({ input: child.stderr })) if (line.includes('process up')) break;
    child.stderr.resume();
    const url = new URL(database.url);
    url.host = `127.0.0.1:${port}`;
    return url.href;
  }

  const says = async (mode: string) => {
    const lines: string[] = [];
    const config = readConfig({ DATA_DIR: folder, PORT: `${await freePort()}`, DATABASE_URL: await startPooler(mode) });
    await doctor.run([], { config, say: (line) => void lines.push(line) });
    return lines.filter((line) => /Database: (PostgreSQL|a pooler)/.test(line)).map((line) => line.replace(/ \d+.*/, ''));
  };

  it('doctor asks for the session mode where connections are lent by transaction', async () => {
    expect(await says('transaction')).toEqual([
      'ok      Database: PostgreSQL',
      'PROBLEM Database: a pooler in front lends connections by transaction',
    ]);
    expect(await says('session')).toEqual(['ok      Database: PostgreSQL']);
  });
});
