/** Small values with a time to live, shared by all instances: sessions, caches, counters. */
/** A count, and the seconds until it starts anew. */
export interface Tally {
  readonly count: number;
  readonly secondsLeft: number;
}

export interface Kv {
  /** The value, or null when absent or lapsed. */
  get(key: string): Promise<string | null>;
  set(key: string, value: string, options?: { readonly ttlSeconds?: number }): Promise<void>;
  /** Sets only when the key is absent; true when it did. */
  setIfAbsent(key: string, value: string, options?: { readonly ttlSeconds?: number }): Promise<boolean>;
  delete(...keys: string[]): Promise<void>;
  /** Adds 1 and gives the new count; the time to live starts with the first. */
  increment(key: string, options?: { readonly ttlSeconds?: number }): Promise<number>;
  /** Adds 1 within a window of time that begins with the first: the new count, and the seconds until it starts anew. */
  tally(key: string, windowSeconds: number): Promise<Tally>;
  /** The same while another key is there, looked at in the same step; null, and nothing is added, when it is not. */
  tallyWhile(present: string, key: string, windowSeconds: number): Promise<Tally | null>;
  /** Seconds left, null when the key is absent or never lapses. */
  ttl(key: string): Promise<number | null>;
  /** Throws when the store cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
