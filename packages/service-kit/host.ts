import type { FastifyInstance } from 'fastify';
import { addressesOf, timeoutOf } from './addresses.ts';
import { createApp } from './app.ts';
import { createCall } from './call.ts';
import { serveHealth, serveProbes } from './health.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import { createMetrics } from './metrics.ts';
import { createRemote, type Remote } from './remote/remote.ts';
import { createRetry } from './retry.ts';
import type { Directory, HealthCheck, Kit, LocalService, Platform, Service, ServiceInstance } from './service.ts';
import { internalTls } from './tls.ts';
import { followJobs, tracePubSub } from './tracing/consumers.ts';

/** Services running in this process, not listening yet. */
export interface Host {
  readonly directory: Directory;
  app(service: string): FastifyInstance;
  /** Says by /health/ready that no more requests should be sent here; those that come are served, on connections that close. */
  leave(): void;
  /** Refuses new requests, tells sockets to connect anew, and resolves when what is under way is answered. */
  finish(): Promise<void>;
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

interface Surroundings {
  readonly platform: Platform;
  readonly directory: Directory;
  readonly lifecycle: Lifecycle;
  /** Whether requests from outside reach the service itself, rather than through another of this process. */
  readonly isEdge: (service: string) => boolean;
}

async function mount(service: Service, { platform, directory, lifecycle, isEdge }: Surroundings): Promise<Mounted> {
  const log = platform.logs.of(service.name);
  const tracer = platform.tracing?.of(service.name);
  const kit: Kit = {
    ...platform,
    lifecycle,
    retry: createRetry(platform.config.RETRY_WAITS_MS, log),
    name: service.name,
    log,
    metrics: createMetrics(platform.registry, service.name),
    tracer,
    jobs: followJobs(platform.jobs, tracer, (error) => platform.reports.capture(error, service.name)),
    pubsub: tracePubSub(platform.pubsub, tracer),
    call: createCall(service.name, platform, directory),
    directory,
  };
  const instance = service.bind(kit);
  const app = await createApp(kit, isEdge(service.name));
  const checks = () => ({ ...platformChecks(platform), ...instance.health() });
  if (!service.ownHealth) serveHealth(app, service.name, checks);
  serveProbes(app, service.name, lifecycle, { checks, tellsErrors: !service.fronts });
  await instance.register(app);
  await app.ready();
  return { app, instance, socket: instance.upgrade() };
}

/** Binds services to a platform and makes them callable by each other. */
export async function hostServices(platform: Platform, services: readonly Service[]): Promise<Host> {
  const mounted = new Map<string, Mounted>();
  const lifecycle = createLifecycle();
  const front = services.find(({ fronts }) => fronts);
  const isEdge = (name: string) => front === undefined || front.name === name;
  const remotes = new Map<string, Remote>();
  const tls = internalTls(platform.config);
  const log = platform.logs.of('platform');
  // What is of the process, not of one of its services, is under the name of the only one, where there is but one.
  platform.registry.setDefaultLabels({ service: services.length === 1 ? services[0]?.name : 'autograph' });
  const remote = (name: string): Remote => {
    const { config } = platform;
    const found =
      remotes.get(name) ??
      createRemote({ name, addresses: addressesOf(name, config), timeoutMs: timeoutOf(name, config), config, tls, log });
    remotes.set(name, found);
    return found;
  };
  const directory: Directory = {
    local: (name) => mounted.get(name),
    remote,
  };
  const close = async () => {
    for (const { name } of [...services].reverse()) {
      const found = mounted.get(name);
      await found?.app.close();
      await found?.instance.close();
    }
    await Promise.all([...remotes.values()].map((each) => each.close()));
  };
  try {
    const start = async (service: Service) =>
      void mounted.set(service.name, await mount(service, { platform, directory, lifecycle, isEdge }));
    // Who fronts the others comes when they can answer. Also when one fails the others are waited for: they have to be closed.
    const started = await Promise.allSettled(services.filter((service) => service !== front).map(start));
    const failed = started.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
    if (front) await start(front);
  } catch (error) {
    await close();
    throw error;
  }
  platform.started();
  return {
    directory,
    app: (name) => {
      const found = mounted.get(name);
      if (!found) throw new Error(`${name} does not run in this process`);
      return found.app;
    },
    leave: () => lifecycle.leave(),
    finish: async () => {
      const answered = lifecycle.finish(platform.config.REQUEST_TIMEOUT_MS);
      for (const { instance } of mounted.values()) instance.leave();
      await answered;
    },
    close,
  };
}
