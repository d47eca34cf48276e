import { resolve } from 'node:path';
import { databaseOf, migrate } from '@autograph/database';
import type pg from 'pg';
import type { Registry } from 'prom-client';
import { ConfigError, type PlatformConfig } from './config.ts';
import { watchQueries } from './database/query-watch.ts';
import { createDependencyWatch } from './dependencies.ts';
import { createErrorReports, type ErrorReports, noErrorReports } from './error-reports.ts';
import { registerJobs } from './jobs/job-metrics.ts';
import { lazyJobs } from './jobs/lazy-jobs.ts';
import type { Kv } from './kv/kv.ts';
import { followSettings } from './live-settings.ts';
import type { Log } from './log.ts';
import { createLogs, type Logs } from './logs.ts';
import type { Mail } from './mail/mail.ts';
import { createOutboxMail } from './mail/outbox.ts';
import { type Messages, openMessages } from './messages.ts';
import { createRegistry } from './metrics.ts';
import { carryTraces } from './pubsub/carry-traces.ts';
import { ensureDataFolder, keptSecret, keptSecretsKey } from './secret.ts';
import { readKeyring } from './secrets/keyring.ts';
import { createSecrets } from './secrets/secrets.ts';
import type { Platform } from './service.ts';
import { idleRule, sessionIsOpen } from './sessions.ts';
import { type Closers, openDatabase, openStorage } from './stores.ts';
import { createTokens } from './tokens.ts';
import type { Tracing } from './tracing/exporting.ts';

export interface OpenPlatform {
  readonly platform: Platform;
  /** Closes everything in the reverse of the order in which it was opened. */
  close(): Promise<void>;
}

/** Waits for both also when one fails: what the other opens meanwhile must be closed. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

/** So long after its start a process still warms up and sees to what the last one has left. */
const settlingMs = 20_000;

interface Start {
  readonly config: PlatformConfig;
  readonly logs: Logs;
  readonly registry: Registry;
  readonly closers: Closers;
  readonly isSettling: () => boolean;
}

async function openMigrated({ config, logs, registry, closers, isSettling }: Start): Promise<pg.Pool> {
  const pool = await openDatabase(config, logs.of('platform'), closers, {
    watch: (made) => watchQueries({ pool: made, registry, logs, slowMs: config.SLOW_QUERY_MS, isSettling }),
  });
  await migrate(pool);
  return pool;
}

async function openSharedMessages(config: PlatformConfig, log: Log, closers: Closers): Promise<Messages> {
  const messages = await openMessages(config.REDIS_URL, config.REDIS_PREFIX, log);
  closers.push(messages.close);
  return messages;
}

/** Off, it is not even loaded. */
async function openTracing(config: PlatformConfig): Promise<Tracing | null> {
  if (config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return null;
  return (await import('./tracing/exporting.ts')).exportTraces({
    endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    headers: config.OTEL_EXPORTER_OTLP_HEADERS,
    share: config.OTEL_TRACES_SAMPLER_ARG,
  });
}

function openReports(config: PlatformConfig, kv: Kv, logs: Logs): ErrorReports {
  if (config.SENTRY_DSN === undefined) return noErrorReports;
  return createErrorReports({ dsn: config.SENTRY_DSN, environment: config.ENV, kv, log: logs.of('platform', 'errors') });
}

async function openMail(config: PlatformConfig, log: Log): Promise<Mail> {
  if (!config.SMTP_URL) return createOutboxMail(resolve(config.DATA_DIR, 'outbox'), config.MAIL_FROM, log);
  return (await import('./mail/smtp.ts')).createSmtpMail(config.SMTP_URL, config.MAIL_FROM);
}

/** What each process would make for itself, they could not read from each other. Throws ConfigError. */
function requireSharedSecrets(config: PlatformConfig): void {
  if (!config.DATABASE_URL || config.ENV === 'local') return;
  const missing = (['AUTH_SECRET', 'SECRETS_KEY'] as const).filter((name) => !config[name]);
  if (missing[0])
    throw new ConfigError(
      `Configuration is not usable: ${missing[0]}: all services of a cluster need the same one; .env.example says how it looks`,
    );
}

/** Opens every port by configuration: embedded where no server is named. Throws StartError or ConfigError, one line each. */
export async function openPlatform(config: PlatformConfig, logs: Logs = createLogs(config.LOG_LEVEL)): Promise<OpenPlatform> {
  const log = logs.of('platform');
  const registry = createRegistry();
  const closers: Closers = [];
  let startedAt: number | undefined;
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer().catch((error: unknown) => log.warn({ err: error }, 'closing'));
  };
  try {
    requireSharedSecrets(config);
    await ensureDataFolder(config.DATA_DIR);
    const secret = config.AUTH_SECRET ?? (await keptSecret(config.DATA_DIR));
    const keyring = readKeyring(config.SECRETS_KEY ?? (await keptSecretsKey(config.DATA_DIR)), config.SECRETS_KEYS_OLD);
    const publicUrl = config.PUBLIC_URL?.replace(/\/+$/, '') ?? `http://localhost:${config.PORT ?? 8080}`;

    const [pool, { kv, pubsub }] = await both(
      openMigrated({
        config,
        logs,
        registry,
        closers,
        isSettling: () => startedAt === undefined || performance.now() - startedAt < settlingMs,
      }),
      openSharedMessages(config, log, closers),
    );
    const storage = await openStorage(config, secret, publicUrl, log);
    const jobs = lazyJobs(async () => (await import('./jobs/pg-boss.ts')).createJobs(pool, logs.of('platform', 'jobs')));
    const tracing = await openTracing(config);
    if (tracing) closers.push(tracing.close);
    registerJobs(pool, registry);
    const carried = carryTraces(pubsub);
    const settings = await followSettings({ db: databaseOf(pool), pubsub: carried, logs });
    const reports = openReports(config, kv, logs);
    closers.push(settings.close, reports.close);
    const mail = await openMail(config, log);
    closers.push(storage.close, mail.close, jobs.close);

    const db = databaseOf(pool);
    const idle = idleRule({ kv, pubsub }, config);
    const platform: Platform = {
      config: { ...config, PUBLIC_URL: publicUrl, AUTH_SECRET: secret },
      db,
      pool,
      kv,
      pubsub: carried,
      storage,
      jobs,
      mail,
      secrets: createSecrets(keyring, db),
      tokens: createTokens(secret, (sessionId) => sessionIsOpen(kv, sessionId, idle)),
      logs,
      settings,
      reports,
      dependencies: createDependencyWatch(kv),
      registry,
      tracing,
      redisUrl: config.REDIS_URL ?? null,
      started: () => {
        startedAt = performance.now();
      },
    };
    return { platform, close };
  } catch (error) {
    await close();
    throw error;
  }
}
