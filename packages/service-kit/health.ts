import type { ServiceHealth } from '@autograph/contracts';
import type { FastifyInstance } from 'fastify';
import type { Lifecycle } from './lifecycle.ts';
import type { HealthCheck } from './service.ts';
import { version } from './version.ts';

const checkMilliseconds = 2000;

type CheckResult = NonNullable<ServiceHealth['checks']>[string];
type Checks = Readonly<Record<string, HealthCheck>>;

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
async function healthOf(service: string, checks: Checks): Promise<ServiceHealth> {
  const results = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await run(check)] as const));
  const status = results.every(([, result]) => result.status === 'healthy') ? 'healthy' : 'unhealthy';
  return { status, service, version, checks: Object.fromEntries(results) };
}

const withoutErrors = (checks: Readonly<Record<string, CheckResult>>) =>
  Object.fromEntries(Object.entries(checks).map(([name, { error: _, ...told }]) => [name, told]));

/** Whether an address asks for health or metrics: answered whatever the load, and not worth a line of the log. */
export const isProbe = (path: string): boolean => /^\/(health(\/\w+)?|metrics)$/.test(path);

/** GET /health: 200 when every check passes, else 503. */
export function serveHealth(app: FastifyInstance, service: string, checks: () => Checks): void {
  app.get('/health', { logLevel: 'warn' }, async (_request, reply) => {
    const health = await healthOf(service, checks());
    return reply.code(health.status === 'healthy' ? 200 : 503).send(health);
  });
}

/**
 * What orchestrators ask: GET /health/live, 200 as long as the process answers at all, and GET /health/ready, 503 while a check
 * fails or the process is on its way out, so that no more requests are sent here. What went wrong is not for everybody to read.
 */
export function serveProbes(
  app: FastifyInstance,
  service: string,
  lifecycle: Lifecycle,
  { checks, tellsErrors }: { readonly checks: () => Checks; readonly tellsErrors: boolean },
): void {
  app.get('/health/live', { logLevel: 'warn' }, async (): Promise<ServiceHealth> => ({ status: 'healthy', service, version }));
  app.get('/health/ready', { logLevel: 'warn' }, async (_request, reply) => {
    const staying: HealthCheck = async () => {
      if (lifecycle.stage !== 'running') throw new Error('this process is stopping');
    };
    const found = await healthOf(service, { staying, ...checks() });
    const health = tellsErrors ? found : { ...found, checks: withoutErrors(found.checks ?? {}) };
    return reply.code(health.status === 'healthy' ? 200 : 503).send(health);
  });
}
