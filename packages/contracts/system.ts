import { z } from 'zod';
import { SystemHealth } from './health.ts';
import { defineRoute } from './route.ts';

const Health = z.enum(['healthy', 'unhealthy', 'unknown']);

/** Who calls whom, as seen within the last seven days. */
export const Dependencies = z.object({
  nodes: z.array(z.object({ name: z.string(), kind: z.enum(['client', 'service']), status: Health })),
  edges: z.array(z.object({ from: z.string(), to: z.string(), last_at: z.iso.datetime() })),
  cycles: z.array(z.array(z.string())).describe('Services that call each other in a circle; none is as it should be'),
});
export type Dependencies = z.infer<typeof Dependencies>;

export const Alert = z.object({
  id: z.string(),
  subject: z.string().describe('The service that is down, or `storage`'),
  summary: z.string(),
  since: z.iso.datetime(),
  escalated: z.boolean(),
  acknowledged: z.boolean().describe('Somebody takes care: it does not escalate'),
});
export type Alert = z.infer<typeof Alert>;

export const SystemState = z.object({
  version: z.string(),
  status: SystemHealth.shape.status,
  services: z.array(
    z.object({
      name: z.string(),
      status: Health,
      probe_ms: z.number(),
      requests: z.number().int().describe('Answered through this gateway since it started'),
      p50_ms: z.number().nullable(),
      p95_ms: z.number().nullable(),
      p99_ms: z.number().nullable(),
    }),
  ),
  queues: z.array(
    z.object({
      name: z.string(),
      waiting: z.number().int(),
      active: z.number().int(),
      failed: z.number().int(),
      oldest_seconds: z.number(),
    }),
  ),
  storage: z.object({
    buckets: z.array(z.object({ name: z.string(), bytes: z.number() })),
    capacity_bytes: z.number().nullable().describe('Null where nobody has set one and the store does not tell'),
  }),
  alerts: z.array(Alert),
});
export type SystemState = z.infer<typeof SystemState>;

export const getSystem = defineRoute({
  service: 'gateway',
  method: 'GET',
  path: '/api/admin/system',
  summary: 'How every service does: health, latencies, queues, storage, open alerts.',
  responses: { 200: SystemState },
  errors: ['unauthenticated', 'forbidden'],
});

export const getDependencies = defineRoute({
  service: 'gateway',
  method: 'GET',
  path: '/api/admin/dependencies',
  summary: 'Which service calls which, how each does, and where they go in circles.',
  responses: { 200: Dependencies },
  errors: ['unauthenticated', 'forbidden'],
});

export const acknowledgeAlert = defineRoute({
  service: 'gateway',
  method: 'POST',
  path: '/api/admin/alerts/:id/acknowledge',
  summary: 'Say that somebody takes care of an alert, so that it does not escalate.',
  params: z.object({ id: z.string().max(100) }),
  responses: { 200: Alert },
  errors: ['unauthenticated', 'forbidden', 'not_found'],
});
