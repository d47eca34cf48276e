import type { FastifyInstance } from 'fastify';
import { addressOf } from './addresses.ts';
import { createApp } from './app.ts';
import { createCall } from './call.ts';
import { serveHealth } from './health.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { Directory, HealthCheck, Kit, LocalService, Platform, Service, ServiceInstance } from './service.ts';

/** Services running in this process, not listening yet. */
export interface Host {
  readonly directory: Directory;
  app(service: string): FastifyInstance;
  close(): Promise<void>;
}

interface Mounted extends LocalService {
  readonly instance: ServiceInstance;
}

const platformChecks = (platform: Platform): Record<string, HealthCheck> => ({
  database: async () => void (await platform.pool.query('select 1')),
  kv: () => platform.kv.ping(),
  storage: () => platform.storage.ping(),
});

async function mount(service: Service, platform: Platform, directory: Directory): Promise<Mounted> {
  const kit: Kit = {
    ...platform,
    name: service.name,
    log: createLog(service.name, platform.config.LOG_LEVEL),
    metrics: createMetrics(service.name),
    call: createCall(service.name, platform.tokens, directory),
    directory,
  };
  const instance = service.bind(kit);
  const app = await createApp(kit);
  if (!service.ownHealth) serveHealth(app, service.name, () => ({ ...platformChecks(platform), ...instance.health() }));
  await instance.register(app);
  await app.ready();
  return { app, instance, socket: instance.upgrade() };
}

/** Binds services to a platform and makes them callable by each other. */
export async function hostServices(platform: Platform, services: readonly Service[]): Promise<Host> {
  const mounted = new Map<string, Mounted>();
  const directory: Directory = {
    local: (name) => mounted.get(name),
    address: (name) => addressOf(name, platform.config),
  };
  const close = async () => {
    for (const { app, instance } of [...mounted.values()].reverse()) {
      await app.close();
      await instance.close();
    }
  };
  try {
    for (const service of services) mounted.set(service.name, await mount(service, platform, directory));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    directory,
    app: (name) => {
      const found = mounted.get(name);
      if (!found) throw new Error(`${name} does not run in this process`);
      return found.app;
    },
    close,
  };
}
