import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

/** Makes the data folder when missing. Throws StartError when it cannot be written. */
export async function ensureDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch {
    throw new StartError(`The data folder ${folder} cannot be written: fix its permissions or choose another DATA_DIR.`);
  }
}

/** The secret that signs tokens: made once per installation, kept in the data folder for its owner only. */
export async function keptSecret(folder: string): Promise<string> {
  const path = join(folder, 'auth-secret');
  await writeFile(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return readFile(path, 'utf8');
}
