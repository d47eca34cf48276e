import type { z } from 'zod';

/** A kind of background work. */
export interface JobType<S extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly data: S;
  /** Times that a failed run is tried again, with growing pauses; 3 unless told. */
  readonly retries?: number;
}

/** Declares a kind of job, for both sender and worker. */
export const defineJob = <S extends z.ZodType>(type: JobType<S>): JobType<S> => type;

/** Work done later, at least once, by any instance; it survives restarts. */
export interface Jobs {
  /** Queues a job. With a key, one that waits under the same key makes this one unnecessary. */
  send<S extends z.ZodType>(
    type: JobType<S>,
    data: z.input<S>,
    options?: { readonly key?: string; readonly afterSeconds?: number },
  ): Promise<void>;
  /** Takes jobs of a kind from now on; throwing lets it be tried again. */
  work<S extends z.ZodType>(type: JobType<S>, handle: (data: z.output<S>) => Promise<void>): Promise<void>;
  /** Queues a job by a cron expression (UTC). */
  schedule<S extends z.ZodType>(type: JobType<S>, cron: string, data: z.input<S>): Promise<void>;
  close(): Promise<void>;
}
