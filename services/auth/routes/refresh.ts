import { CodedError, refresh, type Session } from '@autograph/contracts';
import { type Queryable, sessions } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { endOf, hasIdled, implement, openSession } from '@autograph/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findUser } from '../account.ts';
import { recordEvent, recordRefusal } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { clearTokenCookies, refreshTokenOf } from '../cookies.ts';
import { endSession } from '../end-session.ts';
import { issueRefreshToken, type Spent, saysLapsed, signInSeconds, spendRefreshToken, trailOfRefreshToken } from '../refresh-tokens.ts';
import { answerSession, type Held, type Signed } from '../sign-in.ts';

interface Renewal {
  readonly spent: Spent;
  readonly session: Held | null;
  readonly next: string | null;
}

/** Spends a token for the next one of its family. */
async function rotate(db: Queryable, token: string, now: Date): Promise<Renewal> {
  const spent = await spendRefreshToken(db, token, now);
  if (spent.outcome !== 'fresh') return { spent, session: null, next: null };
  const [session] = await db.select().from(sessions).where(eq(sessions.id, spent.sessionId));
  if (!session) return { spent, session: null, next: null };
  const expiresAt = new Date(now.getTime() + signInSeconds(session.remembered) * 1000);
  await db.update(sessions).set({ expiresAt }).where(eq(sessions.id, session.id));
  return { spent, session, next: await issueRefreshToken(db, { ...spent, remembered: session.remembered }, now) };
}

const expired = () => new CodedError('invalid_token', { message: 'This refresh token has expired.' });

async function refuse(kit: AuthKit, request: FastifyRequest, spent: Spent, token: string): Promise<never> {
  if (spent.outcome === 'recent') throw new CodedError('token_used');
  if (spent.outcome !== 'replayed') {
    const lapsed = saysLapsed(token, new Date());
    await recordRefusal(kit, request, { action: 'auth.refresh_refused', details: { reason: lapsed ? 'expired' : 'unknown' } });
    throw lapsed ? expired() : new CodedError('invalid_token');
  }
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
  if (expiresAt.getTime() <= Date.now()) {
    await recordRefusal(kit, request, { action: 'auth.refresh_refused', userId, details: { reason: 'expired' } });
    throw expired();
  }
  if (remembered || !(await hasIdled(kit.kv, sessionId, kit.config.SESSION_IDLE_MINUTES * 60))) return;
  await endSession(kit, sessionId, 'idle');
  await recordEvent(kit.db, request, { action: 'auth.session_idle', result: 'success', userId, details: { session_id: sessionId } });
  throw new CodedError('session_idle');
}

async function renew(signed: Signed, token: string | undefined): Promise<Session> {
  const { kit, request } = signed;
  if (!token) throw new CodedError('invalid_token');
  await requireLively(kit, request, token);
  const { spent, session, next } = await kit.db.transaction((tx) => rotate(tx, token, new Date()));
  if (spent.outcome === 'unknown' || next === null || session === null) return refuse(kit, request, spent, token);
  const user = await findUser(kit.db, spent.userId);
  if (!user) throw new CodedError('invalid_token');
  await openSession(kit.kv, session.id, user.id, { idles: !session.remembered });
  return answerSession(signed, user, session, next);
}

export function serveRefresh(app: FastifyInstance, kit: AuthKit): void {
  implement(app, refresh, async ({ body, request, reply }) => {
    try {
      return await renew({ kit, request, reply }, body.refresh_token ?? refreshTokenOf(request));
    } catch (error) {
      // Of two tabs that come with one token the second must not take away the cookies that the first has just been given.
      if (!(error instanceof CodedError && error.code === 'token_used')) clearTokenCookies(reply);
      throw error;
    }
  });
}
