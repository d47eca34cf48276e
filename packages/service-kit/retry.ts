import type { Log } from './log.ts';
import { isOutage } from './outage.ts';

/** Runs work again after brief outages. The work must be safe to repeat; nothing is repeated once it is `abandoned`. */
export type Retry = <T>(work: () => Promise<T>, abandoned?: () => boolean) => Promise<T>;

const delay = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** Waits `waits` milliseconds, one after the other, before each further attempt; each is logged. Other failures pass at once. */
export function createRetry(waits: readonly number[], log: Pick<Log, 'warn'>): Retry {
  return async (work, abandoned = () => false) => {
    for (const [index, wait] of waits.entries()) {
      try {
        return await work();
      } catch (error) {
        if (!isOutage(error) || abandoned()) throw error;
        log.warn({ attempt: index + 1, wait_ms: wait, reason: error instanceof Error ? error.message : String(error) }, 'retrying');
        await delay(wait);
        if (abandoned()) throw error;
      }
    }
    return work();
  };
}
