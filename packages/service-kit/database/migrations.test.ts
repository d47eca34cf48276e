import { randomUUID } from 'node:crypto';
import { migrate, migrationStates, openPool, stepDown } from '@autograph/database';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';

describe('the steps of the schema', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = openPool(database.url);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  /** Every column, index, constraint, trigger and function of the product, as text. */
  const schema = async () => {
    const { rows } = await pool.query<{ line: string }>(`
      select format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line from information_schema.columns where table_schema = 'public'
      union all select indexdef from pg_indexes where schemaname = 'public'
      union all select format('constraint %s %s', conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
      union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      union all select format('extension %s', extname) from pg_extension where extname <> 'plpgsql' order by 1`);
    return rows.map(({ line }) => line);
  };

  it('go up and back down one by one, each leaving what was before it [F014]', async () => {
    const tags = (await migrationStates(pool)).map(({ tag }) => tag);
    const before: (readonly string[])[] = [];
    for (const to of tags) {
      before.push(await schema());
      expect(await migrate(pool, { to })).toEqual([to]);
    }
    expect(await migrate(pool)).toEqual([]);
    for (const tag of [...tags].reverse()) {
      expect(await stepDown(pool, 1)).toEqual([tag]);
      expect(await schema(), tag).toEqual(before.pop());
    }
    expect(await stepDown(pool, 1)).toEqual([]);
  });

  it('keep the data of the schema before the newest, and of the one after it on the way back', async () => {
    const previous = (await migrationStates(pool)).at(-2)?.tag ?? '';
    await migrate(pool, { to: previous });
    const [owner, file] = [randomUUID(), randomUUID()];
    await pool.query("insert into users (id, name, email) values ($1, 'Ada', 'ada@example.com')", [owner]);
    await pool.query("insert into files (id, title, owner_id, note_content) values ($1, 'Kept', $2, '# Plan')", [file, owner]);
    const kept = async () =>
      (await pool.query('select files.id, title, note_content, email from files join users on users.id = owner_id')).rows;
    const there = [{ id: file, title: 'Kept', note_content: '# Plan', email: 'ada@example.com' }];
    await migrate(pool);
    expect(await kept()).toEqual(there);
    await stepDown(pool, 1);
    expect(await kept()).toEqual(there);
    await migrate(pool);
  });

  it('are not taken back by a version that does not know the last of them', async () => {
    await pool.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)");
    await expect(stepDown(pool, 1)).rejects.toThrow('The database was migrated by a newer version: step down with that one.');
    await expect(migrate(pool, { to: '9999_newer' })).rejects.toThrow('This version knows no migration 9999_newer');
    expect(await migrate(pool)).toEqual([]);
  });
});
