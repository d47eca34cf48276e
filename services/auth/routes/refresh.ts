import { CodedError, refresh } from '@autograph/contracts';
import { type Queryable, sessions } from '@autograph/database';
import { implement, openSession } from '@autograph/service-kit';
import { eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findUser } from '../account.ts';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { clearTokenCookies, refreshTokenOf } from '../cookies.ts';
import { endSession } from '../end-session.ts';
import { signInDays } from '../engine.ts';
import { issueRefreshToken, type Spent, spendRefreshToken } from '../refresh-tokens.ts';
import { answerSession } from '../sign-in.ts';

/**
 * Spends a token for the next one of its family. A browser's, which all its tabs share, gives one more to a tab that comes a moment
 * later, or again because the answer was lost; a program's gives one only.
 */
async function rotate(
  db: Queryable,
  token: string,
  ofBrowser: boolean,
  now: Date,
): Promise<{ readonly spent: Spent; readonly next: string | null }> {
  const spent = await spendRefreshToken(db, token, now);
  if (spent.outcome !== 'fresh' && !(spent.outcome === 'recent' && ofBrowser)) return { spent, next: null };
  const expiresAt = new Date(now.getTime() + signInDays * 86_400_000);
  await db.update(sessions).set({ expiresAt, lastSeenAt: now }).where(eq(sessions.id, spent.sessionId));
  return { spent, next: await issueRefreshToken(db, spent, now) };
}

async function refuse(kit: AuthKit, request: FastifyRequest, spent: Spent): Promise<never> {
  if (spent.outcome === 'recent') throw new CodedError('invalid_token', { message: 'This refresh token was used already.' });
  if (spent.outcome !== 'replayed') throw new CodedError('invalid_token');
  await endSession(kit, spent.sessionId);
  await recordEvent(kit.db, request, { action: 'auth.refresh_replayed', result: 'failure', userId: spent.userId });
  throw new CodedError('invalid_token', { message: 'This refresh token was used already; its session is closed to be safe.' });
}

export function serveRefresh(app: FastifyInstance, kit: AuthKit): void {
  implement(app, refresh, async ({ body, request, reply }) => {
    const token = body.refresh_token ?? refreshTokenOf(request);
    clearTokenCookies(reply);
    if (!token) throw new CodedError('invalid_token');
    const { spent, next } = await kit.db.transaction((tx) => rotate(tx, token, body.refresh_token === undefined, new Date()));
    if (spent.outcome === 'unknown' || next === null) return refuse(kit, request, spent);
    const user = await findUser(kit.db, spent.userId);
    if (!user) throw new CodedError('invalid_token');
    await openSession(kit.kv, spent.sessionId, user.id);
    return answerSession({ kit, request, reply }, user, spent.sessionId, next);
  });
}
