import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

interface Shared {
  readonly requests: Counter<'service' | 'method' | 'route' | 'status'>;
  readonly durations: Histogram<'service' | 'method' | 'route' | 'status'>;
  readonly sizesIn: Histogram<'service' | 'route'>;
  readonly sizesOut: Histogram<'service' | 'route'>;
  readonly active: Gauge<'service'>;
  /** By the name of a gauge, what each service reads for it. */
  readonly readings: Map<string, Map<string, () => number>>;
}

/** A request that was answered. */
export interface Answered {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** A service's Prometheus metrics; own ones are registered on `registry`, which the services of a process share. */
export interface Metrics {
  readonly registry: Registry;
  /** Counts a request that came. */
  began(): void;
  /** Counts its answer. */
  answered(answer: Answered): void;
  /** Publishes a figure that is read when the metrics are. */
  gauge(name: string, help: string, read: () => number): void;
}

/** The metrics of a process: its processor time, memory, event loop and whatever is registered. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

const shared = new WeakMap<Registry, Shared>();

const sizeBuckets = [256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 10_485_760];

function register(registry: Registry): Shared {
  const labelNames = ['service', 'method', 'route', 'status'] as const;
  const registers = [registry];
  return {
    requests: new Counter({ name: 'request_count', help: 'Requests answered', labelNames, registers }),
    durations: new Histogram({
      name: 'request_duration_seconds',
      help: 'Time from the request to its answer',
      labelNames,
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    sizesIn: new Histogram({
      name: 'request_size_bytes',
      help: 'Size of requests’ bodies',
      labelNames: ['service', 'route'],
      buckets: sizeBuckets,
      registers,
    }),
    sizesOut: new Histogram({
      name: 'response_size_bytes',
      help: 'Size of answers as they were sent, with their headers',
      labelNames: ['service', 'route'],
      buckets: sizeBuckets,
      registers,
    }),
    active: new Gauge({ name: 'active_connections', help: 'Requests being served now', labelNames: ['service'], registers }),
    readings: new Map(),
  };
}

function publish(registry: Registry, name: string, help: string): Map<string, () => number> {
  const readings = new Map<string, () => number>();
  new Gauge({
    name,
    help,
    labelNames: ['service'],
    registers: [registry],
    collect() {
      for (const [service, read] of readings) this.set({ service }, read());
    },
  });
  return readings;
}

/** The metrics of one service of a process. */
export function createMetrics(registry: Registry, service: string): Metrics {
  const found = shared.get(registry) ?? register(registry);
  shared.set(registry, found);
  const { requests, durations, sizesIn, sizesOut, active, readings } = found;
  return {
    registry,
    began: () => active.inc({ service }),
    answered: ({ method, route, status, seconds, bytesIn, bytesOut }) => {
      const labels = { service, method, route, status: String(status) };
      active.dec({ service });
      requests.inc(labels);
      durations.observe(labels, seconds);
      sizesIn.observe({ service, route }, bytesIn);
      sizesOut.observe({ service, route }, bytesOut);
    },
    gauge: (name, help, read) => {
      const ofName = readings.get(name) ?? publish(registry, name, help);
      readings.set(name, ofName.set(service, read));
    },
  };
}
