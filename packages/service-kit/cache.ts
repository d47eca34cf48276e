import type { z } from 'zod';
import type { Kv } from './kv/kv.ts';

/** Seconds that a cached value may be used. */
export const cacheSeconds = 300;

/**
 * The value under a key, loaded and kept for five minutes when absent. What no longer fits the schema is loaded anew.
 * Drop it with `dropCached` when its source changes.
 */
export async function cached<S extends z.ZodType>(kv: Kv, key: string, schema: S, load: () => Promise<z.output<S>>): Promise<z.output<S>> {
  const kept = await kv.get(`cache:${key}`).catch(() => null);
  if (kept !== null) {
    const parsed = schema.safeParse(JSON.parse(kept));
    if (parsed.success) return parsed.data;
  }
  const value = await load();
  await keepCached(kv, key, value);
  return value;
}

/** Keeps a value for five minutes, or not while the cache is away. */
export const keepCached = (kv: Kv, key: string, value: unknown): Promise<void> =>
  kv.set(`cache:${key}`, JSON.stringify(value), { ttlSeconds: cacheSeconds }).catch(() => undefined);

/** Forgets cached values because their source changed. */
export const dropCached = (kv: Kv, ...keys: string[]): Promise<void> => kv.delete(...keys.map((key) => `cache:${key}`));
