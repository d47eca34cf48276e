import { accessCookie, accessTokenSeconds, cookieOf } from '@autograph/service-kit';
import { fastifyCookie, type SerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { signInDays } from './engine.ts';

const refreshCookie = 'ag_refresh';
/** The refresh token travels to no other route. */
const refreshPath = '/api/auth';

function write(
  request: FastifyRequest,
  reply: FastifyReply,
  access: string,
  refresh: string,
  seconds: { access: number; refresh: number },
): void {
  const base: SerializeOptions = { httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' };
  reply.header('set-cookie', [
    fastifyCookie.serialize(accessCookie, access, { ...base, path: '/', maxAge: seconds.access }),
    fastifyCookie.serialize(refreshCookie, refresh, { ...base, path: refreshPath, maxAge: seconds.refresh }),
  ]);
}

/** Gives a browser its two tokens, out of reach of scripts. */
export function setTokenCookies(
  request: FastifyRequest,
  reply: FastifyReply,
  tokens: { access_token: string; refresh_token: string },
): void {
  write(request, reply, tokens.access_token, tokens.refresh_token, { access: accessTokenSeconds, refresh: signInDays * 86_400 });
}

/** Takes them away. */
export const clearTokenCookies = (request: FastifyRequest, reply: FastifyReply): void =>
  write(request, reply, '', '', { access: 0, refresh: 0 });

/** The refresh token that a browser sent, null without one. */
export const refreshTokenOf = (request: FastifyRequest): string | null => cookieOf(request.headers.cookie, refreshCookie) || null;
