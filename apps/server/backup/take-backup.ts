import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationStates } from '@autograph/database';
import { buckets, StartError, type Storage, version } from '@autograph/service-kit';
import type pg from 'pg';
import { z } from 'zod';
import { BackupManifest } from './manifest.ts';
import { tablesOf, writeExactly, writeTable } from './table-rows.ts';

/** Tells two secrets apart without telling them. */
export const fingerprint = (secret: string): string =>
  createHash('sha256').update(`autograph fingerprint ${secret}`).digest('hex').slice(0, 16);

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface Source {
  readonly pool: pg.Pool;
  readonly storage: Storage;
  readonly authSecret: string;
  readonly secretsKey: string;
}

/** Every table as of one moment, whatever is written meanwhile. */
async function writeTables(pool: pg.Pool, folder: string) {
  await mkdir(join(folder, 'tables'));
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await writeExactly(client);
    const { rows } = await client.query('select now() as now');
    const [moment] = z.array(z.object({ now: z.date() })).parse(rows);
    const tables: BackupManifest['tables'] = [];
    for (const table of await tablesOf(client)) {
      const path = `tables/${table}.ndjson`;
      tables.push({ table, path, ...(await writeTable(client, table, join(folder, path))) });
    }
    return { takenAt: (moment?.now ?? new Date()).toISOString(), tables };
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Every object. Those that are made while this runs may be in it or not; rows of the tables point at none of them yet. */
async function writeObjects(storage: Storage, folder: string): Promise<BackupManifest['objects']> {
  await mkdir(join(folder, 'objects'));
  const objects: BackupManifest['objects'] = [];
  for (const bucket of buckets)
    for (const { key } of await storage.list(bucket)) {
      const bytes = await storage.get(bucket, key);
      if (!bytes) continue;
      const path = `objects/${objects.length}`;
      await writeFile(join(folder, path), bytes, { mode: 0o600 });
      objects.push({ bucket, key, path, bytes: bytes.length, sha256: sha256(bytes) });
    }
  return objects;
}

/** Every old version that the storage keeps; null where it does not tell. */
async function writeOlder(storage: Storage, folder: string): Promise<BackupManifest['older'] | null> {
  await mkdir(join(folder, 'older'));
  const older: BackupManifest['older'] = [];
  for (const bucket of buckets) {
    const versions = await storage.older(bucket);
    if (versions === null) return null;
    for (const each of versions) {
      const bytes = await storage.getOlder(bucket, each);
      if (!bytes) continue;
      const path = `older/${older.length}`;
      await writeFile(join(folder, path), bytes, { mode: 0o600 });
      older.push({ bucket, key: each.key, path, bytes: bytes.length, sha256: sha256(bytes) });
    }
  }
  return older;
}

export interface Taken {
  readonly manifest: BackupManifest;
  /** Old versions of objects are in it, as far as there are any; else the storage did not tell of them. */
  readonly withOlder: boolean;
}

/** Writes a whole backup into an empty folder and gives its manifest, which is the last file of it. Throws StartError where there is nothing yet. */
export async function takeBackup({ pool, storage, authSecret, secretsKey }: Source, folder: string): Promise<Taken> {
  const schema = (await migrationStates(pool)).filter(({ applied }) => applied).at(-1)?.tag;
  if (!schema) throw new StartError('There is nothing to back up: the database has no tables yet.');
  const { takenAt, tables } = await writeTables(pool, folder);
  const objects = await writeObjects(storage, folder);
  const older = await writeOlder(storage, folder);
  const manifest = BackupManifest.parse({
    format: 'autograph-backup-1',
    version,
    taken_at: takenAt,
    schema,
    auth_secret: fingerprint(authSecret),
    secrets_key: fingerprint(secretsKey),
    tables,
    objects,
    older: older ?? [],
  });
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 1), { mode: 0o600 });
  return { manifest, withOlder: older !== null };
}

/** The files of a backup in the order in which an archive holds them. */
export const filesOf = ({ tables, objects, older }: BackupManifest): readonly string[] =>
  [...tables, ...objects, ...older].map(({ path }) => path).concat('manifest.json');
