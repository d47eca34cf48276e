import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPool } from '@autograph/database';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openEmbeddedDatabase } from './embedded.ts';
import { isAlive } from './postmaster.ts';

const program = `
  import { openEmbeddedDatabase } from ${JSON.stringify(fileURLToPath(new URL('./embedded.ts', import.meta.url)))};
  const database = await openEmbeddedDatabase(process.argv[1]);
  process.stdout.write(database.pid + '\\n');
  setInterval(() => undefined, 1000);
`;

/** Another process that owns the database until it is killed. */
async function otherOwner(folder: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = await new Promise<number>((resolve) => child.stdout.once('data', (data: Buffer) => resolve(Number(data.toString()))));
  const kill = () =>
    new Promise<void>((done) => {
      child.once('exit', () => done());
      child.kill('SIGKILL');
    });
  return { owner: child.pid, pid, kill };
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const pool = openPool(url);
  try {
    return (await pool.query(sql)).rows;
  } finally {
    await pool.end();
  }
}

describe('the embedded database', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'autograph-embedded-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('keeps data over restarts, with fsync and trigrams', async () => {
    const first = await openEmbeddedDatabase(folder);
    await query(first.url, 'create table kept (n int)');
    await query(first.url, 'insert into kept values (42)');
    expect(await query(first.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    await query(first.url, 'create extension pg_trgm');
    await first.stop();
    // It has let go of the folder; its process may still be on its way out.
    await vi.waitUntil(() => !isAlive(first.pid), { timeout: 10_000 });
    const second = await openEmbeddedDatabase(folder);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 42 }]);
    await second.stop();
  });

  it('refuses a second process in one line that names the first', async () => {
    const other = await otherOwner(folder);
    await expect(openEmbeddedDatabase(folder)).rejects.toThrow(new RegExp(`^The data folder .* is in use by process ${other.owner}: .*$`));
    await other.kill();
    await (await openEmbeddedDatabase(folder)).stop();
  });

  it('adopts the server that a killed process left behind', async () => {
    const other = await otherOwner(folder);
    await other.kill();
    expect(isAlive(other.pid)).toBe(true);
    const adopted = await openEmbeddedDatabase(folder);
    expect(adopted.pid).toBe(other.pid);
    expect(await query(adopted.url, 'select n from kept')).toEqual([{ n: 42 }]);
    await adopted.stop();
  });

  it('starts over a stale lock file of a power cut, and loses nothing that was committed', async () => {
    const before = await openEmbeddedDatabase(folder);
    await query(before.url, 'insert into kept values (43)');
    const lock = join(folder, 'postgres/cluster/postmaster.pid');
    const text = await readFile(lock, 'utf8');
    await before.stop();
    // The number now belongs to a process that is no PostgreSQL server.
    await writeFile(lock, text.replace(/^\d+/, String(process.pid)));
    const after = await openEmbeddedDatabase(folder);
    expect(await query(after.url, 'select n from kept order by n')).toEqual([{ n: 42 }, { n: 43 }]);
    await after.stop();
  });
});
