import { expect, it } from 'vitest';
import { RecentCache } from './recent-cache.ts';

it('a recent cache keeps what is used and forgets what has not been for long', () => {
  const cache = new RecentCache<object, number>(10);
  const keys = Array.from({ length: 100 }, (_, i) => ({ i }));
  const [first = {}] = keys;
  for (const [i, key] of keys.entries()) {
    cache.set(key, i);
    expect(cache.get(first), `after ${i}`).toBe(0);
  }
  const kept = keys.filter((key) => cache.get(key) !== undefined);
  expect(kept.length).toBeLessThanOrEqual(20);
  expect(kept).toEqual(expect.arrayContaining(keys.slice(-9)));
});
