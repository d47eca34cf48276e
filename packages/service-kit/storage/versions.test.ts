import { readFileSync } from 'node:fs';
import { PutBucketLifecycleConfigurationCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startVersionedS3, type VersionedS3 } from '../testing/versioned-s3.ts';
import { clientOf, createS3Storage, type S3Options } from './s3.ts';
import type { Storage } from './storage.ts';

const Rules = z.object({
  Rules: z.array(
    z.object({
      ID: z.string(),
      Status: z.literal('Enabled'),
      Filter: z.object({ Prefix: z.string() }),
      NoncurrentVersionExpiration: z.object({ NoncurrentDays: z.number() }),
      Expiration: z.object({ ExpiredObjectDeleteMarker: z.boolean() }),
    }),
  ),
});

const keepAWeek = Rules.parse(JSON.parse(readFileSync(new URL('../../../deploy/storage/keep-a-week.json', import.meta.url), 'utf8')));

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (read: Uint8Array | null) => read && new TextDecoder().decode(read);

describe('a storage that keeps versions', () => {
  let server: VersionedS3;
  let storage: Storage;
  beforeAll(async () => {
    server = await startVersionedS3();
    const options: S3Options = {
      endpoint: server.url,
      region: 'us-east-1',
      accessKeyId: 'a',
      secretAccessKey: 'b',
      forcePathStyle: true,
      bucketPrefix: '',
    };
    storage = await createS3Storage(options);
    const client = clientOf(options);
    // As the set-up of the storage does it.
    for (const Bucket of ['diagrams', 'uploads'])
      await client.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: keepAWeek }));
    client.destroy();
  });
  afterAll(async () => {
    await storage.close();
    await server.close();
  });

  it('tells of what was replaced and deleted, the oldest first, and gives it back [F049]', async () => {
    for (const content of ['one', 'two', 'three']) await storage.put('uploads', 'plan.txt', bytes(content));
    await storage.put('uploads', 'gone.txt', bytes('was here'));
    await storage.delete('uploads', 'gone.txt');
    const older = (await storage.older('uploads')) ?? [];
    const contents = await Promise.all(older.map(async (each) => [each.key, text(await storage.getOlder('uploads', each))]));
    expect(contents).toEqual([
      ['gone.txt', 'was here'],
      ['plan.txt', 'one'],
      ['plan.txt', 'two'],
    ]);
    expect(text(await storage.get('uploads', 'plan.txt'))).toBe('three');
    expect(await storage.older('exports')).toEqual([]);
  });

  it('lets exports lapse after thirty days, what was replaced after a week, and nothing else [F027]', async () => {
    await storage.put('exports', 'old.pdf', bytes('made long ago'));
    await storage.put('diagrams', 'thumbnail.png', bytes('first'));
    await storage.put('diagrams', 'thumbnail.png', bytes('second'));
    server.pass(6);
    await storage.put('exports', 'new.pdf', bytes('made lately'));
    expect((await storage.older('diagrams'))?.length).toBe(1);
    server.pass(25);
    expect((await storage.list('exports')).map(({ key }) => key)).toEqual(['new.pdf']);
    expect(text(await storage.get('diagrams', 'thumbnail.png'))).toBe('second');
    expect(await storage.older('diagrams')).toEqual([]);
    server.pass(365);
    expect((await storage.list('diagrams')).map(({ key }) => key)).toEqual(['thumbnail.png']);
    expect(await storage.list('exports')).toEqual([]);
  });
});
