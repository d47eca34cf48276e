import { getDiagram, updateDiagram } from '@autograph/contracts';
import { files } from '@autograph/database';
import { eq, sql } from '@autograph/database/query.ts';
import type { Identity } from '@autograph/service-kit';
import { kvModes } from '@autograph/service-kit/testing/kv-modes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFiles, type TestFiles } from './testing/start-files.ts';

describe.each(kvModes)('the cache of contents $name', ({ environment, runs }) => {
  let instance: TestFiles;
  let ada: Identity;
  beforeAll(async () => {
    if (!runs) return;
    instance = await startFiles({ environment });
    ada = await instance.person('Ada');
  });
  afterAll(() => instance?.close());

  it.runIf(runs)('spares reading for five minutes, and is dropped with the first change [F004]', async () => {
    const { id } = await instance.make(ada, 'Cached');
    const { kv, db } = instance.services.platform;
    const key = `cache:diagram:${id}`;
    await kv.delete(key);
    const read = () => instance.services.call(ada, getDiagram, { params: { id } });

    const first = await read();
    const before = instance.reads.count;
    expect(await read()).toEqual(first);
    expect(instance.reads.count).toBe(before);
    const left = (await kv.ttl(key)) ?? 0;
    expect(left).toBeGreaterThan(290);
    expect(left).toBeLessThanOrEqual(300);

    const headers = { 'if-match': String(first.version) };
    await instance.services.call(ada, updateDiagram, { params: { id }, headers, body: { note_content: 'new' } });
    expect((await read()).note_content).toBe('new');

    const reads = instance.reads.count;
    await db
      .update(files)
      .set({ version: sql`${files.version} + 1` })
      .where(eq(files.id, id));
    expect((await read()).version).toBe(first.version + 2);
    expect(instance.reads.count).toBe(reads + 1);
  });
});
