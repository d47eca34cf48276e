import {
  auditLog,
  type Database,
  databaseOf,
  documentUpdates,
  files,
  migrate,
  openPool,
  shares,
  users,
  versions,
} from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';

describe('the schema', () => {
  let database: TestDatabase;
  let pool: ReturnType<typeof openPool>;
  let db: Database;
  const rows = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => (await pool.query(sql, values)).rows;

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = openPool(database.url);
    await migrate(pool);
    db = databaseOf(pool);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const person = async (email: string) => {
    const [made] = await db.insert(users).values({ name: 'Ada', email }).returning();
    if (!made) throw new Error('no user made');
    return made;
  };

  it('has the twelve tables with their foreign keys and indexes [F002]', async () => {
    const tables = (await rows("select tablename from pg_tables where schemaname = 'public'")).map(({ tablename }) => tablename);
    for (const name of [
      ...['users', 'teams', 'folders', 'files', 'versions', 'comments', 'mentions', 'shares'],
      ...['git_connections', 'audit_log', 'api_keys', 'usage_metrics'],
    ])
      expect(tables).toContain(name);
    const [keys] = await rows("select count(*)::int as n from pg_constraint where contype = 'f'");
    const [indexes] = await rows("select count(*)::int as n from pg_indexes where schemaname = 'public' and indexname like '%_idx'");
    expect(keys?.n).toBeGreaterThanOrEqual(15);
    expect(indexes?.n).toBeGreaterThanOrEqual(40);
  });

  it('has no index that a constraint or another index makes useless', async () => {
    const columns = `(select array_agg(attnum::int order by place) from unnest(i.indkey::int[]) with ordinality as k (attnum, place))`;
    const indexes = await rows(
      `select i.indrelid::regclass::text as of_table, i.indexrelid::regclass::text as name, ${columns} as columns, pg_get_expr(i.indpred, i.indrelid) as condition,
         m.amname as method, i.indisunique as is_unique
       from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public'`,
    );
    const Index = z.object({
      of_table: z.string(),
      name: z.string(),
      columns: z.array(z.number()),
      condition: z.string().nullable(),
      method: z.string(),
      is_unique: z.boolean(),
    });
    const known = z
      .array(Index)
      .parse(indexes)
      .filter(({ method, columns }) => method === 'btree' && !columns.includes(0));
    /** An index whose columns begin with another's, over the same rows, answers whatever that one answers; so does a unique one over its first column, which finds one row. */
    const serves = (other: z.infer<typeof Index>, index: z.infer<typeof Index>) =>
      other.name !== index.name &&
      other.of_table === index.of_table &&
      ((other.condition === index.condition && index.columns.every((column, at) => other.columns[at] === column)) ||
        (other.condition === null && other.is_unique && other.columns.length === 1 && other.columns[0] === index.columns[0]));
    const useless = known.filter((index) => !index.is_unique && known.some((other) => serves(other, index)));
    expect(useless.map(({ name }) => name)).toEqual([]);
  });

  it('refuses a file without an owner, and to delete an owner whose files remain [F024]', async () => {
    const orphan = db.insert(files).values({ title: 'Orphan', ownerId: '00000000-0000-4000-8000-000000000000' });
    await expect(orphan).rejects.toMatchObject({ cause: { code: '23503' } });
    const owner = await person('owner@example.com');
    await db.insert(files).values({ title: 'Kept', ownerId: owner.id });
    const remove = () => db.delete(users).where(eq(users.id, owner.id));
    await expect(remove()).rejects.toMatchObject({ cause: { code: expect.stringMatching(/^2350[13]$/) } });
    await db.delete(files).where(eq(files.ownerId, owner.id));
    await remove();
    expect(await db.select().from(users).where(eq(users.id, owner.id))).toEqual([]);
  });

  it('removes with a file what is declared to go with it, and with an account no file that it only wrote in [F024]', async () => {
    const [owner, guest] = [await person('keeps@example.com'), await person('leaves@example.com')];
    const made = await db
      .insert(files)
      .values(['Goes', 'Stays'].map((title) => ({ title, ownerId: owner.id, updatedBy: guest.id })))
      .returning();
    const [goes, stays] = made.map(({ id }) => id);
    for (const fileId of [goes ?? '', stays ?? '']) {
      await db.insert(documentUpdates).values({ fileId, update: new Uint8Array([1]), userId: guest.id });
      await db.insert(shares).values({ fileId, userId: guest.id });
    }
    await db.delete(files).where(eq(files.id, goes ?? ''));
    const left = async () => ({
      updates: (await db.select().from(documentUpdates)).map(({ fileId, userId }) => [fileId, userId]),
      shares: (await db.select().from(shares)).map(({ fileId, userId }) => [fileId, userId]),
    });
    expect(await left()).toEqual({ updates: [[stays, guest.id]], shares: [[stays, guest.id]] });
    await db.delete(users).where(eq(users.id, guest.id));
    expect(await left()).toEqual({ updates: [[stays, null]], shares: [] });
    expect(
      await db
        .select()
        .from(files)
        .where(eq(files.id, stays ?? '')),
    ).toMatchObject([{ title: 'Stays', updatedBy: null }]);
  });

  it('takes versions from 1 and one of each number', async () => {
    const owner = await person('versions@example.com');
    const [file] = await db.insert(files).values({ title: 'Versioned', ownerId: owner.id }).returning();
    expect(file?.version).toBe(1);
    const version = (number: number) =>
      db.insert(versions).values({ fileId: file?.id ?? '', number, fileVersion: 1, document: new Uint8Array([1, 2]), canvasData: {} });
    await version(1);
    await expect(version(1)).rejects.toMatchObject({ cause: { code: '23505' } });
    await expect(version(0)).rejects.toMatchObject({ cause: { code: '23514' } });
    expect((await db.select().from(versions))[0]?.document).toEqual(new Uint8Array([1, 2]));
  });

  it('takes one account an address, whatever its letter case', async () => {
    await person('Case@example.com');
    await expect(person('case@EXAMPLE.com')).rejects.toMatchObject({ cause: { code: '23505' } });
  });

  it('finds canvases by what they contain through the GIN index, and patches them in place [F022]', async () => {
    const owner = await person('json@example.com');
    const canvasData = { shapes: [{ id: 's1', type: 'rectangle', x: 1 }], blocks: [] };
    const [file] = await db.insert(files).values({ title: 'Boxes', ownerId: owner.id, canvasData }).returning();
    const query = `select id from files where canvas_data @> '{"shapes":[{"id":"s1"}]}'`;
    expect(await rows(query)).toEqual([{ id: file?.id }]);
    await pool.query("update files set canvas_data = jsonb_set(canvas_data, '{shapes,0,x}', '42') where id = $1", [file?.id]);
    const [stored] = await db
      .select()
      .from(files)
      .where(eq(files.id, file?.id ?? ''));
    expect(stored?.canvasData).toEqual({ shapes: [{ id: 's1', type: 'rectangle', x: 42 }], blocks: [] });
    expect(await plan(query)).toContain('files_canvas_data_idx');
  });

  const plan = async (sql: string) => {
    const client = await pool.connect();
    try {
      await client.query('set enable_seqscan = off');
      return JSON.stringify((await client.query(`explain ${sql}`)).rows);
    } finally {
      await client.query('reset enable_seqscan');
      client.release();
    }
  };

  const Plan = z.tuple([z.object({ Plan: z.looseObject({ 'Total Cost': z.number() }) })]);
  /** What the planner expects a query to cost, with the indexes by owner or as if they had never been. */
  const costOf = async (query: string, withoutIndexes = false) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const { rows: indexes } = await client.query("select indexname from pg_indexes where indexname like 'files_owner_%'");
      if (withoutIndexes) for (const { indexname } of indexes) await client.query(`drop index ${indexname}`);
      const { rows: found } = await client.query(`explain (format json) ${query}`);
      const [{ Plan: plan }] = Plan.parse(found[0]['QUERY PLAN']);
      return { plan: JSON.stringify(plan), cost: plan['Total Cost'] };
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  it('answers lookups by owner and of what is not in the trash from indexes, and misspelt titles [F025]', async () => {
    const owner = await person('many@example.com');
    await pool.query("insert into files (title, owner_id) select 'Plan number ' || n, $1 from generate_series(1, 10000) n", [owner.id]);
    await pool.query("insert into files (title, owner_id) values ('Cloud architecture', $1)", [owner.id]);
    await pool.query('analyze files');
    const other = await person('few@example.com');
    await pool.query("insert into files (title, owner_id) values ('Only one', $1)", [other.id]);
    const live = JSON.stringify(
      await rows(`explain select * from files where owner_id = '${other.id}' and deleted_at is null order by updated_at desc limit 20`),
    );
    expect(live).toMatch(/files_owner_\w*live_idx/);
    const byOwner = `select * from files where owner_id = '${other.id}'`;
    const byType = `${byOwner} and type = 'canvas' and deleted_at is null order by updated_at desc`;
    const [indexed, sorted] = [await costOf(byOwner), await costOf(byType)];
    expect([indexed.plan, sorted.plan]).toEqual([
      expect.stringMatching(/files_owner_\w+_idx/),
      expect.stringMatching(/files_owner_\w*live_idx/),
    ]);
    const without = await costOf(byOwner, true);
    expect(without.plan).toContain('Seq Scan');
    expect(without.cost).toBeGreaterThan(10 * indexed.cost);
    const misspelt = `select title from files where title %> 'architecure'`;
    expect(await rows(misspelt)).toEqual([{ title: 'Cloud architecture' }]);
    expect(await plan(misspelt)).toContain('files_title_trgm_idx');
  });

  it('keeps the audit log as it was written, but forgets deleted accounts', async () => {
    const user = await person('audited@example.com');
    await db.insert(auditLog).values({ action: 'sign_in', userId: user.id, actor: user.email });
    await expect(db.update(auditLog).set({ action: 'nothing' })).rejects.toMatchObject({ cause: { message: 'audit_log is append-only' } });
    await expect(db.delete(auditLog)).rejects.toMatchObject({ cause: { message: 'audit_log is append-only' } });
    await db.delete(users).where(eq(users.id, user.id));
    expect(await db.select().from(auditLog)).toMatchObject([{ action: 'sign_in', userId: null, actor: 'audited@example.com' }]);
  });
});
