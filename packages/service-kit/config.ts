import { LogLevel } from '@autograph/contracts';
import { z } from 'zod';
import './plain-words.ts';
import { readDsn } from './error-reports.ts';
import { readProxyTrust } from './trust-proxy.ts';

const bool = z.enum(['true', 'false', '1', '0', 'yes', 'no']).transform((value) => value === 'true' || value === '1' || value === 'yes');
const port = z.coerce.number().int().min(0).max(65_535);
const count = z.coerce.number().int().min(1);
const addresses = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((address) => address.trim())
      .filter(Boolean),
  );
/** The settings that every service knows, by their names in the environment. `.env.example` explains each. */
const Environment = z.object({
  ENV: z.enum(['local', 'docker', 'kubernetes']).default('local'),
  HOST: z.string().default('0.0.0.0'),
  PORT: port.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATABASE_PASSWORD_FILE: z.string().optional(),
  DRILL_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATABASE_POOL: count.max(500).default(10),
  DATABASE_POOL_BURST: z.coerce.number().int().min(0).max(500).default(10),
  REDIS_URL: z
    .string()
    .regex(/^(rediss?|valkeys?):\/\//, 'must start with redis://')
    .optional(),
  REDIS_PREFIX: z.string().default('autograph:'),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_BUCKET_PREFIX: z.string().default(''),
  S3_FORCE_PATH_STYLE: bool.default(true),
  BACKUP_S3_ENDPOINT: z.url().optional(),
  BACKUP_S3_REGION: z.string().optional(),
  BACKUP_S3_ACCESS_KEY_ID: z.string().optional(),
  BACKUP_S3_SECRET_ACCESS_KEY: z.string().optional(),
  BACKUP_S3_FORCE_PATH_STYLE: bool.optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SECRETS_KEY: z.string().optional(),
  SECRETS_KEYS_OLD: z.string().optional(),
  PUBLIC_URL: z.url().optional(),
  CORS_ORIGINS: z.string().optional(),
  TRUST_PROXY: z
    .string()
    .default('false')
    .transform((text, context) => {
      const trust = readProxyTrust(text);
      if (trust !== undefined) return trust;
      context.addIssue('must be false, how many proxies stand before it, or their addresses such as 10.0.0.0/8,192.0.2.7');
      return z.NEVER;
    }),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  LOG_LEVEL: LogLevel.default('info'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp://')
    .optional(),
  MAIL_FROM: z.string().default('AutoGraph <autograph@localhost>'),
  SESSION_IDLE_MINUTES: z.coerce.number().min(0).default(30),
  RATE_LIMIT_USER: count.default(100),
  RATE_LIMIT_ADDRESS: count.default(1000),
  BODY_LIMIT: count.default(10_485_760),
  REQUEST_TIMEOUT_MS: count.default(30_000),
  SHUTDOWN_DELAY_MS: z.coerce.number().int().min(0).max(600_000).optional(),
  RETRY_WAITS_MS: z
    .string()
    .regex(/^(\d{1,6}(,\d{1,6})*)?$/, 'must be milliseconds with commas between, such as 1000,2000,4000')
    .default('1000,2000,4000')
    .transform((text) => (text === '' ? [] : text.split(',').map(Number))),
  BREAKER_FAILURES: count.default(5),
  BREAKER_RESET_MS: count.default(10_000),
  SHED_EVENT_LOOP_DELAY_MS: z.coerce.number().int().min(0).default(1000),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  INTERNAL_TLS_CA: z.string().optional(),
  INTERNAL_TLS_CERT: z.string().optional(),
  INTERNAL_TLS_KEY: z.string().optional(),
  HEALTH_INTERVAL_MS: count.default(30_000),
  SLOW_REQUEST_MS: z.coerce.number().min(0).default(1000),
  SLOW_QUERY_MS: z.coerce.number().min(0).default(100),
  STORAGE_CAPACITY_BYTES: count.optional(),
  STORAGE_INTERVAL_MS: count.default(300_000),
  ALERT_AFTER_MS: z.coerce.number().int().min(0).default(300_000),
  ALERT_ESCALATE_MS: count.default(900_000),
  ALERT_MAIL_TO: addresses,
  ALERT_ESCALATE_TO: addresses,
  ALERT_WEBHOOK_URL: z.url().optional(),
  SENTRY_DSN: z
    .string()
    .refine((dsn) => readDsn(dsn) !== null, 'must look like https://key@errors.example.com/1')
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
});

export type PlatformConfig = z.output<typeof Environment> & {
  /** The raw variables, for a service's own schema and service addresses. */
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** With what the platform decides where nothing was set. */
export type ResolvedConfig = PlatformConfig & { readonly PUBLIC_URL: string; readonly AUTH_SECRET: string };

/** A setting that cannot be used; the message is one line that names it. */
export class ConfigError extends Error {}

/** Parses a service's own settings out of the environment. Throws ConfigError naming every bad variable. */
export function parseSettings<S extends z.ZodType>(schema: S, environment: Readonly<Record<string, string | undefined>>): z.output<S> {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`Configuration is not usable: ${problems.join('; ')}`);
}

/** Reads the platform's settings; an empty variable counts as unset. Throws ConfigError. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): PlatformConfig {
  const environment = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  return { ...parseSettings(Environment, environment), environment };
}
