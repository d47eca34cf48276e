import { afterAll, describe, expect, it, vi } from 'vitest';
import { connectTestRedis } from '../testing/index.ts';
import { createMemoryPubSub } from './memory.ts';
import type { PubSub } from './pubsub.ts';
import { createRedisPubSub } from './redis.ts';

const connection = await connectTestRedis();
afterAll(() => connection?.close());

const memory = createMemoryPubSub();
/** Two instances each: what one publishes the other hears. */
const adapters: [string, PubSub, PubSub][] = [['memory', memory, memory]];
if (connection)
  adapters.push(['Redis', createRedisPubSub(connection.redis, connection.prefix), createRedisPubSub(connection.redis, connection.prefix)]);

describe.each(adapters)('pubsub in %s', (_name, one, other) => {
  afterAll(() => Promise.all([one.close(), other.close()]));

  it('brings every message to every subscriber in order, until it stops [F005]', async () => {
    const heard: string[][] = [[], [], []];
    const stops = await Promise.all(
      heard.map((list, index) => (index === 0 ? one : other).subscribe('file:123', (text) => list.push(text))),
    );
    const sent = Array.from({ length: 100 }, (_, index) => String(index));
    for (const text of sent) await one.publish('file:123', text);
    await vi.waitUntil(() => heard.every((list) => list.length === 100), { timeout: 5000 });
    expect(heard).toEqual([sent, sent, sent]);

    await stops[2]?.();
    await one.publish('file:456', 'elsewhere');
    await one.publish('file:123', 'last');
    await vi.waitUntil(() => heard[1]?.length === 101, { timeout: 5000 });
    expect([heard[1]?.at(-1), heard[2]?.length]).toEqual(['last', 100]);
  });
});
