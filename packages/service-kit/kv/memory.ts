import type { Kv, Tally } from './kv.ts';

interface Entry {
  readonly value: string;
  /** Milliseconds since the epoch; Infinity for never. */
  readonly expires: number;
}

/** A store in this process's memory. `now` gives milliseconds. */
export function createMemoryKv(now: () => number = () => Date.now()): Kv {
  const entries = new Map<string, Entry>();

  const live = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    if (entry && entry.expires <= now()) {
      entries.delete(key);
      return undefined;
    }
    return entry;
  };
  const expiry = (ttlSeconds: number | undefined) => (ttlSeconds === undefined ? Number.POSITIVE_INFINITY : now() + ttlSeconds * 1000);
  const sweep = setInterval(() => {
    for (const key of entries.keys()) live(key);
  }, 60_000);
  sweep.unref();

  function tally(key: string, windowSeconds: number): Tally {
    const before = live(key);
    const count = Number(before?.value ?? 0) + 1;
    const expires = before?.expires ?? expiry(windowSeconds);
    entries.set(key, { value: String(count), expires });
    return { count, secondsLeft: Math.ceil((expires - now()) / 1000) };
  }

  return {
    get: async (key) => live(key)?.value ?? null,
    set: async (key, value, options) => void entries.set(key, { value, expires: expiry(options?.ttlSeconds) }),
    setIfAbsent: async (key, value, options) => {
      if (live(key)) return false;
      entries.set(key, { value, expires: expiry(options?.ttlSeconds) });
      return true;
    },
    delete: async (...keys) => {
      for (const key of keys) entries.delete(key);
    },
    increment: async (key, options) => {
      const before = live(key);
      const value = Number(before?.value ?? 0) + 1;
      entries.set(key, { value: String(value), expires: before?.expires ?? expiry(options?.ttlSeconds) });
      return value;
    },
    tally: async (key, windowSeconds) => tally(key, windowSeconds),
    tallyWhile: async (present, key, windowSeconds) => (live(present) ? tally(key, windowSeconds) : null),
    ttl: async (key) => {
      const entry = live(key);
      return entry === undefined || entry.expires === Number.POSITIVE_INFINITY ? null : Math.ceil((entry.expires - now()) / 1000);
    },
    ping: async () => undefined,
    close: async () => {
      clearInterval(sweep);
      entries.clear();
    },
  };
}
