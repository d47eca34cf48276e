import { CodedError, type ErrorCode, sessionEndChannel } from '@autograph/contracts';
import { z } from 'zod';
import type { Kv } from './kv/kv.ts';
import type { PubSub } from './pubsub/pubsub.ts';

/** Seconds that a server-side session lives after a sign-in or a refresh. */
export const sessionSeconds = 86_400;

/** Why a session has ended, and what whoever comes with its tokens is told. */
const refusals = {
  signed_out: 'invalid_token',
  idle: 'session_idle',
  replaced: 'session_replaced',
  revoked: 'session_revoked',
  password_changed: 'password_changed',
} as const satisfies Record<string, ErrorCode>;
export type SessionEnd = keyof typeof refusals;

const isSessionEnd = (value: string | null): value is SessionEnd => value !== null && value in refusals;

/** Seconds for which the reason is kept where it is not known when the last access token was made: no longer than it lives. */
const longestReasonSeconds = 3600;

/** How exactly activity is noted; ms. A store that is asked at every request is not written at every request. */
const noteMilliseconds = 30_000;

/** What is in the store while a session is open. */
export const sessionKey = (sessionId: string): string => `session:${sessionId}`;
const seenKeyOf = (sessionId: string): string => `seen:${sessionId}`;
const endKeyOf = (sessionId: string): string => `ended:${sessionId}`;

const Kept = z.object({
  user: z.string(),
  idles: z.boolean(),
  /** When its last access token was made; seconds since 1970. */
  issued: z.number().optional(),
});

/** Seconds that the last access token of a session is still good for, at least one: so long it has to be told why it counts no more. */
function reasonSeconds(kept: string | null): number {
  const parsed = kept === null ? null : Kept.safeParse(JSON.parse(kept));
  if (!parsed?.success || parsed.data.issued === undefined) return longestReasonSeconds;
  return Math.max(1, Math.floor(parsed.data.issued + longestReasonSeconds - Date.now() / 1000));
}

export interface SessionTerms {
  readonly ttlSeconds?: number;
  /** It ends when nothing is done in it for the time that the instance sets. */
  readonly idles?: boolean;
}

/** Makes the session's access tokens count, for `ttlSeconds` from now. To be called when one is made. */
export async function openSession(kv: Kv, sessionId: string, userId: string, terms: SessionTerms = {}): Promise<void> {
  const ttlSeconds = terms.ttlSeconds ?? sessionSeconds;
  const kept: z.infer<typeof Kept> = { user: userId, idles: terms.idles ?? false, issued: Math.floor(Date.now() / 1000) };
  await kv.set(sessionKey(sessionId), JSON.stringify(kept), { ttlSeconds });
  await kv.setIfAbsent(seenKeyOf(sessionId), String(Date.now()), { ttlSeconds });
}

/**
 * Ends a session: its access tokens are refused from now on, however long they were good for, and its open sockets are told. What
 * was said first of why stays said.
 */
export async function closeSession(
  { kv, pubsub }: { readonly kv: Kv; readonly pubsub: PubSub },
  sessionId: string,
  reason: SessionEnd = 'signed_out',
): Promise<void> {
  await kv.setIfAbsent(endKeyOf(sessionId), reason, { ttlSeconds: reasonSeconds(await kv.get(sessionKey(sessionId))) });
  await kv.delete(sessionKey(sessionId), seenKeyOf(sessionId));
  await pubsub.publish(sessionEndChannel, sessionId);
}

/** When something was last done in a session; null when that is not known. Milliseconds. */
export async function lastActivity(kv: Kv, sessionId: string): Promise<number | null> {
  const seen = Number(await kv.get(seenKeyOf(sessionId)));
  return seen > 0 ? seen : null;
}

/** Notes that something is done in a session. One that has ended does not come back by it. */
export async function noteActivity(kv: Kv, sessionId: string): Promise<void> {
  await noteAfter(kv, sessionId, await lastActivity(kv, sessionId));
}

async function noteAfter(kv: Kv, sessionId: string, seen: number | null): Promise<void> {
  if (seen !== null && Date.now() - seen < noteMilliseconds) return;
  await kv.set(seenKeyOf(sessionId), String(Date.now()), { ttlSeconds: sessionSeconds });
}

/** Why a session has ended as the error that its tokens get, null when nothing is known of it. */
export async function endOf(kv: Kv, sessionId: string): Promise<CodedError | null> {
  const reason = await kv.get(endKeyOf(sessionId));
  return isSessionEnd(reason) ? new CodedError(refusals[reason]) : null;
}

/** Whether a session that idles has been left alone for too long. One of which nothing is known any more has: it was closed, or its day is over. */
export async function hasIdled(kv: Kv, sessionId: string, idleSeconds: number): Promise<boolean> {
  const seen = await lastActivity(kv, sessionId);
  return idleSeconds > 0 && (seen === null || isIdle(seen, idleSeconds));
}

const isIdle = (seen: number | null, idleSeconds: number): boolean =>
  idleSeconds > 0 && seen !== null && Date.now() - seen > idleSeconds * 1000;

async function look(kv: Kv, sessionId: string, idle: IdleRule | undefined, isActivity: boolean): Promise<boolean> {
  // Asked for together: one way to the store and back.
  const [kept, seen] = await Promise.all([kv.get(sessionKey(sessionId)), idle ? lastActivity(kv, sessionId) : null]);
  if (kept === null) {
    const end = await endOf(kv, sessionId);
    if (end) throw end;
    return false;
  }
  const parsed = Kept.safeParse(JSON.parse(kept));
  if (!idle || !parsed.success) return true;
  if (parsed.data.idles && isIdle(seen, idle.seconds)) {
    await idle.close(sessionId);
    throw new CodedError(refusals.idle);
  }
  if (isActivity) await noteAfter(kv, sessionId, seen);
  return true;
}

/** How long sessions may be left alone, and how one is ended that was. */
export interface IdleRule {
  /** 0 for any time. */
  readonly seconds: number;
  close(sessionId: string): Promise<void>;
}

/** The rule that an instance sets. */
export const idleRule = (
  stores: { readonly kv: Kv; readonly pubsub: PubSub },
  { SESSION_IDLE_MINUTES }: { readonly SESSION_IDLE_MINUTES: number },
): IdleRule => ({ seconds: SESSION_IDLE_MINUTES * 60, close: (sessionId) => closeSession(stores, sessionId, 'idle') });

function orUnavailable(cause: unknown): never {
  throw cause instanceof CodedError ? cause : new CodedError('service_unavailable', { cause });
}

/**
 * Whether a session is open; asking with a rule counts as activity in it. Throws the error that says why it has ended where that is
 * known, and `service_unavailable` when nothing can be known.
 */
export function sessionIsOpen(kv: Kv, sessionId: string, idle?: IdleRule): Promise<boolean> {
  return look(kv, sessionId, idle, true).catch(orUnavailable);
}

/** The same of a session in which nobody asks for anything: looking keeps it no longer open. */
export function sessionStaysOpen(kv: Kv, sessionId: string, idle: IdleRule): Promise<boolean> {
  return look(kv, sessionId, idle, false).catch(orUnavailable);
}
