import type { Redis } from 'ioredis';
import type { Kv } from './kv/kv.ts';
import { createMemoryKv } from './kv/memory.ts';
import type { Log } from './log.ts';
import { createMemoryPubSub } from './pubsub/memory.ts';
import type { PubSub } from './pubsub/pubsub.ts';
import { reason } from './reason.ts';
import { StartError } from './start-error.ts';

/** What instances share besides the database. */
export interface Messages {
  readonly kv: Kv;
  readonly pubsub: PubSub;
  close(): Promise<void>;
}

async function connect(url: string, log: Log): Promise<Redis> {
  // Adapters of servers that are not used are not even loaded.
  const { Redis } = await import('ioredis');
  // What is asked at one time goes in one packet and comes back in one.
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 2, enableAutoPipelining: true });
  // Why a connection failed is told by an event; the promise only says that it is closed.
  let cause: unknown;
  redis.on('error', (error: Error) => {
    if (cause === null) log.warn({ err: error }, 'Redis');
    else cause = error;
  });
  await redis.connect().catch((error: unknown) => {
    redis.disconnect();
    throw new StartError(`Redis cannot be reached: ${reason(cause ?? error)}. Check REDIS_URL.`);
  });
  cause = null;
  return redis;
}

/**
 * On Redis by its address: two connections whatever is asked at once, one to ask and one to listen, which come back after an outage.
 * In this process's memory when there is none. Throws StartError.
 */
export async function openMessages(url: string | undefined, prefix: string, log: Log): Promise<Messages> {
  if (url === undefined) {
    const [kv, pubsub] = [createMemoryKv(), createMemoryPubSub()];
    return { kv, pubsub, close: async () => void (await Promise.all([kv.close(), pubsub.close()])) };
  }
  const [{ createRedisKv }, { createRedisPubSub }] = await Promise.all([import('./kv/redis.ts'), import('./pubsub/redis.ts')]);
  const redis = await connect(url, log);
  const [kv, pubsub] = [createRedisKv(redis, prefix), createRedisPubSub(redis, prefix)];
  const close = async () => {
    await Promise.all([kv.close(), pubsub.close()]);
    redis.disconnect();
  };
  return { kv, pubsub, close };
}
