import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey } from '@autograph/service-kit';
import { connectTestRedis, createTestDatabase, freePort, testRedisUrl } from '@autograph/service-kit/testing/index.ts';
import { startS3 } from '@autograph/service-kit/testing/start-s3.ts';
import { serviceNames } from '../service-names.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** Services of which a cluster runs two: those that hold what several people do at once. */
const doubled: ReadonlySet<string> = new Set(['diagram', 'collaboration']);

/** One process of a service. */
export interface Instance {
  readonly service: string;
  readonly port: number;
  readonly process: ServerProcess;
}

export interface Cluster {
  /** Where people reach it: the gateway. */
  readonly url: string;
  /** What runs now, in the order in which services start. */
  instances(service?: string): readonly Instance[];
  /** Ends one process as a signal does, and waits for its end. */
  end(instance: Instance, signal?: NodeJS.Signals): Promise<void>;
  /** Ends every service as a crash would; database, Redis and storage stay. */
  kill(): Promise<void>;
  /** Starts what does not run. */
  start(): Promise<void>;
  /** Ends everything and removes its data. */
  dispose(): Promise<void>;
}

const variableOf = (service: string) => `${service.replaceAll('-', '_').toUpperCase()}_URL`;

/** Whether the machine has what a cluster stands on. */
export async function clusterRuns(): Promise<boolean> {
  const redis = await connectTestRedis();
  await redis?.close();
  return redis !== null;
}

interface ServicePorts {
  readonly service: string;
  readonly ports: readonly number[];
}

async function portsOf(services: readonly string[]): Promise<readonly ServicePorts[]> {
  const found: ServicePorts[] = [];
  for (const service of services) {
    const first = await freePort();
    found.push({ service, ports: doubled.has(service) ? [first, await freePort()] : [first] });
  }
  return found;
}

const addressesOf = ({ ports }: ServicePorts) => ports.map((port) => `http://127.0.0.1:${port}`).join(',');

/**
 * The whole product as processes of its own, two of each service that can be so, over PostgreSQL, Redis and an S3 server.
 * `environment` is added to every service's settings.
 */
export async function startCluster(environment: Readonly<Record<string, string>> = {}): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'autograph-cluster-'));
  const database = await createTestDatabase();
  const redis = await connectTestRedis();
  if (!redis) throw new Error(`No Redis answers at ${testRedisUrl}: start one, or set TEST_REDIS_URL.`);
  const storage = await startS3(join(folder, 'storage'));

  const places = await portsOf(serviceNames);
  const url = places.filter(({ service }) => service === 'gateway').map(addressesOf)[0] ?? '';
  const settings = {
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    DATABASE_POOL: '5',
    DATABASE_POOL_BURST: '0',
    REDIS_URL: testRedisUrl,
    REDIS_PREFIX: redis.prefix,
    ...storage.settings,
    AUTH_SECRET: randomUUID() + randomUUID(),
    SECRETS_KEY: newKey(),
    PUBLIC_URL: url,
    ...Object.fromEntries(places.map((place) => [variableOf(place.service), addressesOf(place)])),
    ...environment,
  };

  const running = new Map<number, Instance>();
  const instances = (service?: string) => [...running.values()].filter((instance) => !service || instance.service === service);
  const start = async () => {
    for (const { service, ports } of places)
      for (const port of ports) {
        if (running.has(port)) continue;
        const process = startServer({ ...settings, PORT: String(port) }, [`--services=${service}`]);
        running.set(port, { service, port, process });
      }
    await Promise.all([...running.values()].map(({ process }) => process.ready));
  };
  const end = async (instance: Instance, signal: NodeJS.Signals = 'SIGTERM') => {
    running.delete(instance.port);
    await instance.process.stop(signal);
  };
  const endAll = async (signal: NodeJS.Signals) => void (await Promise.all(instances().map((instance) => end(instance, signal))));
  const dispose = async () => {
    await endAll('SIGTERM');
    await storage.close();
    await redis.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  await start().catch(async (error: unknown) => {
    await dispose();
    throw error;
  });
  return { url, instances, end, kill: () => endAll('SIGKILL'), start, dispose };
}
