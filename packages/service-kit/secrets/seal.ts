import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keyring } from './keyring.ts';

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const mark = 'sealed.v1';

/** What was sealed cannot be opened: another key, another owner, or not a whole one. */
export class SealError extends Error {}

function encrypt(key: Buffer, text: Buffer, context: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

function decrypt(key: Buffer, sealed: string, context: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) throw new SealError('what was sealed is not whole');
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new SealError('what was sealed belongs to another owner, or was changed', { cause });
  }
}

interface Parts {
  readonly keyName: string;
  /** The secret's own key, encrypted with the named one. */
  readonly wrapped: string;
  readonly body: string;
}

function partsOf(sealed: string): Parts {
  const [, keyName, wrapped, body] = /^sealed\.v1\.([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(sealed) ?? [];
  if (!keyName || !wrapped || !body) throw new SealError('this is nothing that was sealed');
  return { keyName, wrapped, body };
}

function unwrap(keyring: Keyring, { keyName, wrapped }: Parts): Buffer {
  const named = keyring.find(keyName);
  if (!named) throw new SealError(`it was sealed with the key ${keyName}, which SECRETS_KEYS_OLD does not name`);
  return decrypt(named.key, wrapped, keyName);
}

/**
 * Encrypts a secret (AES-256-GCM) with a key of its own, which the keyring's current key encrypts in turn: a new key needs
 * only the small envelope written anew. It opens only for the same `context`, such as the row that it belongs to.
 */
export function seal(keyring: Keyring, secret: string, context: string): string {
  const { name, key } = keyring.current;
  const own = randomBytes(keyBytes);
  return [mark, name, encrypt(key, own, name), encrypt(own, Buffer.from(secret), context)].join('.');
}

/** The secret. Throws SealError. */
export function unseal(keyring: Keyring, sealed: string, context: string): string {
  const parts = partsOf(sealed);
  return decrypt(unwrap(keyring, parts), parts.body, context).toString();
}

/** The same secret under the keyring's current key; null when it is that already. Throws SealError. */
export function reseal(keyring: Keyring, sealed: string): string | null {
  const parts = partsOf(sealed);
  const { name, key } = keyring.current;
  if (parts.keyName === name) return null;
  return [mark, name, encrypt(key, unwrap(keyring, parts), name), parts.body].join('.');
}
