import type { LogLevel } from '@autograph/contracts';
import { type DestinationStream, type Logger, pino } from 'pino';
import { currentContext } from './request-context.ts';
import { describeError } from './scrub.ts';
import { traceIdOf } from './tracing/trace.ts';

export type Log = Logger;

const secretFields = ['password', 'token', 'access_token', 'refresh_token', 'secret', 'authorization', 'cookie', 'set-cookie', 'api_key'];
const redacted = secretFields.flatMap((field) =>
  ['', '*.', '*.*.'].map((prefix) => (field.includes('-') ? `${prefix.replace(/\.$/, '')}["${field}"]` : prefix + field)),
);

function contextFields(): Record<string, string> {
  const context = currentContext();
  if (!context) return {};
  const traceId = context.trace && traceIdOf(context.trace);
  return { correlation_id: context.requestId, ...(traceId ? { trace_id: traceId } : {}) };
}

/** A logger of JSON lines: timestamp, level, message, service_name and, within a request, correlation_id. Secrets are masked. */
export function createLog(serviceName: string, level: LogLevel, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      messageKey: 'message',
      base: { service_name: serviceName },
      timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: redacted, censor: '[redacted]' },
      serializers: { err: (error: unknown) => describeError(error) },
      mixin: contextFields,
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
}
