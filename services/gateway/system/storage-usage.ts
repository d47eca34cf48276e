import { statfs } from 'node:fs/promises';
import { buckets, type Kit } from '@autograph/service-kit';
import { Gauge } from 'prom-client';
import { z } from 'zod';

const Usage = z.object({
  buckets: z.array(z.object({ name: z.string(), bytes: z.number() })),
  /** Null where nobody has set it and the store does not tell. */
  capacity: z.number().nullable(),
});
/** What the store holds, and how much it may. */
export type StorageUsage = z.infer<typeof Usage>;

const Shared = z.object({ at: z.number(), usage: Usage });

type StorageKit = Pick<Kit, 'storage' | 'config'>;

/** A folder may grow as long as its disk has room. */
async function roomOf({ config }: StorageKit, used: number): Promise<number | null> {
  if (config.STORAGE_CAPACITY_BYTES !== undefined) return config.STORAGE_CAPACITY_BYTES;
  if (config.S3_ENDPOINT || config.S3_ACCESS_KEY_ID) return null;
  const disk = await statfs(config.DATA_DIR);
  return used + disk.bavail * disk.bsize;
}

/** Adds up what each bucket holds, one after the other: a large store is not to be asked for all at once. */
async function measureStorage(kit: StorageKit): Promise<StorageUsage> {
  const measured: StorageUsage['buckets'] = [];
  for (const name of buckets) measured.push({ name, bytes: await kit.storage.size(name) });
  return { buckets: measured, capacity: await roomOf(kit, usedOf(measured)) };
}

const usageKey = 'storage:usage';
const leaseKey = 'storage:measuring';
/** A gateway that went away while it measured keeps the others from it for so long. */
const leaseSeconds = 900;

async function shared({ kv }: Pick<Kit, 'kv'>) {
  const text = await kv.get(usageKey).catch(() => null);
  return text === null ? null : Shared.parse(JSON.parse(text));
}

/** The usage as one gateway measures it for all, at most once in an interval; null while another does so for the first time. */
export async function sharedUsage(kit: StorageKit & Pick<Kit, 'kv'>): Promise<StorageUsage | null> {
  const { kv, config } = kit;
  const known = await shared(kit);
  // A little less than the interval: whoever comes at the same beat again is to find it due.
  if (known && Date.now() - known.at < config.STORAGE_INTERVAL_MS * 0.9) return known.usage;
  if (!(await kv.setIfAbsent(leaseKey, '1', { ttlSeconds: leaseSeconds }).catch(() => true))) return known?.usage ?? null;
  try {
    const usage = await measureStorage(kit);
    const ttlSeconds = leaseSeconds + Math.ceil(config.STORAGE_INTERVAL_MS / 1000);
    await kv.set(usageKey, JSON.stringify({ at: Date.now(), usage }), { ttlSeconds }).catch(() => undefined);
    return usage;
  } finally {
    await kv.delete(leaseKey).catch(() => undefined);
  }
}

/** Bytes in all buckets. */
export const usedOf = (of: StorageUsage['buckets']): number => of.reduce((sum, { bytes }) => sum + bytes, 0);

/** The last measure of the storage, taken anew every STORAGE_INTERVAL_MS: to list a store takes time. */
export interface StorageWatch {
  readonly usage: StorageUsage | null;
  measure(): Promise<void>;
  stop(): void;
}

/** Measures the storage from time to time and publishes it; `onMeasured` is told each time. */
export function watchStorage(kit: Kit, onMeasured: (usage: StorageUsage) => void): StorageWatch {
  const { registry } = kit.metrics;
  let usage: StorageUsage | null = null;
  const gauge = (name: string, help: string, labelNames: string[]) => {
    registry.removeSingleMetric(name);
    return new Gauge({ name, help, labelNames, registers: [registry] });
  };
  const used = gauge('storage_used_bytes', 'Bytes that a bucket holds', ['bucket']);
  const capacity = gauge('storage_capacity_bytes', 'Bytes that the storage may hold', []);

  let underway: Promise<void> | null = null;
  const measure = () => {
    underway ??= take().finally(() => {
      underway = null;
    });
    return underway;
  };

  async function take(): Promise<void> {
    const measured = await sharedUsage(kit).catch((error: unknown) => {
      kit.log.warn({ err: error }, 'the storage could not be measured');
      return null;
    });
    if (!measured) return;
    usage = measured;
    for (const { name, bytes } of measured.buckets) used.set({ bucket: name }, bytes);
    if (measured.capacity !== null) capacity.set(measured.capacity);
    onMeasured(measured);
  }

  const timer = setInterval(() => void measure(), kit.config.STORAGE_INTERVAL_MS);
  timer.unref();
  return {
    get usage() {
      return usage;
    },
    measure,
    stop: () => clearInterval(timer),
  };
}
