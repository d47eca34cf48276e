import { CodedError } from '@autograph/contracts';
import type { Kv } from '@autograph/service-kit';

/** Seconds over which requests are counted, from the first one. */
const windowSeconds = 60;

export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the count starts anew. */
  readonly resetSeconds: number;
}

/** Counts a request against a key's limit. */
export async function countRequest(kv: Kv, key: string, limit: number): Promise<Allowance & { readonly exceeded: boolean }> {
  const name = `rate:${key}`;
  const count = await kv.increment(name, { ttlSeconds: windowSeconds });
  const resetSeconds = (await kv.ttl(name)) ?? windowSeconds;
  return { limit, remaining: Math.max(0, limit - count), resetSeconds, exceeded: count > limit };
}

/** The headers that tell a caller where it stands. */
export const allowanceHeaders = ({ limit, remaining, resetSeconds }: Allowance): Record<string, string> => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(resetSeconds),
});

/** What a caller over its limit is told. */
export const exceeded = (resetSeconds: number) =>
  new CodedError('rate_limited', { message: `Too many requests. Try again in ${resetSeconds} s.` });
