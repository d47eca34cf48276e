import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type PlatformConfig, StartError } from '@autograph/service-kit';
import { backupS3OptionsOf, readS3File, writeS3File, writeS3Text, youngestS3File } from '@autograph/service-kit/storage/s3-file.ts';
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

/** Where backups are kept: a file, or an object `s3://<bucket>/<key>` of the storage that the BACKUP_S3_ settings name, or else the S3_ ones. */
export interface Target {
  /** Keeps the named files of a folder there; gives the size in bytes. `scratch` is a path for what must be put together first. */
  write(folder: string, names: readonly string[], scratch: string): Promise<number>;
  /** Brings them into a folder. Throws StartError. */
  read(folder: string): Promise<void>;
}

interface InBucket {
  readonly bucket: string;
  readonly key: string;
}

/** The bucket and key of `s3://<bucket>/<key>`, null for a path. Throws StartError. */
function inBucket(text: string): InBucket | null {
  if (!text.startsWith('s3://')) return null;
  const [, bucket, key] = /^s3:\/\/([a-z0-9.-]{3,63})\/([\w./@=+-]+)$/.exec(text) ?? [];
  if (!bucket || !key) throw new StartError(`${text} is no place for a backup: write a path, or s3://<bucket>/<key>.`);
  return { bucket, key };
}

/** Reads what a person wrote behind `backup` or `restore`. Throws StartError. */
export function targetOf(text: string, config: PlatformConfig): Target {
  const object = inBucket(text);
  if (!object) {
    const path = resolve(text);
    return { write: (folder, names) => writeArchive(folder, names, path), read: (folder) => unpack(createReadStream(path), folder) };
  }
  const { bucket, key } = object;
  const options = backupS3OptionsOf(config);
  return {
    write: async (folder, names, scratch) => {
      const size = await writeArchive(folder, names, scratch);
      await writeS3File(options, bucket, key, scratch, size);
      return size;
    },
    read: async (folder) => unpack(await readS3File(options, bucket, key), folder),
  };
}

const ending = '.tar.gz';

async function youngestIn(folder: string): Promise<string | null> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ending));
  const found = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })));
  return found.sort((a, b) => b.at - a.at)[0]?.name ?? null;
}

/** The place of the youngest backup below one that ends with a slash; any other as it is. Throws StartError when there is none. */
export async function newestOf(text: string, config: PlatformConfig): Promise<string> {
  if (!text.endsWith('/')) return text;
  const object = inBucket(text);
  const found = object
    ? await youngestS3File(backupS3OptionsOf(config), object.bucket, object.key, ending)
    : await youngestIn(resolve(text));
  if (found === null) throw new StartError(`There is no backup (*${ending}) below ${text}.`);
  return object ? `s3://${object.bucket}/${found}` : join(text, found);
}

/** Keeps a text where backups may be kept. Throws StartError. */
export async function keepText(place: string, config: PlatformConfig, text: string): Promise<void> {
  const object = inBucket(place);
  if (object) return writeS3Text(backupS3OptionsOf(config), object.bucket, object.key, text);
  const path = resolve(place);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { mode: 0o600 });
}
