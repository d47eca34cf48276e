import { z } from 'zod';
import { defineRoute } from './route.ts';

export const LogLevel = z.enum(['debug', 'info', 'warn', 'error', 'silent']);
export type LogLevel = z.infer<typeof LogLevel>;

/** Who logs: a service, or a module of one, such as `diagram/requests`. */
export const LoggerName = z
  .string()
  .max(100)
  .regex(/^[a-z][a-z-]*(\/[a-z][a-z-]*)?$/, 'must be a service, or a service and a module, such as diagram or diagram/requests');

/** Levels that differ from the configuration, by logger. */
export const LogLevelSettings = z.record(z.string(), LogLevel);
export type LogLevelSettings = z.infer<typeof LogLevelSettings>;

export const LogLevels = z.object({
  initial: LogLevel.describe('Of the configuration: what counts where nothing is set'),
  settings: LogLevelSettings,
  loggers: z.record(z.string(), LogLevel).describe('Every logger of the process that answers, with the level that counts'),
});
export type LogLevels = z.infer<typeof LogLevels>;

export const getLogLevels = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/admin/log-levels',
  summary: 'How much each service and module logs.',
  responses: { 200: LogLevels },
  errors: ['unauthenticated', 'forbidden'],
});

export const setLogLevel = defineRoute({
  service: 'auth',
  method: 'PUT',
  path: '/api/admin/log-levels',
  summary: 'Change how much a service or a module logs, in every process and at once; null follows the configuration again.',
  body: z.object({ logger: LoggerName, level: LogLevel.nullable() }),
  responses: { 200: LogLevels },
  errors: ['unauthenticated', 'forbidden', 'validation_failed'],
});
