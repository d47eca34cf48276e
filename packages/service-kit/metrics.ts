import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** A service's Prometheus metrics; own ones are registered on `registry`. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Counter<'method' | 'route' | 'status'>;
  readonly durations: Histogram<'method' | 'route' | 'status'>;
  readonly connections: Gauge;
}

export function createMetrics(serviceName: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service: serviceName });
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  return {
    registry,
    requests: new Counter({ name: 'request_count', help: 'Requests answered', labelNames, registers: [registry] }),
    durations: new Histogram({
      name: 'request_duration_seconds',
      help: 'Time from the request to its answer',
      labelNames,
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers: [registry],
    }),
    connections: new Gauge({ name: 'active_connections', help: 'Requests being served now', registers: [registry] }),
  };
}
