import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';
import { prepareOften } from './prepare-often.ts';
import * as tables from './tables/index.ts';

/** Drizzle over a pool of connections, knowing every table. */
export type Database = NodePgDatabase<typeof tables> & { readonly $client: pg.Pool };

/** What both the database and a transaction of it can do. */
export type Queryable = Pick<Database, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute' | 'query' | '$count'>;

export interface PoolOptions {
  /** Connections that are kept once they were needed. */
  readonly base?: number;
  /** Further ones that a rush may open, closed again when they idle. */
  readonly burst?: number;
  /** Milliseconds after which they are; ten seconds unless told. */
  readonly idleMs?: number;
  /** Milliseconds after which a statement is cancelled by the server. */
  readonly statementTimeoutMs?: number;
  /** Asked for the password with every new connection, in place of the one in the URL: it may change while the pool is open. */
  readonly password?: () => Promise<string>;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** A connection that sat idle was lost; the pool replaces it. */
  readonly onLost?: (error: Error) => void;
}

/** Opens a pool on a `postgres://` URL; connections are made when first needed. */
export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const { base = 10 } = options;
  const pool = new pg.Pool({
    ...(options.password ? { ...parseIntoClientConfig(url), password: options.password } : { connectionString: url }),
    min: base,
    max: base + (options.burst ?? 0),
    idleTimeoutMillis: options.idleMs ?? 10_000,
    application_name: options.name ?? 'autograph',
    connectionTimeoutMillis: 10_000,
    ...(options.statementTimeoutMs === undefined ? {} : { statement_timeout: options.statementTimeoutMs }),
  });
  prepareOften(pool);
  pool.on('error', (error) => options.onLost?.(error));
  return pool;
}

/** The typed database over a pool. */
export function databaseOf(pool: pg.Pool): Database {
  return drizzle(pool, { schema: tables });
}
