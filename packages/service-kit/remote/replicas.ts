import { createHash } from 'node:crypto';
import { lookup } from 'node:dns/promises';

/** One server of a service. */
export interface Replica {
  readonly origin: string;
  /** The name that its certificate must hold, where its origin is an address. */
  readonly host: string;
}

/** The servers of a service, in the order in which a request should try them. */
export interface Replicas {
  /** Healthy ones in turn; with a key always the same one first. Those that failed lately come last. */
  order(key?: string): Promise<readonly Replica[]>;
  /** Keeps requests away from a server for a while. */
  failed(replica: Replica): void;
  worked(replica: Replica): void;
}

/** Milliseconds for which a server that could not be reached is passed over. */
const restMilliseconds = 5_000;
/** Milliseconds after which a name is looked up anew. */
const lookupMilliseconds = 10_000;
const lookupScheme = /^dns\+/;

const weight = (key: string, { origin }: Replica) => createHash('sha1').update(`${key} ${origin}`).digest('hex');

/** Rendezvous hashing: a key keeps its server whatever others come and go. */
const byWeight = (key: string, replicas: readonly Replica[]) =>
  replicas
    .map((replica) => ({ replica, weight: weight(key, replica) }))
    .sort((a, b) => (a.weight < b.weight ? 1 : -1))
    .map(({ replica }) => replica);

async function resolve(address: string): Promise<readonly Replica[]> {
  const url = new URL(address.replace(lookupScheme, ''));
  if (!lookupScheme.test(address)) return [{ origin: url.origin, host: url.hostname }];
  const found = await lookup(url.hostname, { all: true });
  return found.map(({ address: ip, family }) => ({
    origin: `${url.protocol}//${family === 6 ? `[${ip}]` : ip}${url.port && `:${url.port}`}`,
    host: url.hostname,
  }));
}

/** Addresses are origins; `dns+http://name:port` stands for every address that the name has. */
export function createReplicas(addresses: readonly string[]): Replicas {
  const restingUntil = new Map<string, number>();
  let turn = 0;
  let known: { readonly replicas: Promise<readonly Replica[]>; readonly until: number } | undefined;

  const all = (): Promise<readonly Replica[]> => {
    if (!known || known.until < Date.now()) {
      const replicas = Promise.all(addresses.map(resolve)).then((each) => each.flat());
      const before = known?.replicas;
      const kept = replicas.catch((error: unknown) => {
        known = undefined;
        if (before) return before;
        throw error;
      });
      known = { replicas: kept, until: Date.now() + lookupMilliseconds };
    }
    return known.replicas;
  };

  return {
    async order(key) {
      const replicas = await all();
      if (replicas.length < 2) return replicas;
      const isResting = ({ origin }: Replica) => (restingUntil.get(origin) ?? 0) > Date.now();
      const { well = [], resting = [] } = Object.groupBy(replicas, (replica) => (isResting(replica) ? 'resting' : 'well'));
      if (key !== undefined) return [...byWeight(key, well), ...byWeight(key, resting)];
      turn += 1;
      const start = well.length > 0 ? turn % well.length : 0;
      return [...well.slice(start), ...well.slice(0, start), ...resting];
    },
    failed: ({ origin }) => void restingUntil.set(origin, Date.now() + restMilliseconds),
    worked: ({ origin }) => void restingUntil.delete(origin),
  };
}
