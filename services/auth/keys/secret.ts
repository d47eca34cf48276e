import { randomBytes } from 'node:crypto';
import { hashOfSecret } from '@autograph/service-kit';

/** A new secret with 256 random bits behind its prefix, and the only form of it that is stored. */
export function newSecret(prefix: string): { readonly secret: string; readonly hash: string } {
  const secret = prefix + randomBytes(32).toString('base64url');
  return { secret, hash: hashOfSecret(secret) };
}
