/** The values used last, as many as `size`: what was not asked for the longest goes. */
export interface Recent<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
}

export function createRecent<V>(size: number): Recent<V> {
  const values = new Map<string, V>();
  return {
    get(key) {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set(key, value) {
      values.delete(key);
      const oldest = values.size >= size ? values.keys().next() : undefined;
      if (oldest && !oldest.done) values.delete(oldest.value);
      values.set(key, value);
    },
  };
}
