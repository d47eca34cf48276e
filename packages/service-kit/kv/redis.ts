import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Kv } from './kv.ts';

const incrementOnce = `local n = redis.call('incr', KEYS[1]) if n == 1 and ARGV[1] ~= '' then redis.call('expire', KEYS[1], ARGV[1]) end return n`;

const tallyOnce = `local n = redis.call('incr', KEYS[1]) if n == 1 then redis.call('expire', KEYS[1], ARGV[1]) end return {n, redis.call('ttl', KEYS[1])}`;
const tallyWhilePresent = `if redis.call('exists', KEYS[2]) == 0 then return nil end ${tallyOnce}`;

const Counted = z.tuple([z.number(), z.number()]).transform(([count, secondsLeft]) => ({ count, secondsLeft }));

/** Runs a script by its hash, as long as the server knows it: the text goes there once. */
function scriptOn(redis: Redis, source: string) {
  const hash = createHash('sha1').update(source).digest('hex');
  return (keys: readonly string[], ...args: readonly (string | number)[]): Promise<unknown> =>
    redis.evalsha(hash, keys.length, ...keys, ...args).catch((error: unknown) => {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return redis.eval(source, keys.length, ...keys, ...args);
    });
}

/** The store on Redis or Valkey; every key gets the prefix. The connection stays the caller's to close. */
export function createRedisKv(redis: Redis, prefix: string): Kv {
  const name = (key: string) => prefix + key;
  const increment = scriptOn(redis, incrementOnce);
  const tally = scriptOn(redis, tallyOnce);
  const tallyWhile = scriptOn(redis, tallyWhilePresent);
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
    increment: async (key, options) => Number(await increment([name(key)], options?.ttlSeconds ?? '')),
    tally: async (key, windowSeconds) => Counted.parse(await tally([name(key)], windowSeconds)),
    tallyWhile: async (present, key, windowSeconds) =>
      Counted.nullable().parse(await tallyWhile([name(key), name(present)], windowSeconds)),
    ttl: async (key) => {
      const seconds = await redis.ttl(name(key));
      return seconds < 0 ? null : seconds;
    },
    ping: async () => void (await redis.ping()),
    close: async () => undefined,
  };
}
