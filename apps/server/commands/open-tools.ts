import {
  type Closers,
  createLog,
  ensureDataFolder,
  keptSecret,
  openDatabase,
  openStorage,
  type PlatformConfig,
  type Storage,
} from '@autograph/service-kit';
import type pg from 'pg';

/** What tools work on beside a running product, each opened when first asked for. */
export interface Tools {
  /** The database as it is, whatever its schema. Throws StartError. */
  database(): Promise<pg.Pool>;
  storage(): Promise<Storage>;
}

/** How tools call themselves in pg_stat_activity. */
export const toolName = 'autograph tool';

/**
 * Lends database and storage for as long as `work` takes. `alone`: asking for the database throws StartError while a process uses
 * the embedded one.
 */
export async function withTools<T>(
  config: PlatformConfig,
  { alone }: { readonly alone: boolean },
  work: (tools: Tools) => Promise<T>,
): Promise<T> {
  const log = createLog('tool', 'silent');
  const closers: Closers = [];
  await ensureDataFolder(config.DATA_DIR);
  const opened: Partial<{ database: Promise<pg.Pool>; storage: Promise<Storage> }> = {};
  const openOwnStorage = async () => {
    const storage = await openStorage(config, config.AUTH_SECRET ?? (await keptSecret(config.DATA_DIR)), config.PUBLIC_URL ?? '', log);
    closers.push(storage.close);
    return storage;
  };
  try {
    return await work({
      database: () => {
        opened.database ??= openDatabase(config, log, closers, { share: !alone, statementTimeoutMs: null, name: toolName });
        return opened.database;
      },
      storage: () => {
        opened.storage ??= openOwnStorage();
        return opened.storage;
      },
    });
  } finally {
    for (const closer of closers.reverse()) await closer();
  }
}
