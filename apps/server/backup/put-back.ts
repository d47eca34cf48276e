import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate, migrationStates, stepDown } from '@autograph/database';
import { buckets, StartError, type Storage } from '@autograph/service-kit';
import type pg from 'pg';
import { z } from 'zod';
import type { BackupManifest } from './manifest.ts';
import { readTable, tablesOf, weighTable, writeExactly } from './table-rows.ts';
import { sha256 } from './take-backup.ts';

/** How services call themselves in pg_stat_activity. */
const serviceName = 'autograph';

const Counts = z.array(z.object({ count: z.number() }));

/** Whether somebody has an account, or a file is kept. */
async function isUsed(pool: pg.Pool, storage: Storage): Promise<boolean> {
  const client = await pool.connect();
  try {
    if ((await tablesOf(client)).includes('users')) {
      const { rows } = await client.query('select count(*)::int as count from users');
      if ((Counts.parse(rows)[0]?.count ?? 0) > 0) return true;
    }
  } finally {
    client.release();
  }
  const kept = await Promise.all(buckets.map((bucket) => storage.list(bucket)));
  return kept.some(({ length }) => length > 0);
}

/** Services that are connected to the database: what they hold in memory would be written over the backup. */
async function servicesAtWork(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query(
    'select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = $1',
    [serviceName],
  );
  return Counts.parse(rows)[0]?.count ?? 0;
}

async function empty(pool: pg.Pool, storage: Storage): Promise<void> {
  const steps = (await migrationStates(pool)).filter(({ applied }) => applied).length;
  await stepDown(pool, steps).catch((cause: unknown) => {
    throw new StartError(cause instanceof Error ? cause.message : String(cause), { cause });
  });
  await pool.query('drop schema if exists jobs cascade');
  for (const bucket of buckets) for (const { key } of await storage.list(bucket)) await storage.delete(bucket, key);
}

const Constraints = z.array(z.object({ table: z.string(), name: z.string(), definition: z.string() }));

/** Fills the tables with no regard to which points to which, and looks at the foreign keys when all is there. */
async function fill(client: pg.PoolClient, manifest: BackupManifest, folder: string): Promise<void> {
  const { rows } = await client.query(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  const keys = Constraints.parse(rows);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { table, path } of manifest.tables) await readTable(client, table, join(folder, path));
  for (const { table, name, definition } of keys) await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  await client.query(`
    do $$ declare s record; begin
      for s in select format('%I.%I', n.nspname, t.relname) as of_table, a.attname as of_column, pg_get_serial_sequence(format('%I.%I', n.nspname, t.relname), a.attname) as sequence
        from pg_class t join pg_namespace n on n.oid = t.relnamespace join pg_attribute a on a.attrelid = t.oid
        where n.nspname = 'public' and t.relkind = 'r' and a.attnum > 0 and not a.attisdropped and pg_get_serial_sequence(format('%I.%I', n.nspname, t.relname), a.attname) is not null
      loop
        execute format('select setval(%L, greatest((select max(%I) from %s), 1), (select max(%I) from %s) is not null)', s.sequence, s.of_column, s.of_table, s.of_column, s.of_table);
      end loop;
    end $$`);
}

/** Compares every table with what was written. Throws StartError naming those that differ. */
async function compare(client: pg.PoolClient, manifest: BackupManifest): Promise<void> {
  const different: string[] = [];
  for (const { table, rows, sha256: wanted } of manifest.tables) {
    const found = await weighTable(client, table);
    if (found.rows !== rows || found.sha256 !== wanted) different.push(table);
  }
  if (different.length > 0)
    throw new StartError(`What was read back differs from the backup in ${different.join(', ')}: nothing was changed.`);
}

async function putTables(pool: pg.Pool, manifest: BackupManifest, folder: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await writeExactly(client);
    await fill(client, manifest, folder);
    await compare(client, manifest);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** Puts what was there before first, so that a storage that keeps versions has them in their order; what was deleted is deleted again. */
async function putOlder(storage: Storage, { older, objects }: BackupManifest, folder: string): Promise<void> {
  for (const { bucket, key, path } of older) await storage.put(bucket, key, await readFile(join(folder, path)));
  const current = new Set(objects.map(({ bucket, key }) => `${bucket}/${key}`));
  const gone = new Map(older.map(({ bucket, key }) => [`${bucket}/${key}`, { bucket, key }] as const));
  for (const [name, { bucket, key }] of gone) if (!current.has(name)) await storage.delete(bucket, key);
}

async function putObjects(storage: Storage, manifest: BackupManifest, folder: string): Promise<void> {
  for (const { bucket, key, path, sha256: wanted } of manifest.objects) {
    await storage.put(bucket, key, await readFile(join(folder, path)));
    const back = await storage.get(bucket, key);
    if (!back || sha256(back) !== wanted)
      throw new StartError(
        `The storage does not give back ${bucket}/${key} as it was put there: look at it, and run this again with --force.`,
      );
  }
}

/**
 * Puts an unpacked, checked backup into the database and the storage, and brings the schema to the newest. Throws StartError
 * where something is there already and `force` is not set, and while services run.
 */
export async function putBack(
  target: { pool: pg.Pool; storage: Storage },
  manifest: BackupManifest,
  folder: string,
  force: boolean,
): Promise<void> {
  const { pool, storage } = target;
  if ((await servicesAtWork(pool)) > 0)
    throw new StartError('Services are connected to this database: stop them first, or what they hold would be written over the backup.');
  if (!force && (await isUsed(pool, storage)))
    throw new StartError('There are accounts or files here already: --force throws them away and puts the backup in their place.');
  await empty(pool, storage);
  await migrate(pool, { to: manifest.schema });
  await putTables(pool, manifest, folder);
  await putOlder(storage, manifest, folder);
  await putObjects(storage, manifest, folder);
  await migrate(pool);
}
