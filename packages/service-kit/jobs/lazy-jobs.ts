import type { Log } from '../log.ts';
import type { Jobs } from './jobs.ts';

/** A job was sent to a queue that takes none any more, since its process ends. */
export class QueueClosedError extends Error {}

/** Tells the log that a service's jobs could not be set up; that a process ends before they were is no fault. */
export const reportFailedJobs =
  (log: Pick<Log, 'error'>) =>
  (error: unknown): void => {
    if (!(error instanceof QueueClosedError)) log.error({ err: error }, 'background jobs do not run');
  };

/**
 * A queue that is opened by its first use: it polls and holds connections. Closing waits for the calls under way, so that
 * none of them meets a queue that is gone; afterwards nothing is taken up any more, and what is sent fails with a `QueueClosedError`.
 */
export function lazyJobs(open: () => Promise<Jobs>): Jobs {
  const underway = new Set<Promise<void>>();
  let opened: Promise<Jobs> | undefined;
  let closing = false;
  const use = (action: (jobs: Jobs) => Promise<void>): Promise<void> => {
    opened ??= open();
    const call = opened.then(action);
    const settled = call.catch(() => undefined).finally(() => underway.delete(settled));
    underway.add(settled);
    return call;
  };
  return {
    send: async (type, data, options) => {
      if (closing) throw new QueueClosedError('The process ends: the queue takes no more jobs.');
      await use((jobs) => jobs.send(type, data, options));
    },
    work: async (type, handle) => (closing ? undefined : use((jobs) => jobs.work(type, handle))),
    schedule: async (type, cron, data) => (closing ? undefined : use((jobs) => jobs.schedule(type, cron, data))),
    close: async () => {
      closing = true;
      await Promise.all(underway);
      await (await opened)?.close();
    },
  };
}
