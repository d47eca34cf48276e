import { fileOfRoom } from '@autograph/collab';
import { CodedError } from '@autograph/contracts';
import { accessCookie } from '@autograph/contracts/cookies.ts';
import { cookieOf, credentialKind, type Identity, identify, identifyCredential, type Kit } from '@autograph/service-kit';
import { z } from 'zod';
import { fileAccess } from './file-access.ts';

/** Why someone was not let in; the code reaches the client. */
export interface Denial {
  readonly reason: 'unauthenticated' | 'forbidden' | 'not_found' | 'origin_refused';
}

export interface Admission {
  readonly fileId: string;
  readonly identity: Identity;
  /** When what they showed lapses by itself, in milliseconds; null when it does not, or with its session. */
  readonly expiresAt: number | null;
  readonly canEdit: boolean;
}

function sameSite(headers: Headers, allowed: readonly string[]): boolean {
  const origin = headers.get('origin');
  if (origin === null || allowed.includes(origin)) return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Whom a token stands for: a session's, an API key, or an app's. Null for nobody. */
async function holderOf(
  kit: Pick<Kit, 'tokens' | 'kv' | 'call'>,
  token: string | null,
): Promise<Pick<Admission, 'identity' | 'expiresAt'> | null> {
  if (token !== null && credentialKind(token)) {
    const { identity, expires_at } = await identifyCredential(kit, token);
    return { identity, expiresAt: expires_at === null ? null : Date.parse(expires_at) };
  }
  const { identity } = await identify(kit.tokens, token);
  return identity && { identity, expiresAt: null };
}

/**
 * Decides whether a connection may enter a room, by its token or, in a browser, by its cookie; a page of another site cannot use
 * the cookie. Answers a denial instead of throwing, but for failures of the system.
 */
export async function admit(
  kit: Pick<Kit, 'db' | 'tokens' | 'config' | 'kv' | 'call'>,
  request: { readonly room: string; readonly token: string; readonly headers: Headers },
): Promise<Admission | Denial> {
  const fileId = fileOfRoom(request.room);
  if (fileId === null || !z.uuid().safeParse(fileId).success) return { reason: 'not_found' };
  const cookie = request.token === '' ? cookieOf(request.headers.get('cookie') ?? undefined, accessCookie) : null;
  const allowed = [kit.config.PUBLIC_URL ?? '', ...(kit.config.CORS_ORIGINS ?? '').split(',').map((origin) => origin.trim())];
  if (cookie !== null && !sameSite(request.headers, allowed)) return { reason: 'origin_refused' };
  const holder = await holderOf(kit, request.token === '' ? cookie : request.token).catch((error: unknown) => {
    if (error instanceof CodedError && error.status === 401) return null;
    throw error;
  });
  if (!holder) return { reason: 'unauthenticated' };
  const access = await fileAccess(kit.db, fileId, holder.identity);
  if (access === undefined) return { reason: 'not_found' };
  if (access === null) return { reason: 'forbidden' };
  return { fileId, ...holder, canEdit: access !== 'view' };
}
