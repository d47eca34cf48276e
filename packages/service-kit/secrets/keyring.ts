import { randomBytes } from 'node:crypto';
import { ConfigError } from '../config.ts';

const keyBytes = 32;

/** A key that encrypts keys; its name stands in what it has sealed. */
export interface NamedKey {
  readonly name: string;
  readonly key: Buffer;
}

/** The key that seals from now on, and those that what was sealed before still needs. */
export interface Keyring {
  readonly current: NamedKey;
  find(name: string): NamedKey | undefined;
}

/** A new key as the settings take it: `<name>:<32 bytes in base64>`. */
export const newKey = (now: Date = new Date()): string =>
  `k${now.toISOString().slice(0, 10).replaceAll('-', '')}${randomBytes(2).toString('hex')}:${randomBytes(keyBytes).toString('base64')}`;

function parseKey(setting: string, text: string): NamedKey {
  const [, name, encoded] = /^([A-Za-z0-9_-]{1,40}):([A-Za-z0-9+/]+=*)$/.exec(text.trim()) ?? [];
  const key = Buffer.from(encoded ?? '', 'base64');
  if (!name || key.length !== keyBytes)
    throw new ConfigError(
      `Configuration is not usable: ${setting}: must be <name>:<32 bytes in base64>; "autograph secrets key" makes one`,
    );
  return { name, key };
}

/** Reads the keys out of the settings SECRETS_KEY and SECRETS_KEYS_OLD. Throws ConfigError. */
export function readKeyring(current: string, old = ''): Keyring {
  const first = parseKey('SECRETS_KEY', current);
  const others = old
    .split(',')
    .filter((text) => text.trim() !== '')
    .map((text) => parseKey('SECRETS_KEYS_OLD', text));
  const keys = new Map([first, ...others].map((named) => [named.name, named]));
  if (keys.size !== others.length + 1)
    throw new ConfigError('Configuration is not usable: SECRETS_KEYS_OLD: every key needs a name of its own');
  return { current: first, find: (name) => keys.get(name) };
}
