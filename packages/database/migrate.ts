import type pg from 'pg';
import { downOf, type KnownMigration, knownMigrations } from './known-migrations.ts';

/** Key of the advisory lock under which migrations run: "agm" in ASCII. */
const lockKey = 0x61676d;

/** Where drizzle-kit's own tools look for what was applied. */
const createLedger = `
  create schema if not exists drizzle;
  create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;

/** A step of the schema as it stands in a database. */
export interface MigrationState {
  readonly tag: string;
  readonly applied: boolean;
}

/** Runs while no other instance changes the schema. Neither the turn nor a step is cut short by the time that requests have. */
async function inTurn<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let clean = false;
  try {
    await client.query('set statement_timeout to 0');
    await client.query('set client_min_messages to warning');
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const result = await work(client);
    await client.query('select pg_advisory_unlock($1)', [lockKey]);
    await client.query('reset client_min_messages');
    await client.query('reset statement_timeout');
    clean = true;
    return result;
  } finally {
    // A connection that is thrown away takes its lock and its settings with it.
    client.release(!clean);
  }
}

async function inTransaction(client: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function appliedTimes(client: pg.PoolClient): Promise<ReadonlySet<number>> {
  await client.query(createLedger);
  const { rows } = await client.query<{ created_at: string }>('select created_at from drizzle.__drizzle_migrations');
  return new Set(rows.map(({ created_at }) => Number(created_at)));
}

const apply = (client: pg.PoolClient, { when, hash, up }: KnownMigration) =>
  inTransaction(client, async () => {
    for (const statement of up) await client.query(statement);
    await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [hash, when]);
  });

const reverse = (client: pg.PoolClient, migration: KnownMigration) =>
  inTransaction(client, async () => {
    await client.query(downOf(migration));
    await client.query('delete from drizzle.__drizzle_migrations where created_at = $1', [migration.when]);
  });

/**
 * Brings the database to the newest schema, or up to the step `to`; gives the steps that it took. Instances that start at once take turns, so each step runs once.
 * Needs the right to create the pg_trgm extension the first time.
 */
export async function migrate(pool: pg.Pool, { to }: { readonly to?: string } = {}): Promise<readonly string[]> {
  const known = knownMigrations();
  const end = to === undefined ? known.length : known.findIndex(({ tag }) => tag === to) + 1;
  if (end === 0) throw new Error(`This version knows no migration ${to}: it is older than the data.`);
  return inTurn(pool, async (client) => {
    const applied = await appliedTimes(client);
    const pending = known.slice(0, end).filter(({ when }) => !applied.has(when));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ tag }) => tag);
  });
}

/** Takes back the last `steps` steps, data that only they hold included; gives them. Throws when a newer version has been here. */
export async function stepDown(pool: pg.Pool, steps: number): Promise<readonly string[]> {
  const known = knownMigrations();
  return inTurn(pool, async (client) => {
    const applied = await appliedTimes(client);
    const times = new Set(known.map(({ when }) => when));
    if ([...applied].some((when) => !times.has(when)))
      throw new Error('The database was migrated by a newer version: step down with that one.');
    const undone = known
      .filter(({ when }) => applied.has(when))
      .reverse()
      .slice(0, steps);
    for (const migration of undone) await reverse(client, migration);
    return undone.map(({ tag }) => tag);
  });
}

/** Which steps a database has taken. */
export const migrationStates = (pool: pg.Pool): Promise<readonly MigrationState[]> =>
  inTurn(pool, async (client) => {
    const applied = await appliedTimes(client);
    return knownMigrations().map(({ tag, when }) => ({ tag, applied: applied.has(when) }));
  });
