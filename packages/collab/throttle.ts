import { timeout } from 'lib0/eventloop';

/**
 * Lets at most one call through every `ms`, the first at once and always the last one of a burst, so that the final state arrives.
 */
export function throttle(ms: number, run: () => void): { (): void; cancel(): void } {
  let timer: ReturnType<typeof timeout> | null = null;
  let waiting = false;
  function fire(): void {
    run();
    timer = timeout(ms, () => {
      timer = null;
      if (waiting) {
        waiting = false;
        fire();
      }
    });
  }
  const throttled = () => {
    if (timer === null) fire();
    else waiting = true;
  };
  return Object.assign(throttled, {
    cancel() {
      timer?.destroy();
      timer = null;
      waiting = false;
    },
  });
}
