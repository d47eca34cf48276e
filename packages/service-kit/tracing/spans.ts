import type { Tracer } from '@opentelemetry/api';
import { currentContext, inContext, newContext } from '../request-context.ts';
import { type Attributes, type OpenSpan, openSpan, writeTraceparent } from './trace.ts';

/** Begins a span of what is being done now; undefined while nobody traces it. */
export function childSpan(name: string, kind: 'client' | 'producer', attributes: Attributes = {}): OpenSpan | undefined {
  const trace = currentContext()?.trace;
  return trace?.tracer && openSpan(trace.tracer, name, kind, trace.context, attributes);
}

/** What carries the trace to whom a request is sent; empty while nobody traces. */
export function traceHeaders(span?: OpenSpan): Record<string, string> {
  const trace = span?.trace ?? currentContext()?.trace;
  const traceparent = trace && writeTraceparent(trace);
  return traceparent === undefined ? {} : { traceparent };
}

/** Runs work that a job or a message brought, as a span below the one in which it was sent. */
export async function consume(tracer: Tracer | undefined, name: string, work: () => Promise<void>): Promise<void> {
  const context = currentContext();
  if (!tracer || !context) return work();
  const span = openSpan(tracer, name, 'consumer', context.trace?.context);
  try {
    await inContext(newContext(context.requestId, span.trace), work);
    span.end();
  } catch (error) {
    span.end({}, error);
    throw error;
  }
}
