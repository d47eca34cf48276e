import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newKey } from './secrets/keyring.ts';
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

/** A secret that is made once per installation and kept in the data folder for its owner only. */
async function kept(path: string, make: () => string): Promise<string> {
  await writeFile(path, make(), { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return readFile(path, 'utf8');
}

/** The secret that signs tokens, where no setting gives one. */
export const keptSecret = (folder: string): Promise<string> =>
  kept(join(folder, 'auth-secret'), () => randomBytes(48).toString('base64url'));

/** The key that encrypts secrets, where no setting gives one. */
export const keptSecretsKey = (folder: string): Promise<string> => kept(join(folder, 'secrets-key'), newKey);
