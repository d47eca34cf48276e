import { CodedError, type Session, type User } from '@autograph/contracts';
import { type Queryable, sessions, users } from '@autograph/database';
import { desc, eq } from '@autograph/database/query.ts';
import { accessTokenSeconds, openSession } from '@autograph/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { userOf } from './account.ts';
import { recordEvent } from './audit.ts';
import type { AuthKit } from './auth-kit.ts';
import { setTokenCookies } from './cookies.ts';
import { endSession } from './end-session.ts';
import { placeOf } from './place.ts';
import { issueRefreshToken, signInSeconds } from './refresh-tokens.ts';

/** A request that is being answered with a session. */
export interface Signed {
  readonly kit: AuthKit;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The headers that the engine notes with a session. */
export const engineHeaders = (request: FastifyRequest): Headers =>
  new Headers({ 'user-agent': request.headers['user-agent'] ?? '', 'x-forwarded-for': request.ip });

/** What a session is to its tokens. */
export interface Held {
  readonly id: string;
  /** It lasts thirty days, and its cookies outlive the browser. */
  readonly remembered: boolean;
}

/** Answers with a session's tokens: in the body for programs, in cookies for browsers. */
export async function answerSession({ kit, request, reply }: Signed, user: User, session: Held, refreshToken: string): Promise<Session> {
  const accessToken = await kit.tokens.signAccessToken({
    user_id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    session_id: session.id,
  });
  const tokens = { access_token: accessToken, refresh_token: refreshToken, expires_in: accessTokenSeconds };
  setTokenCookies(kit.config.PUBLIC_URL, request, reply, tokens, session.remembered);
  return { user, ...tokens };
}

/** Ends the oldest sessions of a person who has more than may be. */
async function retireOldest(kit: AuthKit, request: FastifyRequest, userId: string): Promise<void> {
  const newest = desc(sessions.createdAt);
  const beyond = await kit.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(newest, desc(sessions.id))
    .offset(kit.config.MAX_SESSIONS);
  for (const { id } of beyond) {
    await endSession(kit, id, 'replaced');
    await recordEvent(kit.db, request, { action: 'auth.session_retired', result: 'success', userId, details: { session_id: id } });
  }
}

/** Turns a session that the engine has just opened into an answer with its first tokens. */
export async function beginSession(signed: Signed, engineToken: string, remembered: boolean): Promise<Session> {
  const { kit, request } = signed;
  const now = new Date();
  const [session] = await kit.db
    .update(sessions)
    .set({
      remembered,
      place: placeOf(request, kit.config.COUNTRY_HEADER),
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + signInSeconds(remembered) * 1000),
    })
    .where(eq(sessions.token, engineToken))
    .returning();
  const [row] = session ? await kit.db.update(users).set({ lastLoginAt: now }).where(eq(users.id, session.userId)).returning() : [];
  if (!session || !row) throw new CodedError('invalid_credentials');
  await openSession(kit.kv, session.id, row.id, { idles: !remembered });
  await retireOldest(kit, request, row.id);
  const refreshToken = await issueRefreshToken(kit.db, { userId: row.id, sessionId: session.id, remembered }, now);
  return answerSession(signed, userOf(row), session, refreshToken);
}

/** Opens a session for a person who has proved to be who they are. */
export async function openSessionFor(signed: Signed, userId: string, remembered: boolean): Promise<Session> {
  const { internalAdapter } = await (await signed.kit.engine()).$context;
  const { ip, headers } = signed.request;
  const made = await internalAdapter.createSession(userId, !remembered, { ipAddress: ip, userAgent: headers['user-agent'] ?? '' });
  return beginSession(signed, made.token, remembered);
}

/** Takes a session back that the engine opened before it was known whether it may be. */
export async function dropSession(kit: AuthKit, db: Queryable, engineToken: string): Promise<void> {
  const [session] = await db.select({ id: sessions.id }).from(sessions).where(eq(sessions.token, engineToken));
  if (session) await endSession(kit, session.id);
}
