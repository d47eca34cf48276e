import { randomUUID } from 'node:crypto';
import { connectTestRedis, testRedisUrl } from './test-redis.ts';

async function redisAnswers(): Promise<boolean> {
  const connection = await connectTestRedis();
  await connection?.close();
  return connection !== null;
}

/** The kinds of kv that a test may ask a platform for; the one on Redis runs where a server answers. */
export const kvModes: readonly { readonly name: string; readonly environment: Record<string, string>; readonly runs: boolean }[] = [
  { name: 'in memory', environment: {}, runs: true },
  { name: 'on Redis', environment: { REDIS_URL: testRedisUrl, REDIS_PREFIX: `test-${randomUUID()}:` }, runs: await redisAnswers() },
];
