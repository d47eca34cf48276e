import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Kv } from './kv.ts';

const incrementOnce = `local n = redis.call('incr', KEYS[1]) if n == 1 and ARGV[1] ~= '' then redis.call('expire', KEYS[1], ARGV[1]) end return n`;

const tallyOnce = `local n = redis.call('incr', KEYS[1]) if n == 1 then redis.call('expire', KEYS[1], ARGV[1]) end return {n, redis.call('ttl', KEYS[1])}`;
const Tally = z.tuple([z.number(), z.number()]);

/** The store on Redis or Valkey; every key gets the prefix. The connection stays the caller's to close. */
export function createRedisKv(redis: Redis, prefix: string): Kv {
  const name = (key: string) => prefix + key;
  return {
    get: (key) => redis.get(name(key)),
    set: async (key, value, options) => {
      if (options?.ttlSeconds === undefined) await redis.set(name(key), value);
      else await redis.set(name(key), value, 'EX', options.ttlSeconds);
    },
    setIfAbsent: async (key, value, options) =>
      (options?.ttlSeconds === undefined
        ? await redis.set(name(key), value, 'NX')
        : await redis.set(name(key), value, 'EX', options.ttlSeconds, 'NX')) === 'OK',
    delete: async (...keys) => {
      if (keys.length > 0) await redis.del(...keys.map(name));
    },
    increment: async (key, options) => Number(await redis.eval(incrementOnce, 1, name(key), options?.ttlSeconds ?? '')),
    tally: async (key, windowSeconds) => {
      const [count, secondsLeft] = Tally.parse(await redis.eval(tallyOnce, 1, name(key), windowSeconds));
      return { count, secondsLeft };
    },
    ttl: async (key) => {
      const seconds = await redis.ttl(name(key));
      return seconds < 0 ? null : seconds;
    },
    ping: async () => void (await redis.ping()),
    close: async () => undefined,
  };
}
