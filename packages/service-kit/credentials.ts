import { accessCookie } from '@autograph/contracts/cookies.ts';
import type { Identity } from './identity.ts';
import type { Tokens } from './tokens.ts';

/** Who is calling: a person, a service (perhaps for a person), or nobody known. */
export interface Caller {
  readonly identity: Identity | null;
  readonly service: string | null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The value of one cookie in a Cookie header. */
export function cookieOf(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, ...value] = part.split('=');
    if (key?.trim() === name) return decoded(value.join('=').trim());
  }
  return null;
}

/** A Cookie header without one of its cookies. */
export function withoutCookie(header: string, name: string): string {
  return header
    .split(';')
    .filter((part) => part.split('=')[0]?.trim() !== name)
    .join(';')
    .trim();
}

interface CredentialHeaders {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
  readonly 'x-api-key'?: string | string[] | undefined;
}

/** The token that a request carries: `X-API-Key` first, then `Authorization: Bearer …`, then the cookie. */
export function tokenOf(headers: CredentialHeaders): string | null {
  const key = headers['x-api-key'];
  if (typeof key === 'string' && key !== '') return key;
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  return bearer ?? cookieOf(headers.cookie, accessCookie);
}

/** Identifies the caller. A token that is not valid throws `invalid_token` or `token_expired`; none gives nobody. */
export async function identify(tokens: Tokens, token: string | null): Promise<Caller> {
  if (token === null) return { identity: null, service: null };
  if (tokens.isServiceToken(token)) return tokens.verifyServiceToken(token);
  return { identity: await tokens.verifyAccessToken(token), service: null };
}
