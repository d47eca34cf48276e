import { z } from 'zod';
import { logLevels } from './log.ts';

const bool = z.enum(['true', 'false', '1', '0', 'yes', 'no']).transform((value) => value === 'true' || value === '1' || value === 'yes');
const port = z.coerce.number().int().min(0).max(65_535);
const count = z.coerce.number().int().min(1);
/** An unset variable and an empty one mean the same. */
const optional = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const withDefault = <S extends z.ZodType>(schema: S, value: z.input<S>) =>
  z.preprocess((given) => (given === '' || given === undefined ? value : given), schema);

/** The settings that every service knows, by their names in the environment. `.env.example` explains each. */
const Environment = z.object({
  ENV: withDefault(z.enum(['local', 'docker', 'kubernetes']), 'local'),
  HOST: withDefault(z.string(), '0.0.0.0'),
  PORT: optional(port),
  DATA_DIR: withDefault(z.string(), './data'),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://')),
  DATABASE_POOL: withDefault(count.max(500), 10),
  REDIS_URL: optional(z.string().regex(/^(rediss?|valkeys?):\/\//, 'must start with redis://')),
  REDIS_PREFIX: withDefault(z.string(), 'autograph:'),
  S3_ENDPOINT: optional(z.url()),
  S3_REGION: withDefault(z.string(), 'us-east-1'),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  S3_BUCKET_PREFIX: withDefault(z.string(), ''),
  S3_FORCE_PATH_STYLE: withDefault(bool, 'true'),
  AUTH_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
  PUBLIC_URL: optional(z.url()),
  CORS_ORIGINS: optional(z.string()),
  TRUST_PROXY: withDefault(bool, 'false'),
  LOG_LEVEL: withDefault(z.enum(logLevels), 'info'),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, 'must start with smtp://')),
  MAIL_FROM: withDefault(z.string(), 'AutoGraph <autograph@localhost>'),
  RATE_LIMIT_USER: withDefault(count, 100),
  RATE_LIMIT_ADDRESS: withDefault(count, 1000),
  BODY_LIMIT: withDefault(count, 10_485_760),
  REQUEST_TIMEOUT_MS: withDefault(count, 30_000),
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

/** Reads the platform's settings. Throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): PlatformConfig {
  return { ...parseSettings(Environment, environment), environment };
}
