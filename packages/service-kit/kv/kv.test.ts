import { afterAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { cached, dropCached } from '../cache.ts';
import { connectTestRedis } from '../testing/index.ts';
import type { Kv } from './kv.ts';
import { createMemoryKv } from './memory.ts';
import { createRedisKv } from './redis.ts';

const connection = await connectTestRedis();
afterAll(() => connection?.close());

const adapters: [string, Kv][] = [['memory', createMemoryKv()]];
if (connection) adapters.push(['Redis', createRedisKv(connection.redis, connection.prefix)]);

describe.each(adapters)('kv in %s', (_name, kv) => {
  afterAll(() => kv.close());

  it('gives what was set until it is deleted', async () => {
    await kv.set('a', '1');
    await kv.set('b', '2');
    expect([await kv.get('a'), await kv.ttl('a')]).toEqual(['1', null]);
    await kv.delete('a', 'b');
    expect([await kv.get('a'), await kv.get('b')]).toEqual([null, null]);
    await kv.delete();
  });

  it('keeps a session for a day [F003]', async () => {
    await kv.set('session', 'ada', { ttlSeconds: 86_400 });
    expect(await kv.ttl('session')).toBe(86_400);
    await kv.set('session', 'ada', { ttlSeconds: 1 });
    await vi.waitUntil(async () => (await kv.get('session')) === null, { timeout: 5000, interval: 50 });
    expect(await kv.ttl('session')).toBeNull();
  });

  it('sets only what is absent', async () => {
    expect([await kv.setIfAbsent('once', '1', { ttlSeconds: 60 }), await kv.setIfAbsent('once', '2')]).toEqual([true, false]);
    expect([await kv.get('once'), await kv.ttl('once')]).toEqual(['1', 60]);
  });

  it('counts, its time to live starting with the first', async () => {
    expect([await kv.increment('n', { ttlSeconds: 60 }), await kv.increment('n', { ttlSeconds: 900 }), await kv.increment('n')]).toEqual([
      1, 2, 3,
    ]);
    expect(await kv.ttl('n')).toBe(60);
    await Promise.all(Array.from({ length: 20 }, () => kv.increment('many')));
    expect(await kv.get('many')).toBe('20');
  });

  it('tallies within a window of time', async () => {
    expect([await kv.tally('window', 60), await kv.tally('window', 60)]).toEqual([
      { count: 1, secondsLeft: 60 },
      { count: 2, secondsLeft: 60 },
    ]);
    expect([await kv.tallyWhile('nobody', 'guarded', 60), await kv.get('guarded')]).toEqual([null, null]);
    await kv.set('somebody', 'here');
    expect([await kv.tallyWhile('somebody', 'guarded', 60), await kv.tallyWhile('somebody', 'guarded', 60)]).toEqual([
      { count: 1, secondsLeft: 60 },
      { count: 2, secondsLeft: 60 },
    ]);
    await kv.tally('brief', 1);
    await vi.waitUntil(async () => (await kv.tally('brief', 1)).count === 1, { timeout: 5000, interval: 400 });
  });

  it('caches what was loaded for five minutes, or until its source changes [F004]', async () => {
    let source = 'old';
    const load = vi.fn(async () => ({ title: source }));
    const read = () => cached(kv, 'file:1', z.object({ title: z.string() }), load);
    expect([await read(), await read()]).toEqual([{ title: 'old' }, { title: 'old' }]);
    expect(load).toHaveBeenCalledTimes(1);
    expect(await kv.ttl('cache:file:1')).toBe(300);
    source = 'new';
    await dropCached(kv, 'file:1');
    expect(await kv.get('cache:file:1')).toBeNull();
    expect(await read()).toEqual({ title: 'new' });
  });

  it('answers a ping', async () => {
    await expect(kv.ping()).resolves.toBeUndefined();
  });
});
