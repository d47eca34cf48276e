import { createHmac } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { checkedKey } from './key.ts';
import { type Bucket, buckets, type Storage, type StoredObject } from './storage.ts';

/** What a signed link of the file store grants, and until when (seconds since the epoch). */
export interface Grant {
  readonly bucket: string;
  readonly key: string;
  readonly method: string;
  readonly expires: number;
}

/** The signature that proves a grant; links carry it as `signature`. */
export function signGrant(secret: string, grant: Grant): string {
  return createHmac('sha256', secret).update([grant.method, grant.bucket, grant.key, grant.expires].join('\n')).digest('base64url');
}

async function walk(folder: string, root: string): Promise<StoredObject[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return walk(path, root);
      return [{ key: relative(root, path).split(sep).join('/'), size: (await stat(path)).size }];
    }),
  );
  return nested.flat();
}

async function sizeOf(folder: string): Promise<number> {
  let sum = 0;
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    // A file may go while we look.
    sum += entry.isDirectory()
      ? await sizeOf(path)
      : await stat(path).then(
          ({ size }) => size,
          () => 0,
        );
  }
  return sum;
}

export interface FileStorageOptions {
  readonly folder: string;
  /** Signs links. */
  readonly secret: string;
  /** Origin in the links. */
  readonly publicUrl: string;
}

/** Buckets as folders. Signed links lead to the gateway's /api/storage, which checks them with `signGrant`. */
export async function createFileStorage({ folder, secret, publicUrl }: FileStorageOptions): Promise<Storage> {
  const home = (bucket: Bucket) => join(folder, bucket);
  await Promise.all(buckets.map((bucket) => mkdir(home(bucket), { recursive: true })));
  const disks = new Map(buckets.map((bucket) => [bucket, new Disk(new FSDriver({ location: home(bucket), visibility: 'private' }))]));
  const disk = (bucket: Bucket) => {
    const found = disks.get(bucket);
    if (!found) throw new Error(`no bucket ${bucket}`);
    return found;
  };
  return {
    put: (bucket, key, bytes) => disk(bucket).put(checkedKey(key), bytes),
    get: async (bucket, key) => ((await disk(bucket).exists(checkedKey(key))) ? disk(bucket).getBytes(key) : null),
    delete: (bucket, key) => disk(bucket).delete(checkedKey(key)),
    list: async (bucket, prefix = '') => {
      const all = await walk(home(bucket), home(bucket));
      return all.filter(({ key }) => key.startsWith(prefix)).sort((a, b) => (a.key < b.key ? -1 : 1));
    },
    older: async () => [],
    getOlder: async () => null,
    size: (bucket) => sizeOf(home(bucket)),
    signedUrl: async (bucket, key, { expiresSeconds, method = 'GET' }) => {
      const expires = Math.floor(Date.now() / 1000) + expiresSeconds;
      const signature = signGrant(secret, { bucket, key: checkedKey(key), method, expires });
      return `${publicUrl}/api/storage/${bucket}/${key}?${new URLSearchParams({ method, expires: String(expires), signature })}`;
    },
    ping: () => access(folder, constants.W_OK),
    close: async () => undefined,
  };
}
