import { CodedError } from '@autograph/contracts';
import { addressGroup, type Kit, sessionKey } from '@autograph/service-kit';

/** Seconds over which requests are counted, from the first one. */
const windowSeconds = 60;

type Policy = 'address' | 'user' | 'user-pictures';

/** How many times as many small pictures as other things a person may ask for: pages show them by the dozen. */
const picturesFactor = 10;

export interface Allowance {
  readonly policy: Policy;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the count starts anew. */
  readonly resetSeconds: number;
  readonly exceeded: boolean;
}

interface Counting {
  readonly policy: Policy;
  readonly key: string;
  readonly limit: number;
  /** The session in which it is asked: one that is over counts for nobody. */
  readonly sessionId?: string | undefined;
}

/** Counts a request against a key's limit; null when it is not counted, or the counter is not there, which keeps nobody out. */
async function countRequest({ kv, log }: Pick<Kit, 'kv' | 'log'>, { policy, key, limit, sessionId }: Counting): Promise<Allowance | null> {
  const name = `rate:${policy}:${key}`;
  try {
    const tally = await (sessionId === undefined
      ? kv.tally(name, windowSeconds)
      : kv.tallyWhile(sessionKey(sessionId), name, windowSeconds));
    if (!tally) return null;
    const { count, secondsLeft: resetSeconds } = tally;
    return { policy, limit, remaining: Math.max(0, limit - count), resetSeconds, exceeded: count > limit };
  } catch (error) {
    log.warn({ err: error }, 'requests are not counted');
    return null;
  }
}

/** Counts what comes from an address, signed in or not: requests, and WebSockets that are opened. */
export const countByAddress = (kit: Kit, address: string): Promise<Allowance | null> =>
  countRequest(kit, { policy: 'address', key: addressGroup(address), limit: kit.config.RATE_LIMIT_ADDRESS });

/** Counts what a person asks for, from wherever; small pictures apart. In a session, while that is open. */
export function countByUser(kit: Kit, userId: string, isLight: boolean, sessionId?: string): Promise<Allowance | null> {
  const { RATE_LIMIT_USER: limit } = kit.config;
  if (isLight) return countRequest(kit, { policy: 'user-pictures', key: userId, limit: limit * picturesFactor, sessionId });
  return countRequest(kit, { policy: 'user', key: userId, limit, sessionId });
}

/**
 * The headers that tell a caller where it stands: the fields of the IETF draft "RateLimit header fields for HTTP", and the three
 * that its earlier versions had, which most clients read.
 */
export const allowanceHeaders = ({ policy, limit, remaining, resetSeconds }: Allowance): Record<string, string> => ({
  'ratelimit-policy': `"${policy}";q=${limit};w=${windowSeconds}`,
  ratelimit: `"${policy}";r=${remaining};t=${resetSeconds}`,
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(resetSeconds),
});

/** What a caller over its limit is told. */
export const exceeded = (resetSeconds: number) =>
  new CodedError('rate_limited', { message: `Too many requests. Try again in ${resetSeconds} s.` });
