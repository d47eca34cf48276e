import { sessions } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { makeSignature } from 'better-auth/crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuthKit } from './auth-kit.ts';

/**
 * The headers by which the engine knows a person: browsers hold our tokens, not its session cookie, so it is made here for one call.
 * Other cookies of the request, such as the engine's own challenges, travel along. Without a session id nobody is signed in.
 */
export async function engineCall(kit: AuthKit, request: FastifyRequest, sessionId?: string): Promise<Headers> {
  const { authCookies, secret } = await (await kit.engine()).$context;
  const cookies = request.headers.cookie ? [request.headers.cookie] : [];
  if (sessionId !== undefined) {
    const [session] = await kit.db.select({ token: sessions.token }).from(sessions).where(eq(sessions.id, sessionId));
    if (session) {
      const signed = `${session.token}.${await makeSignature(session.token, secret)}`;
      cookies.unshift(`${authCookies.sessionToken.name}=${encodeURIComponent(signed)}`);
    }
  }
  const { origin } = request.headers;
  return new Headers({
    'user-agent': request.headers['user-agent'] ?? '',
    'x-forwarded-for': request.ip,
    cookie: cookies.join('; '),
    ...(origin ? { origin } : {}),
  });
}

/** Gives the browser the engine's cookies of a call, such as a challenge's. */
export function passCookies(reply: FastifyReply, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie);
}
