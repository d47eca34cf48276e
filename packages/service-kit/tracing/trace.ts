import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, type Tracer, trace as traces } from '@opentelemetry/api';

/** A place in a trace: the span that further ones hang on, and who makes them. */
export interface Trace {
  readonly context: Context;
  /** Absent where a trace is only carried on, as by a message that nobody has taken up yet. */
  readonly tracer?: Tracer | undefined;
}

export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** A span that is under way. */
export interface OpenSpan {
  readonly trace: Trace;
  /** Ends it; with an error it counts as failed. */
  end(attributes?: Attributes, error?: unknown): void;
  rename(name: string): void;
}

const format = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The place that a W3C `traceparent` names; undefined for none and for nonsense. */
export function readTraceparent(header: string | string[] | undefined): Context | undefined {
  const found = typeof header === 'string' ? format.exec(header) : null;
  const [, traceId, spanId, flags] = found ?? [];
  if (!traceId || !spanId || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return traces.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number.parseInt(flags ?? '0', 16), isRemote: true });
}

/** A place in a trace as a W3C `traceparent`. */
export function writeTraceparent({ context }: Trace): string | undefined {
  const span = traces.getSpanContext(context);
  return span && `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
}

/** The id of a trace, by which its log lines are found. */
export const traceIdOf = ({ context }: Trace): string | undefined => traces.getSpanContext(context)?.traceId;

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER } as const;

function close(span: Span, attributes: Attributes | undefined, error: unknown): void {
  if (attributes) span.setAttributes(attributes);
  if (error !== undefined) {
    // What an error says may hold what people wrote; the log has it, without secrets.
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
  }
  span.end();
}

/** Begins a span below `parent`, or a new trace. */
export function openSpan(tracer: Tracer, name: string, kind: keyof typeof kinds, parent?: Context, attributes: Attributes = {}): OpenSpan {
  const above = parent ?? ROOT_CONTEXT;
  const span = tracer.startSpan(name, { kind: kinds[kind], attributes }, above);
  return {
    trace: { context: traces.setSpan(above, span), tracer },
    end: (more, error) => close(span, more, error),
    rename: (next) => void span.updateName(next),
  };
}
