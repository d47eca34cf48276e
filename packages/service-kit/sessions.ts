import { CodedError, sessionEndChannel } from '@autograph/contracts';
import type { Kv } from './kv/kv.ts';
import type { PubSub } from './pubsub/pubsub.ts';

/** Seconds that a server-side session lives after a sign-in or a refresh. */
export const sessionSeconds = 86_400;

const keyOf = (sessionId: string): string => `session:${sessionId}`;

/** Makes the session's access tokens count, for `ttlSeconds` from now. */
export const openSession = (kv: Kv, sessionId: string, userId: string, ttlSeconds: number = sessionSeconds): Promise<void> =>
  kv.set(keyOf(sessionId), userId, { ttlSeconds });

/** Ends a session: its access tokens are refused from now on, however long they were good for, and its open sockets are told. */
export async function closeSession({ kv, pubsub }: { readonly kv: Kv; readonly pubsub: PubSub }, sessionId: string): Promise<void> {
  await kv.delete(keyOf(sessionId));
  await pubsub.publish(sessionEndChannel, sessionId);
}

/** Whether a session is open. Throws `service_unavailable` when that cannot be known. */
export async function sessionIsOpen(kv: Kv, sessionId: string): Promise<boolean> {
  const owner = await kv.get(keyOf(sessionId)).catch((cause: unknown) => {
    throw new CodedError('service_unavailable', { cause });
  });
  return owner !== null;
}
