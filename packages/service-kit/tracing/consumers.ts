import type { Tracer } from '@opentelemetry/api';
import type { Jobs } from '../jobs/jobs.ts';
import { isLate, isOutage } from '../outage.ts';
import type { PubSub } from '../pubsub/pubsub.ts';
import { consume } from './spans.ts';

/** The queue as a service sees it: each job it takes is a span of the trace that it was sent in, and its failures are reported. */
export function followJobs(jobs: Jobs, tracer: Tracer | undefined, report: (error: unknown) => void): Jobs {
  return {
    ...jobs,
    work: (type, handle) =>
      jobs.work(type, (data) =>
        consume(tracer, `job ${type.name}`, () => handle(data)).catch((error: unknown) => {
          // As with requests: what other servers are the reason of is told by alerts.
          if (!isOutage(error) && !isLate(error)) report(error);
          throw error;
        }),
      ),
  };
}

/** A channel without what stands in it for one file or person. */
const kindOf = (channel: string) => channel.replace(/:[^:]*\d[^:]*/g, ':*');

/** Messages as a service sees them: each that it hears is a span of the trace that it was sent in. */
export function tracePubSub(pubsub: PubSub, tracer: Tracer | undefined): PubSub {
  if (!tracer) return pubsub;
  return {
    ...pubsub,
    subscribe: (channel, listener) =>
      pubsub.subscribe(channel, (text) => void consume(tracer, `message ${kindOf(channel)}`, async () => listener(text))),
  };
}
