/** Where a process is on its way out: it still takes work while balancers look away, then only finishes what it has. */
export type Stage = 'running' | 'leaving' | 'closing';

/** The stage of this process and the requests that it is answering. */
export interface Lifecycle {
  readonly stage: Stage;
  /** Counts a request in; the result counts it out, once. */
  enter(): () => void;
  /** Tells balancers by /health/ready that no more should come. */
  leave(): void;
  /** Refuses new requests from now on; resolves when those under way are answered, or after `patienceMs`. */
  finish(patienceMs: number): Promise<void>;
}

export function createLifecycle(): Lifecycle {
  let stage: Stage = 'running';
  let active = 0;
  const empty = Promise.withResolvers<void>();
  const settle = () => {
    if (stage === 'closing' && active === 0) empty.resolve();
  };
  return {
    get stage() {
      return stage;
    },
    enter() {
      active += 1;
      let counted = true;
      return () => {
        if (!counted) return;
        counted = false;
        active -= 1;
        settle();
      };
    },
    leave() {
      if (stage === 'running') stage = 'leaving';
    },
    async finish(patienceMs) {
      stage = 'closing';
      settle();
      const timer = setTimeout(empty.resolve, patienceMs);
      await empty.promise;
      clearTimeout(timer);
    },
  };
}
