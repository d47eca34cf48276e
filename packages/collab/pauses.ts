import { timeout } from 'lib0/eventloop';

const longestMilliseconds = 30_000;

/** Pauses between attempts: 1, 2, 4 … 30 s. */
export function createPauses(): { next(attempt: () => void): void; reset(): void } {
  let failures = 0;
  let waiting: ReturnType<typeof timeout> | undefined;
  return {
    next(attempt) {
      waiting?.destroy();
      waiting = timeout(Math.min(longestMilliseconds, 1000 * 2 ** failures), attempt);
      failures += 1;
    },
    reset() {
      waiting?.destroy();
      failures = 0;
    },
  };
}
