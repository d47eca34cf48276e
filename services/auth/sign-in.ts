import { CodedError, type Session, type User } from '@autograph/contracts';
import type { Queryable } from '@autograph/database';
import { accessTokenSeconds } from '@autograph/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findUser } from './account.ts';
import type { AuthKit } from './auth-kit.ts';
import { setTokenCookies } from './cookies.ts';
import { issueRefreshToken } from './refresh-tokens.ts';

interface Signed {
  readonly kit: AuthKit;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The headers that the engine notes with a session. */
export const engineHeaders = (request: FastifyRequest): Headers =>
  new Headers({ 'user-agent': request.headers['user-agent'] ?? '', 'x-forwarded-for': request.ip });

/** Answers with a session's tokens: in the body for programs, in cookies for browsers. */
export async function answerSession(
  { kit, request, reply }: Signed,
  user: User,
  sessionId: string,
  refreshToken: string,
): Promise<Session> {
  const accessToken = await kit.tokens.signAccessToken({
    user_id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    session_id: sessionId,
  });
  const tokens = { access_token: accessToken, refresh_token: refreshToken, expires_in: accessTokenSeconds };
  setTokenCookies(request, reply, tokens);
  return { user, ...tokens };
}

/** Turns a session that the engine has just opened into an answer with its first tokens. */
export async function beginSession(signed: Signed, db: Queryable, engineToken: string): Promise<Session> {
  const { internalAdapter } = await signed.kit.engine.$context;
  const found = await internalAdapter.findSession(engineToken);
  const user = found && (await findUser(db, found.user.id));
  if (!found || !user) throw new CodedError('invalid_credentials');
  const refreshToken = await issueRefreshToken(db, { userId: user.id, sessionId: found.session.id }, new Date());
  return answerSession(signed, user, found.session.id, refreshToken);
}
