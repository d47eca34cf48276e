import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Log } from '../log.ts';
import { inContext } from '../request-context.ts';
import { contextOf, originOf } from '../tracing/origin.ts';
import type { Jobs, JobType } from './jobs.ts';

/** The queue on PostgreSQL, embedded or not, in its own schema `jobs`. */
export async function createJobs(pool: pg.Pool, log: Log): Promise<Jobs> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) }, schema: 'jobs' });
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  await boss.start();
  const ready = new Map<string, Promise<void>>();

  const queue = ({ name, retries = 3 }: JobType): Promise<void> => {
    const known = ready.get(name) ?? boss.createQueue(name, { retryLimit: retries, retryBackoff: true, retryDelay: 2 });
    ready.set(name, known);
    return known;
  };

  return {
    send: async (type, data, options) => {
      await queue(type);
      await boss.send(
        type.name,
        { data: type.data.parse(data), origin: originOf() },
        {
          ...(options?.key ? { singletonKey: options.key, singletonSeconds: 1 } : {}),
          ...(options?.afterSeconds ? { startAfter: options.afterSeconds } : {}),
        },
      );
    },
    work: async (type, handle) => {
      await queue(type);
      await boss.work<{ data: unknown; origin?: unknown }>(type.name, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
        for (const { id, data } of jobs)
          await inContext(contextOf(data.origin, id), async () => {
            log.debug({ job: type.name, job_id: id }, 'job');
            await handle(type.data.parse(data.data));
          });
      });
    },
    schedule: async (type, cron, data) => {
      await queue(type);
      await boss.schedule(type.name, cron, { data: type.data.parse(data) });
    },
    close: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}
