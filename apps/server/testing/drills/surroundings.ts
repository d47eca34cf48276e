import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedDatabase, openEmbeddedDatabase } from '@autograph/service-kit/database/embedded.ts';
import { testRedisUrl } from '@autograph/service-kit/testing/index.ts';
import { startS3 } from '@autograph/service-kit/testing/start-s3.ts';
import { type Cluster, startCluster } from '../cluster.ts';
import { type FaultyLink, openLink } from './faulty-link.ts';

/** A cluster whose PostgreSQL, Redis and storage are reached over links that can fail. */
export interface Surroundings {
  readonly cluster: Cluster;
  readonly database: FaultyLink;
  readonly redis: FaultyLink;
  readonly storage: FaultyLink;
  /** Folder of PostgreSQL's files. */
  readonly databaseFolder: string;
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  dispose(): Promise<void>;
}

const portOf = (url: string) => Number(new URL(url).port);
const over = (url: string, link: FaultyLink): string => {
  const changed = new URL(url);
  changed.hostname = '127.0.0.1';
  changed.port = String(link.port);
  return changed.href;
};

/** `databaseFolder` may lie on a disk that is to become full. */
export async function openSurroundings(databaseFolder?: string): Promise<Surroundings> {
  const folder = await mkdtemp(join(tmpdir(), 'autograph-drills-'));
  const home = databaseFolder ?? folder;
  let server: EmbeddedDatabase = await openEmbeddedDatabase(home);
  const s3 = await startS3(join(folder, 'storage'));
  const database = await openLink(portOf(server.url));
  const redis = await openLink(portOf(testRedisUrl) || 6379);
  const storage = await openLink(s3.port);
  const cluster = await startCluster({
    DATABASE_URL: over(server.url, database),
    REDIS_URL: over(testRedisUrl, redis),
    S3_ENDPOINT: `http://127.0.0.1:${storage.port}`,
    RATE_LIMIT_USER: '1000000',
    RATE_LIMIT_ADDRESS: '1000000',
    LOG_LEVEL: 'error',
  });
  return {
    cluster,
    database,
    redis,
    storage,
    databaseFolder: home,
    stopDatabase: async () => {
      database.cut();
      await server.stop();
    },
    startDatabase: async () => {
      server = await openEmbeddedDatabase(home);
      database.lead(portOf(server.url));
      database.mend();
    },
    dispose: async () => {
      for (const link of [database, redis, storage]) link.mend();
      await cluster.dispose();
      await Promise.all([database, redis, storage].map((link) => link.close()));
      await s3.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
