import { routes } from '@autograph/contracts';
import type { Metrics } from '@autograph/service-kit';
import { z } from 'zod';

/** How long a service's answers took. */
export interface Latencies {
  readonly requests: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

const Value = z.object({
  metricName: z.string().optional(),
  labels: z.object({ le: z.union([z.string(), z.number()]).optional(), service: z.string().optional(), route: z.string().optional() }),
  value: z.number(),
});

const serviceByPath = new Map(routes.map(({ path, service }) => [path, service]));

/** The value below which a share of what a histogram counted lies, in milliseconds, as PromQL's histogram_quantile reckons it. */
export function quantileOf(counts: ReadonlyMap<number, number>, share: number): number | null {
  const bounds = [...counts].sort(([a], [b]) => a - b);
  const total = bounds.at(-1)?.[1] ?? 0;
  if (total === 0) return null;
  const rank = share * total;
  let [lower, below] = [0, 0];
  for (const [bound, count] of bounds) {
    if (count >= rank) return (Number.isFinite(bound) ? lower + ((bound - lower) * (rank - below)) / (count - below || 1) : lower) * 1000;
    [lower, below] = [bound, count];
  }
  return lower * 1000;
}

/** The latencies of every service as this gateway has seen them. */
export async function latenciesOf({ registry }: Metrics): Promise<ReadonlyMap<string, Latencies>> {
  const metric = await registry.getSingleMetric('request_duration_seconds')?.get();
  const histograms = new Map<string, Map<number, number>>();
  for (const { metricName, labels, value } of z.array(Value).parse(metric?.values ?? [])) {
    const service = serviceByPath.get(labels.route ?? '');
    if (!metricName?.endsWith('_bucket') || labels.service !== 'gateway' || !service || labels.le === undefined) continue;
    const counts = histograms.get(service) ?? new Map<number, number>();
    histograms.set(service, counts);
    const bound = labels.le === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels.le);
    counts.set(bound, (counts.get(bound) ?? 0) + value);
  }
  return new Map(
    [...histograms].map(([service, counts]) => [
      service,
      {
        requests: counts.get(Number.POSITIVE_INFINITY) ?? 0,
        p50: quantileOf(counts, 0.5),
        p95: quantileOf(counts, 0.95),
        p99: quantileOf(counts, 0.99),
      },
    ]),
  );
}
