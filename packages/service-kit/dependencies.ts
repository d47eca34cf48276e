import type { Dependencies } from '@autograph/contracts';
import { ports } from './addresses.ts';
import type { Kv } from './kv/kv.ts';

/** A service, or a kind of client, that calls another. */
export type DependencyEdge = Readonly<Dependencies['edges'][number]>;

/** Which service calls which, as calls are made; all processes know what one has seen. */
export interface DependencyWatch {
  note(from: string, to: string): void;
  edges(): Promise<readonly DependencyEdge[]>;
}

/** Whoever asks from outside: the web app in a browser, and programs. */
export const clients = ['frontend', 'api-client'] as const;

const keptSeconds = 7 * 86_400;
/** An edge is written down at most so often: it is calls that must be quick. */
const notedMilliseconds = 60_000;

const keyOf = (from: string, to: string) => `dependency:${from}:${to}`;

export function createDependencyWatch(kv: Kv): DependencyWatch {
  const noted = new Map<string, number>();
  return {
    note(from, to) {
      const key = keyOf(from, to);
      const now = Date.now();
      if (Math.abs(now - (noted.get(key) ?? 0)) < notedMilliseconds) return;
      noted.set(key, now);
      kv.set(key, new Date(now).toISOString(), { ttlSeconds: keptSeconds }).catch(() => noted.delete(key));
    },
    async edges() {
      const services = Object.keys(ports);
      const pairs = [...clients, ...services].flatMap((from) => services.map((to) => ({ from, to })));
      const found = await Promise.all(pairs.map(async ({ from, to }) => ({ from, to, last_at: await kv.get(keyOf(from, to)) })));
      return found.flatMap(({ from, to, last_at }) => (last_at === null ? [] : [{ from, to, last_at }]));
    },
  };
}
