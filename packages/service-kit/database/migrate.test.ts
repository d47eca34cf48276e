import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openPool } from '@autograph/database';
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
