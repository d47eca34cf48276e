import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { serviceNames } from '../../service-names.ts';
import type { Surroundings } from './surroundings.ts';

/** A fault and how long it lasts; `during` makes it and takes it away. */
export interface Drill {
  readonly name: string;
  readonly title: string;
  during(at: Surroundings): Promise<void>;
}

const seconds = (count: number) => delay(count * 1000);
/** Divides every length of a fault, for a quick look. */
const hurry = Number(process.env.DRILL_HURRY ?? 1);

/** An orchestrator starts what has died: here five seconds later. */
const killed = (service: string): Drill => ({
  name: `kill-${service}`,
  title: `kill -9 of ${service}, started again after 5 s`,
  during: async ({ cluster }) => {
    await Promise.all(cluster.instances(service).map((instance) => cluster.end(instance, 'SIGKILL')));
    await seconds(5 / hurry);
    await cluster.start();
  },
});

const oneOfTwo = (service: string): Drill => ({
  name: `kill-one-${service}`,
  title: `kill -9 of one of two ${service}`,
  during: async ({ cluster }) => {
    const [first] = cluster.instances(service);
    if (first) await cluster.end(first, 'SIGKILL');
    await seconds(10 / hurry);
    await cluster.start();
  },
});

/** Where a small disk can be made, for root on Linux. */
export function smallDisk(megabytes: number): { readonly folder: string; remove(): void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'autograph-small-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'tmpfs', folder], { stdio: 'ignore' });
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    remove: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const diskFull: Drill = {
  name: 'disk-full',
  title: "no space left on PostgreSQL's disk for 20 s",
  during: async ({ databaseFolder }) => {
    const { bavail, bsize } = statfsSync(databaseFolder);
    const filler = join(databaseFolder, 'filler');
    try {
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
      await seconds(20 / hurry);
    } finally {
      rmSync(filler, { force: true });
    }
  },
};

export const drills: readonly Drill[] = [
  ...serviceNames.map(killed),
  oneOfTwo('diagram'),
  oneOfTwo('collaboration'),
  {
    name: 'database-restart',
    title: 'PostgreSQL stopped for 10 s',
    during: async (at) => {
      await at.stopDatabase();
      await seconds(10 / hurry);
      await at.startDatabase();
    },
  },
  {
    name: 'redis-gone',
    title: 'Redis gone for 60 s',
    during: async ({ redis }) => {
      redis.cut();
      await seconds(60 / hurry);
      redis.mend();
    },
  },
  {
    name: 'storage-gone',
    title: 'S3 gone for 30 s',
    during: async ({ storage }) => {
      storage.cut();
      await seconds(30 / hurry);
      storage.mend();
    },
  },
  {
    name: 'database-slow',
    title: 'PostgreSQL 300 ms farther away each way, for 30 s',
    during: async ({ database }) => {
      database.delay(300);
      await seconds(30 / hurry);
      database.delay(0);
    },
  },
  diskFull,
];
