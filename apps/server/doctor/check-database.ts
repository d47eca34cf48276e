import { migrationStates } from '@autograph/database';
import { type PlatformConfig, ports } from '@autograph/service-kit';
import type pg from 'pg';
import { z } from 'zod';
import { type Finding, ok, problem, warning } from './check.ts';

const oldest = 150_000;
/** Seconds by which clocks may differ before tokens of one machine are refused by another. */
const clockSeconds = 5;

const Facts = z.array(
  z.object({
    version: z.string(),
    number: z.coerce.number(),
    connections: z.coerce.number(),
    reserved: z.coerce.number(),
    now: z.date(),
    trigrams: z.boolean(),
    size: z.coerce.number(),
    archives: z.boolean(),
  }),
);

async function factsOf(pool: pg.Pool) {
  const { rows } = await pool.query(`
    select current_setting('server_version') as version, current_setting('server_version_num') as number, current_setting('max_connections') as connections, current_setting('superuser_reserved_connections') as reserved, clock_timestamp() as now,
      exists (select from pg_available_extensions where name = 'pg_trgm') as trigrams, pg_database_size(current_database()) as size,
      current_setting('archive_mode') <> 'off' as archives`);
  return Facts.parse(rows)[0];
}

/** For how many processes the server has connections. Nobody knows how many run, but one of each service is the least where they run apart. */
function roomFinding(config: PlatformConfig, connections: number): Finding {
  const each = config.DATABASE_POOL + config.DATABASE_POOL_BURST;
  const room = Math.floor(connections / each);
  const says = `${connections} connections are enough for ${room} processes, which open up to ${each} each`;
  const least = config.REDIS_URL ? Object.keys(ports).length : 1;
  return room >= least
    ? ok(config.REDIS_URL ? `${says}: have no more instances, of all services together` : says)
    : warning(
        `${says}: one of each service would be ${least}`,
        'Lower DATABASE_POOL and DATABASE_POOL_BURST, raise max_connections, or put PgBouncer in session mode in front.',
      );
}

const Process = z.tuple([z.object({ pid: z.number() })]);
const processOf = async (client: pg.PoolClient) => Process.parse((await client.query('select pg_backend_pid() as pid')).rows)[0].pid;

/** Whether a server in front lends connections by transaction, so that what one leaves behind is another's. */
async function isLent(one: pg.PoolClient, other: pg.PoolClient): Promise<boolean> {
  // While one is held by a transaction the other gets another; given back last, it is the first to be lent again.
  await one.query('begin');
  await processOf(one);
  const before = await processOf(other);
  await one.query('commit');
  return (await processOf(other)) !== before;
}

/** Nothing where each connection is one of the database's own. */
async function poolerFindings(pool: pg.Pool): Promise<readonly Finding[]> {
  if (pool.options.max < 2) return [];
  const clients = await Promise.all([pool.connect(), pool.connect()]);
  const lent = await isLent(...clients).finally(() => {
    for (const client of clients) client.release();
  });
  if (!lent) return [];
  return [
    problem(
      'a pooler in front lends connections by transaction',
      'Let PgBouncer pool by session (pool_mode = session): locks of migrations and prepared statements need it.',
    ),
  ];
}

async function schemaFinding(pool: pg.Pool): Promise<Finding> {
  const pending = (await migrationStates(pool)).filter(({ applied }) => !applied);
  if (pending.length === 0) return ok('the schema is the newest');
  return warning(
    `${pending.length} migrations are pending: ${pending.map(({ tag }) => tag).join(', ')}`,
    'The next start runs them; "autograph migrate" does it now. Take a backup first.',
  );
}

/** Version, extension, schema, connections and clock of the database. */
export async function checkDatabase(pool: pg.Pool, config: PlatformConfig): Promise<readonly Finding[]> {
  const facts = await factsOf(pool);
  if (!facts) return [problem('the database tells nothing of itself', 'Look at its log.')];
  const behind = Math.abs(Date.now() - facts.now.getTime()) / 1000;
  return [
    facts.number >= oldest
      ? ok(`PostgreSQL ${facts.version}, ${Math.ceil(facts.size / 1_048_576)} MB`)
      : problem(`PostgreSQL ${facts.version} is too old`, 'Use PostgreSQL 15 or newer.'),
    facts.trigrams
      ? ok('pg_trgm is there')
      : problem('pg_trgm is missing', 'Install the contrib package of PostgreSQL, or choose a server that offers pg_trgm.'),
    await schemaFinding(pool),
    ...(await poolerFindings(pool)),
    roomFinding(config, facts.connections - facts.reserved),
    behind < clockSeconds
      ? ok('its clock agrees with ours')
      : problem(
          `its clock and ours are ${Math.round(behind)} s apart`,
          'Let both machines keep their clocks by NTP: tokens would be refused.',
        ),
    ...(config.DATABASE_URL && !facts.archives
      ? [
          warning(
            'it archives no write-ahead log',
            'Set archive_mode and archive_command, or use a managed server with point-in-time recovery, to lose at most minutes: docs/operations.md.',
          ),
        ]
      : []),
  ];
}
