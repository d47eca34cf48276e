import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { StartError } from '@autograph/service-kit';
import { BackupManifest } from './manifest.ts';

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  return pipeline(createReadStream(path), hash).then(
    () => hash.digest('hex'),
    () => null,
  );
}

/** The manifest of an unpacked backup whose every file is as it was written. Throws StartError naming those that are not. */
export async function checkBackup(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '{}');
  const manifest = BackupManifest.safeParse(JSON.parse(text));
  if (!manifest.success)
    throw new StartError('This is no backup that this version can read: its manifest.json is missing or of another form.');
  const broken: string[] = [];
  for (const { path, sha256 } of [...manifest.data.tables, ...manifest.data.objects, ...manifest.data.older])
    if ((await hashOf(join(folder, path))) !== sha256) broken.push(path);
  if (broken.length > 0)
    throw new StartError(`The backup is damaged: ${broken.slice(0, 5).join(', ')} differ from what was written. Take an older one.`);
  return manifest.data;
}
