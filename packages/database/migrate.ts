import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Key of the advisory lock under which migrations run: "agm" in ASCII. */
const lockKey = 0x61676d;

/**
 * Brings the database to the newest schema. Instances that start at once take turns, so each migration runs once.
 * Needs the right to create the pg_trgm extension the first time.
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    try {
      await client.query('set client_min_messages to warning');
      await runMigrations(drizzle(client), { migrationsFolder });
    } finally {
      await client.query('reset client_min_messages');
      await client.query('select pg_advisory_unlock($1)', [lockKey]);
    }
  } finally {
    client.release();
  }
}
