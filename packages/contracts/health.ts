import { z } from 'zod';

export const ServiceHealth = z.object({
  status: z.enum(['healthy', 'unhealthy']),
  service: z.string(),
  version: z.string(),
  checks: z
    .record(z.string(), z.object({ status: z.enum(['healthy', 'unhealthy']), latency_ms: z.number(), error: z.string().optional() }))
    .optional(),
});
export type ServiceHealth = z.infer<typeof ServiceHealth>;

/** The gateway's view of the whole; 503 when a needed service is down. */
export const SystemHealth = z.object({
  status: z.enum(['healthy', 'degraded', 'unhealthy']),
  services: z.record(
    z.string(),
    z.object({
      status: z.enum(['healthy', 'unhealthy']).describe('A healthy service becomes unhealthy when three probes in a row have failed'),
      latency_ms: z.number(),
      failures: z.number().int().describe('Probes in a row that have failed'),
      checked_at: z.iso.datetime(),
    }),
  ),
});
export type SystemHealth = z.infer<typeof SystemHealth>;
