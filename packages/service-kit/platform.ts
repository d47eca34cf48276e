import { resolve } from 'node:path';
import { databaseOf, migrate, openPool } from '@autograph/database';
import type { Redis } from 'ioredis';
import { ConfigError, type PlatformConfig } from './config.ts';
import { openEmbeddedDatabase } from './database/embedded.ts';
import { lazyJobs } from './jobs/lazy-jobs.ts';
import type { Kv } from './kv/kv.ts';
import { createMemoryKv } from './kv/memory.ts';
import type { Log } from './log.ts';
import type { Mail } from './mail/mail.ts';
import { createOutboxMail } from './mail/outbox.ts';
import { createMemoryPubSub } from './pubsub/memory.ts';
import type { PubSub } from './pubsub/pubsub.ts';
import { ensureDataFolder, keptSecret } from './secret.ts';
import type { Platform } from './service.ts';
import { sessionIsOpen } from './sessions.ts';
import { StartError } from './start-error.ts';
import { createFileStorage } from './storage/files.ts';
import { createTokens } from './tokens.ts';

export interface OpenPlatform {
  readonly platform: Platform;
  /** Closes everything in the reverse of the order in which it was opened. */
  close(): Promise<void>;
}

const reason = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ');
  return (error instanceof Error ? error.message : String(error)).replace(/\.+$/, '');
};

// Adapters of servers that are not used are not even loaded: the AWS SDK alone takes a third of a second.

/** Waits for both also when one fails: what the other opens meanwhile must be closed. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

/** What is opened is closed again, also when a later part fails to open. */
type Closers = (() => Promise<void>)[];

async function openDatabase(config: PlatformConfig, log: Log, closers: Closers) {
  const embedded = config.DATABASE_URL ? null : await openEmbeddedDatabase(config.DATA_DIR);
  if (embedded) closers.push(embedded.stop);
  let closing = false;
  const pool = openPool(config.DATABASE_URL ?? embedded?.url ?? '', {
    max: config.DATABASE_POOL,
    statementTimeoutMs: config.REQUEST_TIMEOUT_MS,
    onLost: (error) => {
      // The error carries the whole client with it; its message says enough.
      if (!closing) log.warn({ reason: reason(error) }, 'a database connection was lost');
    },
  });
  closers.push(() => {
    // A connection that is on its way out may still hear that its server stops.
    closing = true;
    return pool.end();
  });
  await pool.query('select 1').catch((error: unknown) => {
    throw new StartError(`The database cannot be reached: ${reason(error)}. Check DATABASE_URL.`);
  });
  await migrate(pool);
  return pool;
}

async function openRedis(url: string, log: Log, closers: Closers): Promise<Redis> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 2 });
  closers.push(async () => redis.disconnect());
  // Why a connection failed is told by an event; the promise only says that it is closed.
  let cause: unknown;
  redis.on('error', (error: Error) => {
    if (cause === null) log.warn({ err: error }, 'Redis');
    else cause = error;
  });
  await redis.connect().catch((error: unknown) => {
    throw new StartError(`Redis cannot be reached: ${reason(cause ?? error)}. Check REDIS_URL.`);
  });
  cause = null;
  return redis;
}

async function openStorage(config: PlatformConfig, secret: string, publicUrl: string, log: Log) {
  const { S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_ENDPOINT } = config;
  if (!S3_ENDPOINT && !S3_ACCESS_KEY_ID) return createFileStorage({ folder: resolve(config.DATA_DIR, 'storage'), secret, publicUrl });
  const { createS3Storage } = await import('./storage/s3.ts');
  return createS3Storage(
    {
      endpoint: S3_ENDPOINT,
      region: config.S3_REGION,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
      forcePathStyle: config.S3_FORCE_PATH_STYLE,
      bucketPrefix: config.S3_BUCKET_PREFIX,
    },
    log,
  ).catch((error: unknown) => {
    throw new StartError(`The S3 storage cannot be used: ${reason(error)}. Check the S3_ variables.`);
  });
}

async function sharedMessages(redis: Redis, prefix: string): Promise<{ kv: Kv; pubsub: PubSub }> {
  const [{ createRedisKv }, { createRedisPubSub }] = await Promise.all([import('./kv/redis.ts'), import('./pubsub/redis.ts')]);
  return { kv: createRedisKv(redis, prefix), pubsub: createRedisPubSub(redis, prefix) };
}

async function openMail(config: PlatformConfig, log: Log): Promise<Mail> {
  if (!config.SMTP_URL) return createOutboxMail(resolve(config.DATA_DIR, 'outbox'), config.MAIL_FROM, log);
  return (await import('./mail/smtp.ts')).createSmtpMail(config.SMTP_URL, config.MAIL_FROM);
}

/** Opens every port by configuration: embedded where no server is named. Throws StartError or ConfigError, one line each. */
export async function openPlatform(config: PlatformConfig, log: Log): Promise<OpenPlatform> {
  const closers: Closers = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer().catch((error: unknown) => log.warn({ err: error }, 'closing'));
  };
  try {
    if (config.DATABASE_URL && config.ENV !== 'local' && !config.AUTH_SECRET)
      throw new ConfigError(
        'Configuration is not usable: AUTH_SECRET: all services of a cluster need the same one, at least 32 characters',
      );
    await ensureDataFolder(config.DATA_DIR);
    const secret = config.AUTH_SECRET ?? (await keptSecret(config.DATA_DIR));
    const publicUrl = config.PUBLIC_URL?.replace(/\/+$/, '') ?? `http://localhost:${config.PORT ?? 8080}`;

    const [pool, redis] = await both(
      openDatabase(config, log, closers),
      config.REDIS_URL ? openRedis(config.REDIS_URL, log, closers) : Promise.resolve(null),
    );
    const storage = await openStorage(config, secret, publicUrl, log);
    const { kv, pubsub } = redis
      ? await sharedMessages(redis, config.REDIS_PREFIX)
      : { kv: createMemoryKv(), pubsub: createMemoryPubSub() };
    const jobs = lazyJobs(async () => (await import('./jobs/pg-boss.ts')).createJobs(pool, log));
    const mail = await openMail(config, log);
    closers.push(storage.close, kv.close, pubsub.close, mail.close, jobs.close);

    const platform: Platform = {
      config: { ...config, PUBLIC_URL: publicUrl, AUTH_SECRET: secret },
      db: databaseOf(pool),
      pool,
      kv,
      pubsub,
      storage,
      jobs,
      mail,
      tokens: createTokens(secret, (sessionId) => sessionIsOpen(kv, sessionId)),
      redisUrl: config.REDIS_URL ?? null,
    };
    return { platform, close };
  } catch (error) {
    await close();
    throw error;
  }
}
