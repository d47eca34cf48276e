import type { PubSub } from './pubsub.ts';

/** Within this process. A listener that throws does not keep the others from hearing. */
export function createMemoryPubSub(): PubSub {
  const channels = new Map<string, Set<(text: string) => void>>();
  return {
    publish: async (channel, text) => {
      for (const listener of [...(channels.get(channel) ?? [])]) queueMicrotask(() => listener(text));
    },
    subscribe: async (channel, listener) => {
      const listeners = channels.get(channel) ?? new Set();
      channels.set(channel, listeners.add(listener));
      return async () => {
        listeners.delete(listener);
        if (listeners.size === 0) channels.delete(channel);
      };
    },
    close: async () => channels.clear(),
  };
}
