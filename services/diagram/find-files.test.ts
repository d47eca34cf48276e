import { listDiagrams } from '@autograph/contracts';
import { files } from '@autograph/database';
import { eq, sql } from '@autograph/database/query.ts';
import type { Identity } from '@autograph/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { startFiles, type TestFiles } from './testing/start-files.ts';

describe('the list of files', () => {
  let instance: TestFiles;
  beforeAll(async () => {
    instance = await startFiles();
  });
  afterAll(() => instance.close());

  const list = (person: Identity, query: z.input<typeof listDiagrams.query> = {}) =>
    instance.services.call(person, listDiagrams, { query });
  const titles = async (person: Identity, query: z.input<typeof listDiagrams.query> = {}) =>
    (await list(person, query)).items.map((item) => item.title);
  const makeAll = async (person: Identity, names: readonly string[]) => {
    for (const name of names) await instance.make(person, name);
  };

  it('pages twenty at a time, the last changed first', async () => {
    const person = await instance.person('Pager');
    await makeAll(
      person,
      Array.from({ length: 25 }, (_, at) => `File ${at}`),
    );
    const first = await list(person);
    expect(first).toMatchObject({ total: 25, page: 1, per_page: 20, pages: 2 });
    expect(first.items[0]?.title).toBe('File 24');
    const second = await list(person, { page: 2 });
    expect(second.items.map((item) => item.title)).toEqual(['File 4', 'File 3', 'File 2', 'File 1', 'File 0']);
    expect((await list(person, { page: 3 })).items).toEqual([]);
    expect((await list(person)).items).toEqual(first.items);
  });

  it('narrows to a type', async () => {
    const person = await instance.person('Typist');
    const wanted = { canvas: 5, note: 3, mixed: 2 } as const;
    for (const type of ['canvas', 'note', 'mixed'] as const)
      for (let at = 0; at < wanted[type]; at += 1) await instance.make(person, `${type} ${at}`, type);
    for (const type of ['canvas', 'note', 'mixed'] as const) {
      const found = await list(person, { type });
      expect([found.total, new Set(found.items.map((item) => item.type))]).toEqual([wanted[type], new Set([type])]);
    }
  });

  it('finds by words of the title [F121]', async () => {
    const person = await instance.person('Seeker');
    await makeAll(person, ['AWS Architecture', 'Azure Architecture', 'Database Schema']);
    expect((await titles(person, { q: 'Architecture' })).toSorted()).toEqual(['AWS Architecture', 'Azure Architecture']);
    expect(await titles(person, { q: 'aws' })).toEqual(['AWS Architecture']);
    expect(await titles(person, { q: '' })).toHaveLength(3);
  });

  it('finds by what is written in a file, and shows where', async () => {
    const person = await instance.person('Reader');
    const { db } = instance.services.platform;
    const write = async (title: string, searchText: string) => {
      const { id } = await instance.make(person, title);
      await db.update(files).set({ searchText }).where(eq(files.id, id));
    };
    await write('AWS network', 'A load balancer in front of\nEC2 instances in two zones');
    await write('Storage', 'PostgreSQL tables');
    expect(await titles(person, { q: 'aws' })).toEqual(['AWS network']);
    const found = await list(person, { q: 'INSTANCES' });
    expect(found.items).toMatchObject([{ title: 'AWS network', found: expect.stringContaining('EC2 instances in two zones') }]);
    expect(await titles(person, { q: 'PostgreSQL' })).toEqual(['Storage']);
  });

  it('forgives small typing mistakes and puts the best match first [F146]', async () => {
    const person = await instance.person('Typo');
    await makeAll(person, ['Architecture', 'Sequence: login', 'ER schema', 'Payments platform']);
    expect(await titles(person, { q: 'paymnets' })).toEqual(['Payments platform']);
    for (const q of ['Architecure', 'Archtecture']) expect(await titles(person, { q })).toEqual(['Architecture']);
    expect(await titles(person, { q: 'schma' })).toEqual(['ER schema']);
    expect(await titles(person, { q: 'kubernetes' })).toEqual([]);
  });

  it('takes signs of the search language as plain text', async () => {
    const person = await instance.person('Signs');
    await makeAll(person, ['100% done', 'under_score', 'plain']);
    expect(await titles(person, { q: '%' })).toEqual(['100% done']);
    expect(await titles(person, { q: '_' })).toEqual(['under_score']);
    expect(await titles(person, { q: "'; drop table files; --" })).toEqual([]);
  });

  it('orders by title and by time, both ways [F147, F148, F149]', async () => {
    const person = await instance.person('Sorter');
    await makeAll(person, ['Zebra', 'apple', 'Mango']);
    expect(await titles(person, { sort: 'title' })).toEqual(['apple', 'Mango', 'Zebra']);
    expect(await titles(person, { sort: 'title', order: 'desc' })).toEqual(['Zebra', 'Mango', 'apple']);
    expect(await titles(person, { sort: 'created_at' })).toEqual(['Mango', 'apple', 'Zebra']);
    expect(await titles(person, { sort: 'created_at', order: 'asc' })).toEqual(['Zebra', 'apple', 'Mango']);
    await instance.services.platform.db.update(files).set({ updatedAt: sql`now() + interval '1 second'` }).where(eq(files.title, 'Zebra'));
    expect((await titles(person, { sort: 'updated_at' }))[0]).toBe('Zebra');
  });

  it('shows nobody the files of others', async () => {
    const [mine, other] = [await instance.person('Mine'), await instance.person('Other')];
    await instance.make(mine, 'Secret plan');
    expect(await titles(other, { q: 'Secret' })).toEqual([]);
  });

  it('finds a misspelt title among ten thousand through the trigram index [F026]', async () => {
    const person = await instance.person('Hoarder');
    const { db } = instance.services.platform;
    await db.execute(sql`
      insert into files (title, owner_id)
      select case when i % 2500 = 0 then 'Cloud architecture ' || i else md5(i::text) || ' ' || i end, ${person.user_id}
      from generate_series(1, 10000) i`);
    await db.execute(sql`vacuum analyze files`);
    expect((await titles(person, { q: 'architecure' })).toSorted()).toEqual(
      [10000, 2500, 5000, 7500].map((number) => `Cloud architecture ${number}`),
    );
    const plan = await db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', '0.42', true)`);
      return tx.execute(sql`explain select id from files where title ilike '%architecure%' or 'architecure' <% title`);
    });
    expect(JSON.stringify(plan.rows)).toContain('files_title_trgm_idx');
  });

  it.each([
    [{ page: 0 }, 'query.page'],
    [{ per_page: 101 }, 'query.per_page'],
    [{ page: 'two' }, 'query.page'],
  ])('names the bad part of %j', async (query, path) => {
    const person = await instance.person(`Query ${path} ${Object.values(query)}`);
    await expect(list(person, query)).rejects.toMatchObject({ code: 'validation_failed', details: [{ path }] });
  });
});
