import { CodedError } from '@autograph/contracts';
import { createRecent, credentialKind, currentContext, type Identity, identifyCredential, type Kit, tokenOf } from '@autograph/service-kit';
import type { FastifyRequest } from 'fastify';
import type { Match } from './catalog.ts';
import { type Allowance, countByUser } from './rate-limit.ts';

/** Who a request comes from, null for nobody, and where this person stands with their limit. */
export interface Caller {
  readonly identity: Identity | null;
  readonly allowance: Allowance | null;
}

const nobody: Caller = { identity: null, allowance: null };

/** Forwarded answers may stream for long; the services limit their own work. */
export const forwardMilliseconds = 600_000;

/** Milliseconds for which a token that the gateway made is used again. */
const reusedMilliseconds = 30_000;

/** Seconds that it is good for: a slow upload or a repeated request may show it as late as the gateway waits for the answer. */
const introducedSeconds = (forwardMilliseconds + reusedMilliseconds) / 1000;

/**
 * Makes the tokens by which services know a caller that the gateway has identified, so that none has to ask for the session again. The
 * same one goes along for a while: to know it again is cheaper than to check it.
 */
export function createIntroductions({ tokens, name }: Pick<Kit, 'tokens' | 'name'>): (identity: Identity) => Promise<string> {
  const made = createRecent<{ readonly token: Promise<string>; readonly until: number }>(10_000);
  return (identity) => {
    const key = JSON.stringify(identity);
    const known = made.get(key);
    const now = Date.now();
    // A clock that was set back must not keep one in use beyond its time.
    if (known && known.until > now && known.until <= now + reusedMilliseconds) return known.token;
    const token = tokens.signServiceToken({ service: name, identity }, introducedSeconds);
    made.set(key, { token, until: now + reusedMilliseconds });
    return token;
  };
}

interface Terms {
  /** Whether it is for a small picture, of which a person may have more. */
  readonly isLight: boolean;
  /** Settles when the address has not asked too much: only then may more be asked than the store. */
  readonly admitted: Promise<void>;
}

async function credentialOwner(kit: Kit, token: string, admitted: Promise<void>): Promise<Identity> {
  await admitted;
  return (await identifyCredential(kit, token)).identity;
}

/**
 * A session that has ended must not spend what its person may ask for: only who is known is counted. Whether a session is open, and the
 * count while it is, are asked for together: one way to the store and back.
 */
async function callerBy(kit: Kit, token: string, { isLight, admitted }: Terms): Promise<Caller> {
  if (credentialKind(token) !== null) {
    const identity = await credentialOwner(kit, token, admitted);
    return { identity, allowance: await countByUser(kit, identity.user_id, isLight) };
  }
  const identity = await kit.tokens.readAccessToken(token);
  const [, allowance] = await Promise.all([
    kit.tokens.requireSession(identity),
    countByUser(kit, identity.user_id, isLight, identity.session_id),
  ]);
  return { identity, allowance };
}

/** Whether a route is open to everyone, or its service's to guard. */
export const isOpen = ({ route }: Match): boolean => route === undefined || route.public === true;

/**
 * Who is calling: by the token of a session (header or cookie), an API key, or an app's token. One that is not valid counts as none where a
 * route is open to everyone.
 */
export async function callerOf(kit: Kit, { headers }: FastifyRequest, match: Match, admitted: Promise<void>): Promise<Caller> {
  const token = tokenOf(headers);
  const open = isOpen(match);
  const caller =
    token === null
      ? nobody
      : await callerBy(kit, token, { isLight: match.route?.light === true, admitted }).catch((error: unknown) => {
          if (open) return nobody;
          throw error;
        });
  if (!caller.identity && !open) throw new CodedError('unauthenticated');
  const context = currentContext();
  if (context) context.userId = caller.identity?.user_id;
  return caller;
}
