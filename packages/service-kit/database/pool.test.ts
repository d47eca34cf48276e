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
  /** So many requests at once, all of which hold their connection until each has one or waits for one. */
  const rush = async (requests: number) => {
    const running = Array.from({ length: requests }, () => pool.query('select pg_sleep(0.3)'));
    await vi.waitUntil(() => pool.totalCount - pool.idleCount + pool.waitingCount === requests, { timeout: 10_000, interval: 5 });
    const most = pool.totalCount;
    await Promise.all(running);
    return most;
  };
  try {
    expect(await rush(10)).toBe(10);
    const first = await connections();
    expect(first).toHaveLength(10);
    expect(await rush(10)).toBe(10);
    expect(await connections()).toEqual(first);
    expect(await rush(30)).toBe(30);
    expect(await rush(50)).toBe(30);
    await vi.waitUntil(async () => (await connections()).length === 10, { timeout: 10_000, interval: 50 });
  } finally {
    await watcher.end();
    await pool.end();
    await database.drop();
  }
});
