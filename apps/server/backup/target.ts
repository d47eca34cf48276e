import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type PlatformConfig, StartError } from '@autograph/service-kit';
import { readS3File, s3OptionsOf, writeS3File } from '@autograph/service-kit/storage/s3-file.ts';
import { packTar, unpackTar } from './tar.ts';

/** Writes an archive of the files under a path, which holds it only once it is whole. */
async function writeArchive(folder: string, names: readonly string[], path: string): Promise<number> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.part`;
  try {
    await pipeline(packTar(folder, names), createGzip(), createWriteStream(draft, { mode: 0o600 }));
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  return (await stat(path)).size;
}

async function unpack(source: Readable, folder: string): Promise<void> {
  await pipeline(source, createGunzip(), (bytes: AsyncIterable<Buffer>) => unpackTar(bytes, folder)).catch((cause: unknown) => {
    if (cause instanceof StartError) throw cause;
    throw new StartError(`The backup cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  });
}

/** Where backups are kept: a file, or an object `s3://<bucket>/<key>` of the storage that the S3_ settings name. */
export interface Target {
  /** Keeps the named files of a folder there; gives the size in bytes. `scratch` is a path for what must be put together first. */
  write(folder: string, names: readonly string[], scratch: string): Promise<number>;
  /** Brings them into a folder. Throws StartError. */
  read(folder: string): Promise<void>;
}

/** Reads what a person wrote behind `backup` or `restore`. Throws StartError. */
export function targetOf(text: string, config: PlatformConfig): Target {
  if (!text.startsWith('s3://')) {
    const path = resolve(text);
    return { write: (folder, names) => writeArchive(folder, names, path), read: (folder) => unpack(createReadStream(path), folder) };
  }
  const [, bucket, key] = /^s3:\/\/([a-z0-9.-]{3,63})\/([\w./@=+-]+)$/.exec(text) ?? [];
  if (!bucket || !key) throw new StartError(`${text} is no place for a backup: write a path, or s3://<bucket>/<key>.`);
  const options = s3OptionsOf(config);
  return {
    write: async (folder, names, scratch) => {
      const size = await writeArchive(folder, names, scratch);
      await writeS3File(options, bucket, key, scratch, size);
      return size;
    },
    read: async (folder) => unpack(await readS3File(options, bucket, key), folder),
  };
}
