import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';

/** Server on which tests keep keys under a prefix of their own: TEST_REDIS_URL, else a local one. */
export const testRedisUrl = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

async function redisAnswers(): Promise<boolean> {
  const redis = new Redis(testRedisUrl, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  const answers = await redis.connect().then(
    () => true,
    () => false,
  );
  redis.disconnect();
  return answers;
}

/** The kinds of kv that a test may ask a platform for; the one on Redis runs where a server answers. */
export const kvModes: readonly { readonly name: string; readonly environment: Record<string, string>; readonly runs: boolean }[] = [
  { name: 'in memory', environment: {}, runs: true },
  { name: 'on Redis', environment: { REDIS_URL: testRedisUrl, REDIS_PREFIX: `test-${randomUUID()}:` }, runs: await redisAnswers() },
];
