import { statfs } from 'node:fs/promises';
import { buckets, type Kit } from '@autograph/service-kit';
import { Gauge } from 'prom-client';

/** What the store holds, and how much it may. */
export interface StorageUsage {
  readonly buckets: readonly { readonly name: string; readonly bytes: number }[];
  /** Null where nobody has set it and the store does not tell. */
  readonly capacity: number | null;
}

type StorageKit = Pick<Kit, 'storage' | 'config'>;

/** A folder may grow as long as its disk has room. */
async function roomOf({ config }: StorageKit, used: number): Promise<number | null> {
  if (config.STORAGE_CAPACITY_BYTES !== undefined) return config.STORAGE_CAPACITY_BYTES;
  if (config.S3_ENDPOINT || config.S3_ACCESS_KEY_ID) return null;
  const disk = await statfs(config.DATA_DIR);
  return used + disk.bavail * disk.bsize;
}

/** Adds up what each bucket holds. */
export async function measureStorage(kit: StorageKit): Promise<StorageUsage> {
  const measured = await Promise.all(
    buckets.map(async (name) => ({ name, bytes: (await kit.storage.list(name)).reduce((sum, { size }) => sum + size, 0) })),
  );
  return { buckets: measured, capacity: await roomOf(kit, usedOf(measured)) };
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

  async function measure(): Promise<void> {
    const measured = await measureStorage(kit).catch((error: unknown) => {
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
