import type { PlatformConfig } from '@autograph/service-kit';
import { Redis } from 'ioredis';

/**
 * Empties what services share in Redis, which tells of the database as it was. Other programs' keys stay. Rejects when Redis cannot be reached.
 */
export async function forgetShared({ REDIS_URL, REDIS_PREFIX }: PlatformConfig): Promise<void> {
  if (REDIS_URL === undefined) return;
  const redis = new Redis(REDIS_URL, { lazyConnect: true, connectTimeout: 3000, retryStrategy: () => null });
  let cause: unknown;
  redis.on('error', (error) => {
    cause = error;
  });
  try {
    await redis.connect();
    const match = `${REDIS_PREFIX.replace(/[\\*?[\]^]/g, '\\$&')}*`;
    let cursor = '0';
    do {
      const [next, keys] = await redis.scan(cursor, 'MATCH', match, 'COUNT', 1000);
      if (keys.length > 0) await redis.unlink(...keys);
      cursor = next;
    } while (cursor !== '0');
  } catch (error) {
    throw cause ?? error;
  } finally {
    redis.disconnect();
  }
}
