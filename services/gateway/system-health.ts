import type { SystemHealth } from '@autograph/contracts';
import { type Kit, ports } from '@autograph/service-kit';

/** Without these nobody can work; without the others a part is missing. */
const needed = new Set(['auth', 'diagram', 'collaboration']);
const probeMilliseconds = 3000;
/** A service that was healthy is called unhealthy after so many probes in a row have failed. */
const toleratedFailures = 3;
const names = Object.keys(ports).filter((name) => name !== 'gateway');

type State = SystemHealth['services'][string];

/** What the gateway knows of every service's health. */
export interface HealthMonitor {
  /** As last seen; services that are not known to be healthy are asked anew. */
  now(): Promise<SystemHealth>;
  /** Asks every service. */
  look(): Promise<void>;
  stop(): void;
}

/** A service is well while one of its servers is. */
async function probe({ directory }: Kit, name: string): Promise<boolean> {
  const local = directory.local(name);
  const answer = async () =>
    local
      ? (await local.app.inject('/health')).statusCode === 200
      : (await directory.remote(name).check(probeMilliseconds)).some((well) => well);
  return answer().catch(() => false);
}

function summary(services: SystemHealth['services']): SystemHealth['status'] {
  const down = names.filter((name) => services[name]?.status !== 'healthy');
  if (down.length === 0) return 'healthy';
  return down.some((name) => needed.has(name)) ? 'unhealthy' : 'degraded';
}

/** Asks every service at once, then each HEALTH_INTERVAL_MS. A change is logged. */
export function monitorHealth(kit: Kit, onLook: (health: SystemHealth) => Promise<void>): HealthMonitor {
  const states = new Map<string, State>();

  async function ask(name: string): Promise<void> {
    const started = performance.now();
    const well = await probe(kit, name);
    const before = states.get(name);
    const failures = well ? 0 : (before?.failures ?? 0) + 1;
    const enduring = before?.status === 'healthy' && failures < toleratedFailures;
    const status = well || enduring ? 'healthy' : 'unhealthy';
    const latency_ms = Math.round((performance.now() - started) * 10) / 10;
    states.set(name, { status, latency_ms, failures, checked_at: new Date().toISOString() });
    if (before && before.status !== status) kit.log[well ? 'info' : 'error']({ service: name, failures }, `${name} is ${status}`);
  }

  const current = (): SystemHealth => {
    const services = Object.fromEntries(states);
    return { status: summary(services), services };
  };
  const look = async () => {
    await Promise.all(names.map(ask));
    await onLook(current()).catch((error: unknown) =>
      kit.log.error({ err: error }, 'what the health of the services means was not followed'),
    );
  };
  const timer = setInterval(() => void look(), kit.config.HEALTH_INTERVAL_MS);
  timer.unref();
  return {
    look,
    stop: () => clearInterval(timer),
    async now() {
      await Promise.all(names.filter((name) => states.get(name)?.status !== 'healthy').map(ask));
      return current();
    },
  };
}
