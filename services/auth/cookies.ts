import { accessCookie } from '@autograph/contracts/cookies.ts';
import { accessTokenSeconds } from '@autograph/service-kit';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { signInSeconds } from './refresh-tokens.ts';

const refreshCookie = 'ag_refresh';

/** Out of reach of scripts and other sites; the refresh token travels to no other routes than these. */
const options = { httpOnly: true, sameSite: 'lax' } as const satisfies CookieSerializeOptions;
const accessOptions = { ...options, path: '/' };
const refreshOptions = { ...options, path: '/api/auth' };

/**
 * Whether cookies may travel by https alone: where people reach the instance by https, even if the last proxy does not say so, and where
 * this request came so.
 */
export const isSecure = (publicUrl: string, request: FastifyRequest): boolean =>
  new URL(publicUrl).protocol === 'https:' || request.protocol === 'https';

/** Gives a browser its two tokens; those of a session that is not remembered go when the browser is closed. */
export function setTokenCookies(
  publicUrl: string,
  request: FastifyRequest,
  reply: FastifyReply,
  tokens: { access_token: string; refresh_token: string },
  remembered: boolean,
): void {
  const secure = isSecure(publicUrl, request);
  const lasting = (maxAge: number) => (remembered ? { maxAge } : {});
  reply.setCookie(accessCookie, tokens.access_token, { ...accessOptions, secure, ...lasting(accessTokenSeconds) });
  reply.setCookie(refreshCookie, tokens.refresh_token, { ...refreshOptions, secure, ...lasting(signInSeconds(true)) });
}

/** Takes them away. */
export function clearTokenCookies(reply: FastifyReply): void {
  reply.clearCookie(accessCookie, accessOptions);
  reply.clearCookie(refreshCookie, refreshOptions);
}

/** The refresh token that a browser sent. */
export const refreshTokenOf = (request: FastifyRequest): string | undefined => request.cookies[refreshCookie] || undefined;
