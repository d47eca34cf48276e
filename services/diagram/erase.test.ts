import { files } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import type { Identity } from '@autograph/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyTrash } from './erase.ts';
import { startFiles, type TestFiles } from './testing/start-files.ts';

const days = 86_400_000;

describe('emptying the trash', () => {
  let instance: TestFiles;
  let ada: Identity;
  beforeAll(async () => {
    instance = await startFiles();
    ada = await instance.person('Ada');
  });
  afterAll(() => instance.close());

  it('erases what was thrown away 31 days ago with its picture, and keeps the rest [F131]', async () => {
    const { platform } = instance.services;
    const now = new Date();
    const thrown = async (title: string, age: number | null) => {
      const { id } = await instance.make(ada, title);
      const deletedAt = age === null ? null : new Date(now.getTime() - age * days);
      const thumbnailKey = `thumbnails/${id}.png`;
      await platform.storage.put('diagrams', thumbnailKey, new Uint8Array([1]));
      await platform.storage.put('diagrams', `thumbnails/${id}.card.png`, new Uint8Array([1]));
      await platform.db.update(files).set({ deletedAt, thumbnailKey }).where(eq(files.id, id));
      return id;
    };
    const [old] = [await thrown('old', 31), await thrown('recent', 29), await thrown('live', null)];
    await emptyTrash(platform, now);
    const left = await platform.db.select({ title: files.title }).from(files);
    expect(left.map((row) => row.title).toSorted()).toEqual(['live', 'recent']);
    expect(await platform.storage.list('diagrams', `thumbnails/${old}`)).toEqual([]);
    expect(await platform.storage.list('diagrams', 'thumbnails/')).toHaveLength(4);
  });
});
