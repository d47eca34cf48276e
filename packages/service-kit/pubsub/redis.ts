import type { Redis } from 'ioredis';
import type { PubSub } from './pubsub.ts';

/** Over Redis channels; a second connection listens and subscribes again after an outage. */
export function createRedisPubSub(redis: Redis, prefix: string): PubSub {
  const subscriber = redis.duplicate();
  const channels = new Map<string, Set<(text: string) => void>>();
  subscriber.on('error', () => undefined);
  subscriber.on('message', (channel: string, text: string) => {
    for (const listener of [...(channels.get(channel) ?? [])]) listener(text);
  });
  return {
    publish: async (channel, text) => void (await redis.publish(prefix + channel, text)),
    subscribe: async (channel, listener) => {
      const name = prefix + channel;
      const listeners = channels.get(name) ?? new Set();
      channels.set(name, listeners.add(listener));
      await subscriber.subscribe(name);
      return async () => {
        listeners.delete(listener);
        if (listeners.size > 0 || channels.get(name) !== listeners) return;
        channels.delete(name);
        await subscriber.unsubscribe(name);
      };
    },
    close: async () => {
      channels.clear();
      subscriber.disconnect();
    },
  };
}
