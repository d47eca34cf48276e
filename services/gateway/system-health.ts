import { ServiceHealth, type SystemHealth } from '@autograph/contracts';
import { type Kit, ports } from '@autograph/service-kit';

/** Without these nobody can work; without the others a part is missing. */
const needed = new Set(['auth', 'diagram', 'collaboration']);
const probeMilliseconds = 3000;

type State = SystemHealth['services'][string];

async function probe(kit: Kit, name: string): Promise<State> {
  const started = performance.now();
  const answer = async () => {
    const local = kit.directory.local(name);
    if (local) return ServiceHealth.parse((await local.app.inject('/health')).json());
    const response = await fetch(`${kit.directory.address(name)}/health`, { signal: AbortSignal.timeout(probeMilliseconds) });
    return ServiceHealth.parse(await response.json());
  };
  const status = await answer().then(
    (health) => health.status,
    () => 'unhealthy' as const,
  );
  return { status, latency_ms: Math.round((performance.now() - started) * 10) / 10 };
}

/** Asks every service at once. */
export async function systemHealth(kit: Kit): Promise<SystemHealth> {
  const names = Object.keys(ports).filter((name) => name !== 'gateway');
  const services = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await probe(kit, name)] as const)));
  const down = names.filter((name) => services[name]?.status !== 'healthy');
  const status = down.length === 0 ? 'healthy' : down.some((name) => needed.has(name)) ? 'unhealthy' : 'degraded';
  return { status, services };
}
