import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { migrate, migrationStates, openPool } from '@autograph/database';
import { expect, it } from 'vitest';
import { createTestDatabase } from '../testing/index.ts';

const program = `
  import { migrate, openPool } from ${JSON.stringify(fileURLToPath(new URL('../../database/index.ts', import.meta.url)))};
  const pool = openPool(process.argv[1]);
  await migrate(pool);
  await pool.end();
`;

const migrateInProcess = (url: string): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, url]);
    let errors = '';
    child.stderr.on('data', (data: Buffer) => {
      errors += data;
    });
    child.on('close', (status) => resolve(status === 0 ? 'migrated' : errors));
  });

it('lets instances that start at once migrate in turn', async () => {
  const database = await createTestDatabase();
  const pool = openPool(database.url);
  try {
    const results = await Promise.all(Array.from({ length: 4 }, () => migrateInProcess(database.url)));
    expect(results).toEqual(['migrated', 'migrated', 'migrated', 'migrated']);
    const { rows } = await pool.query(
      'select count(*)::int as applied, count(distinct hash)::int as different from drizzle.__drizzle_migrations',
    );
    expect(rows[0].applied).toBe(rows[0].different);
    expect(rows[0].applied).toBeGreaterThanOrEqual(3);
  } finally {
    await pool.end();
    await database.drop();
  }
});

it('takes as long as a step needs, and waits its turn as long as another instance does, whatever time a request has', async () => {
  const database = await createTestDatabase();
  const brief = { statementTimeoutMs: 100, base: 1 };
  const [patient, first, second] = [openPool(database.url), openPool(database.url, brief), openPool(database.url, brief)];
  try {
    await patient.query(`
      create function tarry() returns event_trigger language plpgsql as $$ begin perform pg_sleep(0.4); end $$;
      create event trigger slow_step on ddl_command_start when tag in ('CREATE EXTENSION') execute function tarry()`);
    const steps = (await migrationStates(patient)).map(({ tag }) => tag);
    const taken = await Promise.all([migrate(first), migrate(second)]);
    expect(taken.toSorted((a, b) => b.length - a.length)).toEqual([steps, []]);
    for (const pool of [first, second]) expect((await pool.query('show statement_timeout')).rows).toEqual([{ statement_timeout: '100ms' }]);
    await expect(first.query('select pg_sleep(0.4)')).rejects.toThrow(/statement timeout/);
  } finally {
    await Promise.all([patient, first, second].map((pool) => pool.end()));
    await database.drop();
  }
});
