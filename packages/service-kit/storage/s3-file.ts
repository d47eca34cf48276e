import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import type { PlatformConfig } from '../config.ts';
import { reason } from '../reason.ts';
import { StartError } from '../start-error.ts';
import { clientOf, type S3Options } from './s3.ts';

/** How the settings reach S3. */
export const s3OptionsOf = (config: PlatformConfig): S3Options => ({
  endpoint: config.S3_ENDPOINT,
  region: config.S3_REGION,
  accessKeyId: config.S3_ACCESS_KEY_ID,
  secretAccessKey: config.S3_SECRET_ACCESS_KEY,
  forcePathStyle: config.S3_FORCE_PATH_STYLE,
  bucketPrefix: config.S3_BUCKET_PREFIX,
});

/** How the settings reach the S3 of backups: where they say nothing of its own, as the storage. */
export const backupS3OptionsOf = (config: PlatformConfig): S3Options => ({
  endpoint: config.BACKUP_S3_ENDPOINT ?? config.S3_ENDPOINT,
  region: config.BACKUP_S3_REGION ?? config.S3_REGION,
  accessKeyId: config.BACKUP_S3_ACCESS_KEY_ID ?? config.S3_ACCESS_KEY_ID,
  secretAccessKey: config.BACKUP_S3_SECRET_ACCESS_KEY ?? config.S3_SECRET_ACCESS_KEY,
  forcePathStyle: config.BACKUP_S3_FORCE_PATH_STYLE ?? config.S3_FORCE_PATH_STYLE,
  bucketPrefix: '',
});

const failed =
  (bucket: string, key: string) =>
  (cause: unknown): never => {
    throw new StartError(
      `s3://${bucket}/${key} cannot be used: ${reason(cause)}. Check the BACKUP_S3_ and S3_ variables and that the bucket is there.`,
      {
        cause,
      },
    );
  };

/** Stores a file of `size` bytes (5 GiB at most) as an object of any bucket. Throws StartError. */
export async function writeS3File(options: S3Options, bucket: string, key: string, path: string, size: number): Promise<void> {
  const client = clientOf(options);
  const put = new PutObjectCommand({
    Bucket: bucket,
    Key: key,
    Body: createReadStream(path),
    ContentLength: size,
    ContentType: 'application/gzip',
  });
  await client
    .send(put)
    .catch(failed(bucket, key))
    .finally(() => client.destroy());
}

/** Stores a text as an object of any bucket. Throws StartError. */
export async function writeS3Text(options: S3Options, bucket: string, key: string, text: string): Promise<void> {
  const client = clientOf(options);
  await client
    .send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: text, ContentType: 'application/json' }))
    .catch(failed(bucket, key))
    .finally(() => client.destroy());
}

/** The key of the youngest object below a prefix whose name ends so; null when there is none. Throws StartError. */
export async function youngestS3File(options: S3Options, bucket: string, prefix: string, ending: string): Promise<string | null> {
  const client = clientOf(options);
  let youngest: { readonly key: string; readonly at: number } | null = null;
  let next: string | undefined;
  try {
    do {
      const page = await client
        .send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: next }))
        .catch(failed(bucket, prefix));
      for (const { Key, LastModified } of page.Contents ?? []) {
        const at = LastModified?.getTime() ?? 0;
        if (Key?.endsWith(ending) && (youngest === null || at >= youngest.at)) youngest = { key: Key, at };
      }
      next = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (next);
  } finally {
    client.destroy();
  }
  return youngest?.key ?? null;
}

/** The bytes of an object of any bucket. Throws StartError. */
export async function readS3File(options: S3Options, bucket: string, key: string): Promise<Readable> {
  const { Body } = await clientOf(options)
    .send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    .catch(failed(bucket, key));
  if (!(Body instanceof Readable)) throw new StartError(`s3://${bucket}/${key} is empty.`);
  return Body;
}
