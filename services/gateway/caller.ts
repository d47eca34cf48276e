import { CodedError } from '@autograph/contracts';
import { credentialKind, type Identity, identify, identifyCredential, type Kit, tokenOf } from '@autograph/service-kit';
import type { FastifyRequest } from 'fastify';
import type { Match } from './catalog.ts';

/** Who a request comes from, and the token by which services know them. */
async function callerBy(kit: Kit, token: string): Promise<{ readonly identity: Identity | null; readonly forwarded: string }> {
  if (!credentialKind(token)) return { identity: (await identify(kit.tokens, token)).identity, forwarded: token };
  const identity = await identifyCredential(kit, token);
  return { identity, forwarded: await kit.tokens.signServiceToken({ service: kit.name, identity }) };
}

/**
 * Who is calling, null for nobody: by the token of a session (header or cookie), an API key, or an app's token. The request goes on with
 * one token, which services can check by themselves. One that is not valid counts as none where a route is open to everyone.
 */
export async function callerOf(kit: Kit, request: FastifyRequest, match: Match): Promise<Identity | null> {
  const token = tokenOf(request.headers);
  const open = match.route === undefined || match.route.public === true;
  const caller =
    token === null
      ? null
      : await callerBy(kit, token).catch((error: unknown) => {
          if (open) return null;
          throw error;
        });
  if (!caller?.identity && !open) throw new CodedError('unauthenticated');
  const { headers } = request.raw;
  delete headers['x-api-key'];
  if (caller?.identity) headers.authorization = `Bearer ${caller.forwarded}`;
  return caller?.identity ?? null;
}
