import { readConfig } from '@autograph/service-kit';
import { createMemoryKv } from '@autograph/service-kit/kv/memory.ts';
import { expect, it, vi } from 'vitest';
import { sharedUsage } from './storage-usage.ts';

it('asks the store once in an interval, however many gateways there are, one bucket at a time [F045]', async () => {
  const asked: string[] = [];
  let [under, most] = [0, 0];
  const none = () => Promise.reject(new Error('not asked for'));
  const storage = { put: none, get: none, delete: none, list: none, signedUrl: none, ping: none, close: none, older: none, getOlder: none };
  const size = async (bucket: string) => {
    asked.push(bucket);
    under += 1;
    most = Math.max(most, under);
    await new Promise(setImmediate);
    under -= 1;
    return 5;
  };
  const config = { ...readConfig({ STORAGE_CAPACITY_BYTES: '100' }), PUBLIC_URL: 'http://localhost', AUTH_SECRET: 'x'.repeat(32) };
  const gateway = { kv: createMemoryKv(), config, storage: { ...storage, size } };
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const [one, other] = await Promise.all([sharedUsage(gateway), sharedUsage(gateway)]);
    expect([one?.capacity, one?.buckets.length, other]).toEqual([100, 3, null]);
    expect(await sharedUsage(gateway)).toEqual(one);
    expect([asked, most]).toEqual([['diagrams', 'exports', 'uploads'], 1]);
    vi.setSystemTime(Date.now() + config.STORAGE_INTERVAL_MS);
    expect(await sharedUsage(gateway)).toEqual(one);
    expect(asked).toHaveLength(6);
  } finally {
    vi.useRealTimers();
  }
});
