import { CodedError, refresh } from '@autograph/contracts';
import { type Queryable, sessions } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { endOf, hasIdled, implement, openSession } from '@autograph/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findUser } from '../account.ts';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { clearTokenCookies, refreshTokenOf } from '../cookies.ts';
import { endSession } from '../end-session.ts';
import { issueRefreshToken, type Spent, signInSeconds, spendRefreshToken, trailOfRefreshToken } from '../refresh-tokens.ts';
import { answerSession, type Held } from '../sign-in.ts';

interface Renewal {
  readonly spent: Spent;
  readonly session: Held | null;
  readonly next: string | null;
}

/**
 * Spends a token for the next one of its family. A browser's, which all its tabs share, gives one more to a tab that comes a moment
 * later, or again because the answer was lost; a program's gives one only.
 */
async function rotate(db: Queryable, token: string, ofBrowser: boolean, now: Date): Promise<Renewal> {
  const spent = await spendRefreshToken(db, token, now);
  if (spent.outcome !== 'fresh' && !(spent.outcome === 'recent' && ofBrowser)) return { spent, session: null, next: null };
  const [session] = await db.select().from(sessions).where(eq(sessions.id, spent.sessionId));
  if (!session) return { spent, session: null, next: null };
  const expiresAt = new Date(now.getTime() + signInSeconds(session.remembered) * 1000);
  await db.update(sessions).set({ expiresAt }).where(eq(sessions.id, session.id));
  return { spent, session, next: await issueRefreshToken(db, { ...spent, remembered: session.remembered }, now) };
}

async function refuse(kit: AuthKit, request: FastifyRequest, spent: Spent): Promise<never> {
  if (spent.outcome === 'recent') throw new CodedError('invalid_token', { message: 'This refresh token was used already.' });
  if (spent.outcome !== 'replayed') throw new CodedError('invalid_token');
  await endSession(kit, spent.sessionId);
  await recordEvent(kit.db, request, { action: 'auth.refresh_replayed', result: 'failure', userId: spent.userId });
  throw new CodedError('invalid_token', { message: 'This refresh token was used already; its session is closed to be safe.' });
}

/** Throws when the session of a token has ended for a reason that can be told, or was left alone for too long; the latter ends it. */
async function requireLively(kit: AuthKit, request: FastifyRequest, token: string): Promise<void> {
  const trail = await trailOfRefreshToken(kit.db, token);
  if (!trail) return;
  const { sessionId, userId, remembered, expiresAt } = trail;
  const end = await endOf(kit.kv, sessionId);
  if (end && end.code !== 'invalid_token') {
    await endSession(kit, sessionId);
    throw end;
  }
  if (expiresAt.getTime() <= Date.now()) throw new CodedError('invalid_token', { message: 'This refresh token has expired.' });
  if (remembered || !(await hasIdled(kit.kv, sessionId, kit.config.SESSION_IDLE_MINUTES * 60))) return;
  await endSession(kit, sessionId, 'idle');
  await recordEvent(kit.db, request, { action: 'auth.session_idle', result: 'success', userId, details: { session_id: sessionId } });
  throw new CodedError('session_idle');
}

export function serveRefresh(app: FastifyInstance, kit: AuthKit): void {
  implement(app, refresh, async ({ body, request, reply }) => {
    const token = body.refresh_token ?? refreshTokenOf(request);
    clearTokenCookies(reply);
    if (!token) throw new CodedError('invalid_token');
    await requireLively(kit, request, token);
    const { spent, session, next } = await kit.db.transaction((tx) => rotate(tx, token, body.refresh_token === undefined, new Date()));
    if (spent.outcome === 'unknown' || next === null || session === null) return refuse(kit, request, spent);
    const user = await findUser(kit.db, spent.userId);
    if (!user) throw new CodedError('invalid_token');
    await openSession(kit.kv, session.id, user.id, { idles: !session.remembered });
    return answerSession({ kit, request, reply }, user, session, next);
  });
}
