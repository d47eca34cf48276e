import type { ServiceHealth } from '@autograph/contracts';
import type { FastifyInstance } from 'fastify';
import type { HealthCheck } from './service.ts';

/** The product's version, told by every health answer. */
export const version = '0.1.0';

const checkMilliseconds = 2000;

type CheckResult = NonNullable<ServiceHealth['checks']>[string];

async function run(check: HealthCheck): Promise<CheckResult> {
  const started = performance.now();
  const latency = () => Math.round((performance.now() - started) * 10) / 10;
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${checkMilliseconds} ms`)), checkMilliseconds);
  try {
    await Promise.race([check(), late]);
    return { status: 'healthy', latency_ms: latency() };
  } catch (error) {
    return { status: 'unhealthy', latency_ms: latency(), error: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Runs every check at once. */
export async function healthOf(service: string, checks: Readonly<Record<string, HealthCheck>>): Promise<ServiceHealth> {
  const results = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await run(check)] as const));
  const status = results.every(([, result]) => result.status === 'healthy') ? 'healthy' : 'unhealthy';
  return { status, service, version, checks: Object.fromEntries(results) };
}

/** GET /health: 200 when every check passes, else 503. */
export function serveHealth(app: FastifyInstance, service: string, checks: () => Readonly<Record<string, HealthCheck>>): void {
  app.get('/health', { logLevel: 'warn' }, async (_request, reply) => {
    const health = await healthOf(service, checks());
    return reply.code(health.status === 'healthy' ? 200 : 503).send(health);
  });
}
