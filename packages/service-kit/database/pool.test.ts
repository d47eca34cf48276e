import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPool } from '@autograph/database';
import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { type Closers, openDatabase } from '../stores.ts';
import { createTestDatabase } from '../testing/index.ts';
import { openEmbeddedDatabase } from './embedded.ts';

it('keeps a base of connections, opens more for a rush, and uses them again [F015]', async () => {
  const database = await createTestDatabase();
  const pool = openPool(database.url, { base: 10, burst: 20, name: 'the pool', idleMs: 200 });
  const watcher = new pg.Client({ connectionString: database.url });
  await watcher.connect();
  const connections = async () => {
    const { rows } = await watcher.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'the pool' order by pid",
    );
    return rows.map(({ pid }) => pid);
  };
  /** Connections that the server sees while so many are held at once. */
  const held = async (count: number) => {
    const clients = await Promise.all(Array.from({ length: count }, () => pool.connect()));
    const pids = await connections();
    for (const client of clients) client.release();
    return pids;
  };
  try {
    const first = await held(10);
    expect(first).toHaveLength(10);
    expect(await held(10)).toEqual(first);
    expect(await held(30)).toHaveLength(30);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => pool.query<{ n: number }>('select $1::int as n', [n])));
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(Array.from({ length: 50 }, (_, n) => n));
    expect((await connections()).length).toBeLessThanOrEqual(30);
    await vi.waitUntil(async () => (await connections()).length === 10, { timeout: 10_000, interval: 50 });
  } finally {
    await watcher.end();
    await pool.end();
    await database.drop();
  }
});

it('goes on with a new password that stands in its file, while it is open [F059]', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'autograph-password-'));
  const server = await openEmbeddedDatabase(folder);
  const closers: Closers = [];
  const owner = openPool(server.url, { name: 'owner' });
  try {
    const file = join(folder, 'database-password');
    const change = async (password: string) => {
      await owner.query(`alter role app password '${password}'`);
      await writeFile(file, `${password}\n`);
      // Who came by the old one may stay; here all are put out.
      await owner.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app'");
    };
    await owner.query('create role app login');
    await change('the first');
    const url = new URL(server.url);
    url.username = 'app';
    url.password = 'of long ago';
    const config = readConfig({ DATA_DIR: folder, DATABASE_URL: url.href, DATABASE_PASSWORD_FILE: file });
    const pool = await openDatabase(config, createLog('test', 'silent'), closers);
    const who = async () => (await pool.query<{ who: string }>('select current_user as who')).rows[0]?.who;
    expect(await who()).toBe('app');
    await change('the second');
    await vi.waitUntil(async () => (await who().catch(() => null)) === 'app', { timeout: 10_000 });
    await owner.query("alter role app password 'the third'");
    await owner.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app'");
    await vi.waitUntil(async () => (await who().catch((error: unknown) => String(error))) !== 'app', { timeout: 10_000 });
    await expect(who()).rejects.toThrow(/password authentication failed/);
    await writeFile(file, 'the third');
    expect(await who()).toBe('app');
  } finally {
    for (const close of closers.reverse()) await close();
    await owner.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

describe('statements that come again', () => {
  type Query = (text: string, values?: unknown[]) => Promise<unknown>;

  /** What one connection keeps prepared, as the server tells it, after statements of the pool's or of one who has taken the connection. */
  async function preparedAfter(act: (pool: Query, taken: Query) => Promise<void>): Promise<string[]> {
    const database = await createTestDatabase();
    const pool = openPool(database.url, { base: 1 });
    const taken: Query = async (text, values) => {
      const client = await pool.connect();
      return client.query({ text }, values).finally(() => client.release());
    };
    try {
      await act((text, values) => pool.query({ text }, values), taken);
      const { rows } = await pool.query<{ statement: string }>('select statement from pg_prepared_statements order by statement');
      return rows.map(({ statement }) => statement);
    } finally {
      await pool.end();
      await database.drop();
    }
  }

  it('are read and planned once a connection, and those that do not come again are not kept', async () => {
    const kept = await preparedAfter(async (query, taken) => {
      for (let n = 0; n < 400; n += 1) await query(`select $1::int as only_${n}`, [n]);
      for (let n = 0; n < 20; n += 1) {
        await query('select $1::int as often', [n]);
        await taken('select $1::int as taken', [n]);
        await query('select 1; select 2');
      }
    });
    expect(kept).toEqual(['select $1::int as often', 'select $1::int as taken']);
  });

  it('fill no memory without end', async () => {
    const kept = await preparedAfter(async (query) => {
      for (let n = 0; n < 320; n += 1) for (let again = 0; again < 8; again += 1) await query(`select $1::int as variant_${n}`, [n]);
    });
    expect(kept).toHaveLength(300);
  });

  it('answer with what they are given each time, also once the table has changed', async () => {
    const found: unknown[] = [];
    await preparedAfter(async (query, taken) => {
      await query('create table things (id int, name text)');
      const add = (ask: Query, n: number) => ask('insert into things (id, name) values ($1, $2) returning id, name', [n, `thing ${n}`]);
      for (const ask of [query, taken]) {
        for (let n = 0; n < 10; n += 1) await add(ask, n);
        await query('alter table things alter column name type varchar(80)');
        for (let n = 10; n < 20; n += 1) found.push(await add(ask, n));
        await query('alter table things alter column name type text');
      }
    });
    const added = Array.from({ length: 10 }, (_, n) => ({ rows: [{ id: 10 + n, name: `thing ${10 + n}` }] }));
    expect(found).toMatchObject([...added, ...added]);
  });
});
