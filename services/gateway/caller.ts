import { CodedError } from '@autograph/contracts';
import { accessCookie } from '@autograph/contracts/cookies.ts';
import { cookieOf, type Identity, identify, type Kit, tokenOf } from '@autograph/service-kit';
import type { FastifyRequest } from 'fastify';
import type { Match } from './catalog.ts';

/**
 * Who is calling, null for nobody; the request goes on with what its service knows them by. A token that is not valid counts as none
 * where a route is open to everyone.
 */
export async function callerOf(kit: Kit, request: FastifyRequest, match: Match): Promise<Identity | null> {
  const token = tokenOf(request.headers);
  const open = match.route === undefined || match.route.public === true;
  const identity = await identify(kit.tokens, token).then(
    (caller) => caller.identity,
    (error: unknown) => {
      if (open) return null;
      throw error;
    },
  );
  if (identity === null && !open) throw new CodedError('unauthenticated');
  const cookie = cookieOf(request.headers.cookie, accessCookie);
  if (identity && cookie && !request.headers.authorization) request.raw.headers.authorization = `Bearer ${cookie}`;
  return identity;
}
