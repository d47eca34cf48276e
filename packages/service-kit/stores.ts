import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openPool } from '@autograph/database';
import type pg from 'pg';
import type { PlatformConfig } from './config.ts';
import { openEmbeddedDatabase, runningEmbedded } from './database/embedded.ts';
import type { Log } from './log.ts';
import { reason } from './reason.ts';
import { StartError } from './start-error.ts';
import { createFileStorage } from './storage/files.ts';
import type { Storage } from './storage/storage.ts';

/** What is opened is closed again, in the reverse order, also when a later part fails to open. */
export type Closers = (() => Promise<void>)[];

export interface DatabaseOptions {
  /** A process that owns the embedded database keeps others out; a tool that only looks shares it while it runs. */
  readonly share?: boolean;
  /** Milliseconds after which a statement is cancelled; REQUEST_TIMEOUT_MS unless told, null for never. */
  readonly statementTimeoutMs?: number | null;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** Sees the pool before its first connection. */
  readonly watch?: (pool: pg.Pool) => void;
}

async function addressOfDatabase(config: PlatformConfig, closers: Closers, share: boolean): Promise<string> {
  if (config.DATABASE_URL) return config.DATABASE_URL;
  const running = share ? await runningEmbedded(config.DATA_DIR) : null;
  if (running) return running;
  const embedded = await openEmbeddedDatabase(config.DATA_DIR);
  closers.push(embedded.stop);
  return embedded.url;
}

/** Read anew each time: whoever rotates the password writes the new one there. */
const passwordIn = (path: string) => async () => (await readFile(path, 'utf8')).trim();

/** Connections to the database that the settings name, whatever its schema. Throws StartError when it does not answer. */
export async function openDatabase(config: PlatformConfig, log: Log, closers: Closers, options: DatabaseOptions = {}): Promise<pg.Pool> {
  const url = await addressOfDatabase(config, closers, options.share ?? false);
  const timeout = options.statementTimeoutMs === undefined ? config.REQUEST_TIMEOUT_MS : options.statementTimeoutMs;
  let closing = false;
  const pool = openPool(url, {
    base: config.DATABASE_POOL,
    burst: config.DATABASE_POOL_BURST,
    ...(timeout === null ? {} : { statementTimeoutMs: timeout }),
    ...(config.DATABASE_URL && config.DATABASE_PASSWORD_FILE ? { password: passwordIn(config.DATABASE_PASSWORD_FILE) } : {}),
    ...(options.name ? { name: options.name } : {}),
    onLost: (error) => {
      // The error carries the whole client with it; its message says enough.
      if (!closing) log.warn({ reason: reason(error) }, 'a database connection was lost');
    },
  });
  options.watch?.(pool);
  closers.push(() => {
    // A connection that is on its way out may still hear that its server stops.
    closing = true;
    return pool.end();
  });
  await pool.query('select 1').catch((error: unknown) => {
    throw new StartError(`The database cannot be reached: ${reason(error)}. Check DATABASE_URL.`);
  });
  return pool;
}

/** The storage that the settings name. `secret` and `publicUrl` make its links, where it does not make them itself. Throws StartError. */
export async function openStorage(config: PlatformConfig, secret: string, publicUrl: string, log: Log): Promise<Storage> {
  if (!config.S3_ENDPOINT && !config.S3_ACCESS_KEY_ID)
    return createFileStorage({ folder: resolve(config.DATA_DIR, 'storage'), secret, publicUrl });
  // Adapters of servers that are not used are not even loaded: the AWS SDK alone takes a third of a second.
  const [{ createS3Storage }, { s3OptionsOf }] = await Promise.all([import('./storage/s3.ts'), import('./storage/s3-file.ts')]);
  return createS3Storage(s3OptionsOf(config), log).catch((error: unknown) => {
    throw new StartError(`The S3 storage cannot be used: ${reason(error)}. Check the S3_ variables.`);
  });
}
