import { createHash } from 'node:crypto';
import { CodedError, credentialPrefixes, type ErrorCode, Identity, resolveCredential } from '@autograph/contracts';
import { z } from 'zod';
import type { Kv } from './kv/kv.ts';
import type { Kit } from './service.ts';

/** Seconds for which an answer about a key or an app's token is kept; one that is revoked is refused at once all the same. */
const keptSeconds = 30;

const Kept = z.union([
  z.object({ identity: Identity, expires_at: z.iso.datetime().nullable() }),
  z.object({ refused: z.enum(['key_revoked', 'token_revoked']) }),
  // What it stands for has just changed: an answer that was under way then is not kept.
  z.object({ changed: z.literal(true) }),
]);

const keyOf = (hash: string): string => `credential:${hash}`;

/** SHA-256 in hex: the only form in which keys and tokens are stored. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** What a token is, when it is no JWT. */
export function credentialKind(token: string): keyof typeof credentialPrefixes | null {
  if (token.startsWith(credentialPrefixes.app)) return 'app';
  return token.startsWith(credentialPrefixes.api_key) ? 'api_key' : null;
}

/** Whom an API key or an app's token stands for, and until when. */
export interface Credential {
  readonly identity: Identity;
  /** ISO 8601; null when it is good until it is revoked. */
  readonly expires_at: string | null;
}

/** Reads an API key or an app's token. Throws `key_revoked`, `key_expired`, `token_revoked`, `token_expired` or `invalid_token`. */
export async function identifyCredential({ kv, call }: Pick<Kit, 'kv' | 'call'>, token: string): Promise<Credential> {
  const kind = credentialKind(token);
  if (kind === null) throw new CodedError('invalid_token');
  const hash = hashOfSecret(token);
  const kept = await kv.get(keyOf(hash)).catch(() => null);
  const known = kept === null ? null : Kept.parse(JSON.parse(kept));
  if (known && 'refused' in known) throw new CodedError(known.refused);
  if (known && 'identity' in known && (known.expires_at === null || Date.parse(known.expires_at) > Date.now())) return known;
  const answer = await call(resolveCredential, { body: { kind, hash } });
  // Not over what a revocation or a change may have said meanwhile.
  await kv.setIfAbsent(keyOf(hash), JSON.stringify(answer), { ttlSeconds: keptSeconds }).catch(() => false);
  return answer;
}

/** Has credentials looked up anew when they next come, as what they stand for has changed. */
export async function forgetCredentials(kv: Kv, hashes: readonly string[]): Promise<void> {
  await Promise.all(hashes.map((hash) => kv.set(keyOf(hash), JSON.stringify({ changed: true }), { ttlSeconds: keptSeconds })));
}

/** Lets credentials be refused at once everywhere, once what is stored says so too. */
export async function refuseCredentials(
  kv: Kv,
  hashes: readonly string[],
  refused: Extract<ErrorCode, 'key_revoked' | 'token_revoked'>,
): Promise<void> {
  await Promise.all(hashes.map((hash) => kv.set(keyOf(hash), JSON.stringify({ refused }), { ttlSeconds: keptSeconds * 2 })));
}
