import pg from 'pg';
import { z } from 'zod';
import { StartError } from '../start-error.ts';

/** Key of the advisory lock that says who owns an embedded database: "agd" in ASCII. */
const lockKey = 0x616764;

const Holder = z.object({ application_name: z.string() });

/**
 * Makes this process the one owner of an embedded database for as long as it lives: the lock goes with its connection.
 * Throws StartError naming the process that owns it already.
 */
export async function claim(url: string, dataFolder: string): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url, application_name: `autograph process ${process.pid}`, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [lockKey]);
  if (z.array(z.object({ mine: z.boolean() })).parse(rows)[0]?.mine) return { release: () => client.end() };
  const holders = await client.query(
    'select application_name from pg_locks join pg_stat_activity using (pid) where locktype = $1 and objid = $2 and granted',
    ['advisory', lockKey],
  );
  await client.end();
  const holder = z.array(Holder).parse(holders.rows)[0]?.application_name.replace('autograph ', '') ?? 'another process';
  throw new StartError(
    `The data folder ${dataFolder} is in use by ${holder}: stop it, choose another DATA_DIR, or set DATABASE_URL to share a server.`,
  );
}
