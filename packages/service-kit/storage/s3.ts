import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  PutBucketLifecycleConfigurationCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Log } from '../log.ts';
import { checkedKey } from './key.ts';
import { type Bucket, buckets, type OldVersion, type Storage, type StoredObject } from './storage.ts';

export interface S3Options {
  readonly endpoint?: string | undefined;
  readonly region: string;
  readonly accessKeyId?: string | undefined;
  readonly secretAccessKey?: string | undefined;
  readonly forcePathStyle: boolean;
  /** Put before the buckets' names. */
  readonly bucketPrefix: string;
}

const isMissing = (error: unknown) => error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;

/** A store that knows no versions, or a user who may not see them. */
const tellsNone = (error: unknown) => error instanceof S3ServiceException && [403, 405, 501].includes(error.$metadata.httpStatusCode ?? 0);

/** A client of the S3 API. */
export function clientOf(options: S3Options): S3Client {
  const { accessKeyId, secretAccessKey } = options;
  return new S3Client({
    region: options.region,
    forcePathStyle: options.forcePathStyle,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(options.endpoint ? { endpoint: options.endpoint } : {}),
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
  });
}

async function bucketExists(client: S3Client, name: string): Promise<boolean> {
  return client.send(new HeadBucketCommand({ Bucket: name })).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
}

/** Services that start at once all find the bucket missing: one makes it, the others see then that it is there. */
async function ensureBucket(client: S3Client, name: string): Promise<void> {
  if (await bucketExists(client, name)) return;
  await client.send(new CreateBucketCommand({ Bucket: name })).catch(async (error: unknown) => {
    if (!(await bucketExists(client, name))) throw error;
  });
}

const expireExports = (name: string) =>
  new PutBucketLifecycleConfigurationCommand({
    Bucket: name,
    LifecycleConfiguration: { Rules: [{ ID: 'expire-exports', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 30 } }] },
  });

/** Buckets on an S3 API (AWS, MinIO). Missing buckets are made; exports get a rule that expires them after 30 days. */
export async function createS3Storage(options: S3Options, log?: Log): Promise<Storage> {
  const client = clientOf(options);
  const name = (bucket: Bucket) => options.bucketPrefix + bucket;
  for (const bucket of buckets) await ensureBucket(client, name(bucket));
  await client
    .send(expireExports(name('exports')))
    .catch((error: unknown) => log?.warn({ err: error }, 'the exports bucket has no expiry rule: set one of 30 days'));

  async function* pages(bucket: Bucket, prefix: string) {
    let next: string | undefined;
    do {
      const page = await client.send(new ListObjectsV2Command({ Bucket: name(bucket), Prefix: prefix, ContinuationToken: next }));
      yield page.Contents ?? [];
      next = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (next);
  }

  async function older(bucket: Bucket): Promise<readonly OldVersion[]> {
    const found: (OldVersion & { readonly at: number })[] = [];
    let next: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
    while (next) {
      const page: ListObjectVersionsCommandOutput = await client.send(new ListObjectVersionsCommand({ Bucket: name(bucket), ...next }));
      for (const { Key, VersionId, IsLatest, LastModified } of page.Versions ?? [])
        if (Key && VersionId && !IsLatest) found.push({ key: Key, id: VersionId, at: LastModified?.getTime() ?? 0 });
      next = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : undefined;
    }
    // Those of the same second stand in the order of the answer, the newest first.
    return found
      .reverse()
      .sort((a, b) => (a.key === b.key ? a.at - b.at : a.key < b.key ? -1 : 1))
      .map(({ key, id }) => ({ key, id }));
  }

  async function read(bucket: Bucket, key: string, VersionId?: string): Promise<Uint8Array | null> {
    const found = await client
      .send(new GetObjectCommand({ Bucket: name(bucket), Key: checkedKey(key), VersionId }))
      .catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
    return (await found?.Body?.transformToByteArray()) ?? null;
  }

  async function list(bucket: Bucket, prefix = ''): Promise<StoredObject[]> {
    const found: StoredObject[] = [];
    for await (const page of pages(bucket, prefix)) for (const { Key, Size } of page) if (Key) found.push({ key: Key, size: Size ?? 0 });
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  return {
    put: async (bucket, key, bytes, meta) =>
      void (await client.send(
        new PutObjectCommand({ Bucket: name(bucket), Key: checkedKey(key), Body: bytes, ContentType: meta?.contentType }),
      )),
    get: (bucket, key) => read(bucket, key),
    older: (bucket) =>
      older(bucket).catch((error: unknown) => {
        if (tellsNone(error)) return null;
        throw error;
      }),
    getOlder: (bucket, { key, id }) => read(bucket, key, id),
    delete: async (bucket, key) => void (await client.send(new DeleteObjectCommand({ Bucket: name(bucket), Key: checkedKey(key) }))),
    list,
    size: async (bucket) => {
      let sum = 0;
      for await (const page of pages(bucket, '')) for (const { Size } of page) sum += Size ?? 0;
      return sum;
    },
    signedUrl: (bucket, key, { expiresSeconds, method = 'GET' }) => {
      const target = { Bucket: name(bucket), Key: checkedKey(key) };
      return getSignedUrl(client, method === 'PUT' ? new PutObjectCommand(target) : new GetObjectCommand(target), {
        expiresIn: expiresSeconds,
      });
    },
    ping: async () => void (await client.send(new HeadBucketCommand({ Bucket: name('diagrams') }))),
    close: async () => client.destroy(),
  };
}
