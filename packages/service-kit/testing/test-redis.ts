import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';

/** Redis server for tests: TEST_REDIS_URL, else a local one. */
export const testRedisUrl = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

/** A connection to the test Redis with a prefix of its own, or null where none answers; CI must bring one. */
export async function connectTestRedis(): Promise<{ redis: Redis; prefix: string; close(): Promise<void> } | null> {
  const redis = new Redis(testRedisUrl, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  const reached = await redis.connect().then(
    () => true,
    () => false,
  );
  if (!reached && process.env.CI) throw new Error(`No Redis answers at ${testRedisUrl}: half of the tests would be left out.`);
  if (!reached) return null;
  const prefix = `autograph-test-${randomUUID()}:`;
  const close = async () => {
    const keys = await redis.keys(`${prefix}*`);
    if (keys.length > 0) await redis.del(...keys);
    redis.disconnect();
  };
  return { redis, prefix, close };
}
