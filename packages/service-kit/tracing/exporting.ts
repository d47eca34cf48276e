import { setTimeout as delay } from 'node:timers/promises';
import type { Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import { version } from '../version.ts';

export interface Tracing {
  /** Makes the spans of a service. */
  of(service: string): Tracer;
  /** Sends what waits, for a few seconds at most, and stops. */
  close(): Promise<void>;
}

/** Milliseconds for the last spans at the end. */
const closeMilliseconds = 3_000;

export interface TracingOptions {
  /** Where OTLP over HTTP is spoken; spans go to `/v1/traces` below it. */
  readonly endpoint: string;
  /** Headers such as an API key, as `name=value,name=value`. */
  readonly headers: string | undefined;
  /** The share of new traces that is recorded, 0 to 1. */
  readonly share: number;
}

function headersOf(text = ''): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), decodeURIComponent(pair.slice(pair.indexOf('=') + 1).trim())]),
  );
}

/** Sends spans to an OpenTelemetry collector, each under the name of its service. */
export function exportTraces({ endpoint, headers, share }: TracingOptions): Tracing {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const sampler = new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) });
  const providers = new Map<string, TracerProvider>();
  const providerOf = (service: string): TracerProvider => {
    const exporter = new OTLPTraceExporter({ url, headers: headersOf(headers) });
    const resource = resourceFromAttributes({ 'service.name': service, 'service.namespace': 'autograph', 'service.version': version });
    return new TracerProvider({ resource, sampler, spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1000 })] });
  };
  return {
    of: (service) => {
      const provider = providers.get(service) ?? providerOf(service);
      providers.set(service, provider);
      return provider.getTracer('autograph');
    },
    close: async () => {
      const sent = Promise.allSettled([...providers.values()].map((provider) => provider.shutdown()));
      // A collector that does not answer must not keep the process from its end.
      await Promise.race([sent, delay(closeMilliseconds, undefined, { ref: false })]);
    },
  };
}
