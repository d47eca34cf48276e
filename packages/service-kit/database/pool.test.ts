import { openPool } from '@autograph/database';
import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { createTestDatabase } from '../testing/index.ts';

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
