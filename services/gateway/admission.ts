import { CodedError, routes } from '@autograph/contracts';
import { accessCookie } from '@autograph/contracts/cookies.ts';
import { type Identity, type Kit, nameRoute, withoutCookie } from '@autograph/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf, createIntroductions, isOpen } from './caller.ts';
import { createCatalog, type Match } from './catalog.ts';
import { refuseForeignWrites } from './origins.ts';
import { type Allowance, allowanceHeaders, countByAddress, exceeded } from './rate-limit.ts';

/** A request that may go on: what it is for, and who asks. */
export interface Admitted {
  readonly match: Match;
  readonly identity: Identity | null;
}

export type Admission = (request: FastifyRequest, reply: FastifyReply) => Promise<Admitted>;

/** Tells a caller where it stands, and refuses it beyond its limit. */
function hold(allowance: Allowance | null, reply: FastifyReply): void {
  if (!allowance) return;
  reply.headers(allowanceHeaders(allowance));
  if (!allowance.exceeded) return;
  reply.header('retry-after', allowance.resetSeconds);
  throw exceeded(allowance.resetSeconds);
}

/**
 * The one way in: a request is counted, kept to the sites that may send it, identified, and goes on with an introduction in place of what it
 * showed. Throws why it may not.
 */
export function createAdmission(kit: Kit, allowed: readonly string[]): Admission {
  const find = createCatalog(routes);
  const introduce = createIntroductions(kit);

  /** The services know callers as the gateway does: what it did not believe must not reach them. */
  async function present({ headers }: FastifyRequest['raw'], match: Match, identity: Identity | null): Promise<void> {
    const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    delete headers['x-api-key'];
    if (identity) {
      // Where everybody may come, other credentials, such as an app's, are the service's to judge.
      const isOther = headers.authorization !== undefined && bearer === undefined;
      if (!isOther || !isOpen(match)) headers.authorization = `Bearer ${await introduce(identity)}`;
      return;
    }
    if (bearer !== undefined && kit.tokens.isServiceToken(bearer)) delete headers.authorization;
    if (headers.cookie !== undefined) headers.cookie = withoutCookie(headers.cookie, accessCookie);
  }

  return async (request, reply) => {
    const match = find(request.method, request.url.split('?')[0] ?? '');
    // Asked at once, looked at in turn: what is wrong first is told.
    const admitted = countByAddress(kit, request.ip).then((allowance) => hold(allowance, reply));
    const called = match && callerOf(kit, request, match, admitted);
    called?.catch(() => undefined);
    await admitted;
    if (!match?.route?.foreign && !match?.route?.anyOrigin) refuseForeignWrites(request, allowed);
    if (Number(request.headers['content-length'] ?? 0) > kit.config.BODY_LIMIT) throw new CodedError('payload_too_large');
    if (!match || !called) throw new CodedError('route_not_found');
    kit.dependencies.note(request.headers['sec-fetch-mode'] === undefined ? 'api-client' : 'frontend', kit.name);
    if (match.service !== kit.name) kit.dependencies.note(kit.name, match.service);
    nameRoute(request, match.route?.path ?? '/api/*');
    const { identity, allowance } = await called;
    hold(allowance, reply);
    await present(request.raw, match, identity);
    return { match, identity };
  };
}
