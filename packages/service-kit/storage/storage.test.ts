import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startS3 } from '../testing/start-s3.ts';
import { createFileStorage } from './files.ts';
import { createS3Storage } from './s3.ts';
import { buckets, type Storage } from './storage.ts';

const hash = (bytes: Uint8Array | null) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

async function openFiles(folder: string) {
  return {
    storage: await createFileStorage({ folder, secret: 'a secret', publicUrl: 'http://localhost:8080' }),
    close: async () => undefined,
  };
}

async function openS3(folder: string) {
  const server = await startS3(folder);
  const storage = await createS3Storage(server.connection);
  return { storage, close: () => server.close() };
}

describe.each([
  ['files', openFiles],
  ['S3', openS3],
])('storage in %s', (name, open) => {
  let folder: string;
  let storage: Storage;
  let close: () => Promise<void>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'autograph-storage-'));
    ({ storage, close } = await open(folder));
  });
  afterAll(async () => {
    await storage.close();
    await close();
    await rm(folder, { recursive: true, force: true });
  });

  it('gives back the very bytes, bucket by bucket [F006]', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(50_000));
    for (const bucket of buckets) await storage.put(bucket, 'files/1/picture.png', bytes, { contentType: 'image/png' });
    await storage.delete('exports', 'files/1/picture.png');
    expect(hash(await storage.get('diagrams', 'files/1/picture.png'))).toBe(hash(bytes));
    expect(await storage.get('exports', 'files/1/picture.png')).toBeNull();
    expect(hash(await storage.get('uploads', 'files/1/picture.png'))).toBe(hash(bytes));
  });

  it('replaces, lists by prefix and deletes', async () => {
    for (const key of ['list/b.txt', 'list/a.txt', 'list/deep/c.txt', 'other.txt'])
      await storage.put('uploads', key, new TextEncoder().encode(key));
    await storage.put('uploads', 'list/a.txt', new TextEncoder().encode('longer than it was'));
    expect(await storage.list('uploads', 'list/')).toEqual([
      { key: 'list/a.txt', size: 18 },
      { key: 'list/b.txt', size: 10 },
      { key: 'list/deep/c.txt', size: 15 },
    ]);
    expect(await storage.size('uploads')).toBe((await storage.list('uploads')).reduce((sum, { size }) => sum + size, 0));
    await storage.delete('uploads', 'list/a.txt');
    await storage.delete('uploads', 'list/a.txt');
    expect((await storage.list('uploads', 'list/')).map(({ key }) => key)).toEqual(['list/b.txt', 'list/deep/c.txt']);
  });

  it('refuses keys that lead out of the bucket', async () => {
    for (const key of ['../secret', '/etc/passwd', 'a/../../b', 'a//b', ''])
      await expect(async () => storage.get('uploads', key)).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('signs links for one object, one method and a time', async () => {
    const link = new URL(await storage.signedUrl('diagrams', 'files/1/picture.png', { expiresSeconds: 3600 }));
    expect(link.pathname).toContain('diagrams/files/1/picture.png');
    const upload = new URL(await storage.signedUrl('diagrams', 'files/1/picture.png', { expiresSeconds: 3600, method: 'PUT' }));
    expect(upload.search).not.toBe(link.search);
    if (name === 'S3') {
      expect(link.searchParams.get('X-Amz-Expires')).toBe('3600');
      expect((await fetch(upload, { method: 'PUT', body: 'uploaded' })).status).toBe(200);
      expect(await (await fetch(link)).text()).toBe('uploaded');
    }
  });

  it('answers a ping', async () => {
    await expect(storage.ping()).resolves.toBeUndefined();
  });
});
