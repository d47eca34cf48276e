import type pg from 'pg';
import { Gauge, type Registry } from 'prom-client';
import { z } from 'zod';

const Row = z.object({ name: z.string(), state: z.string(), count: z.coerce.number(), oldest: z.coerce.number() });

/** How many jobs of a kind wait, run, or are to be tried again or failed for good, and since when the oldest waits. */
export interface QueueDepth {
  readonly queue: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
  readonly oldestSeconds: number;
}

/** Looks at every queue; none where nothing was ever queued. */
export async function queueDepths(pool: pg.Pool): Promise<readonly QueueDepth[]> {
  const made = await pool.query("select to_regclass('jobs.job') is not null as made");
  if (!z.array(z.object({ made: z.boolean() })).parse(made.rows)[0]?.made) return [];
  const { rows } = await pool.query(
    `select name, state::text, count(*)::int as count,
       coalesce(extract(epoch from now() - min(start_after) filter (where state in ('created', 'retry'))), 0)::float8 as oldest
     from jobs.job where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_%' group by name, state order by name`,
  );
  const byName = new Map<string, { waiting: number; active: number; failed: number; oldestSeconds: number }>();
  for (const { name, state, count, oldest } of z.array(Row).parse(rows)) {
    const depth = byName.get(name) ?? { waiting: 0, active: 0, failed: 0, oldestSeconds: 0 };
    byName.set(name, depth);
    if (state === 'active') depth.active += count;
    else if (state === 'failed') depth.failed += count;
    else {
      depth.waiting += count;
      depth.oldestSeconds = Math.max(depth.oldestSeconds, oldest);
    }
  }
  return [...byName].map(([queue, depth]) => ({ queue, ...depth }));
}

/** Milliseconds for which what was seen of the queues is told again, however often the metrics are read. */
const seenMilliseconds = 10_000;

/** Publishes the depth of every queue, looked at when the metrics are. */
export function registerJobs(pool: pg.Pool, registry: Registry): void {
  let seen: { until: number; depths: Promise<readonly QueueDepth[]> } = { until: 0, depths: Promise.resolve([]) };
  const oldest = new Gauge({
    name: 'jobs_oldest_seconds',
    help: 'How long the oldest job of a queue has waited beyond its time',
    labelNames: ['queue'],
    registers: [registry],
  });
  new Gauge({
    name: 'jobs_queue_depth',
    help: 'Jobs by queue: waiting, active, failed',
    labelNames: ['queue', 'state'],
    registers: [registry],
    async collect() {
      // A database that does not answer is told by its own metrics: the others must still be read.
      if (performance.now() > seen.until) seen = { until: performance.now() + seenMilliseconds, depths: queueDepths(pool).catch(() => []) };
      const depths = await seen.depths;
      this.reset();
      oldest.reset();
      for (const { queue, waiting, active, failed, oldestSeconds } of depths) {
        this.set({ queue, state: 'waiting' }, waiting);
        this.set({ queue, state: 'active' }, active);
        this.set({ queue, state: 'failed' }, failed);
        oldest.set({ queue }, Math.max(0, oldestSeconds));
      }
    },
  });
}
