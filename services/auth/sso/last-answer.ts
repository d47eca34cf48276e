import type { Kv } from '@autograph/service-kit';
import { z } from 'zod';

const LastAnswer = z.object({ at: z.iso.datetime(), problem: z.string().nullable() });
export type LastAnswer = z.output<typeof LastAnswer>;

/** How long it helps to know; seconds. */
const keptSeconds = 7 * 86_400;

const keyOf = (providerId: string) => `sso:last:${providerId}`;

/** Notes how the last sign-in through a provider went, for the test of its connection. */
export const noteAnswer = (kv: Kv, providerId: string, problem: string | null): Promise<void> =>
  kv.set(keyOf(providerId), JSON.stringify({ at: new Date().toISOString(), problem }), { ttlSeconds: keptSeconds });

export async function lastAnswer(kv: Kv, providerId: string): Promise<LastAnswer | null> {
  const kept = await kv.get(keyOf(providerId));
  return kept === null ? null : LastAnswer.parse(JSON.parse(kept));
}
