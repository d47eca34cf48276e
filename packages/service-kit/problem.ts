import { CodedError, type ErrorBody, type ErrorCode, type ErrorDetail, errorCodes } from '@autograph/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { isFull, isLate, isOutage } from './outage.ts';
import './plain-words.ts';
import { currentContext } from './request-context.ts';

/** The name of what an issue is about, such as `title` or `blocks.0`; the part of the request itself at its root. */
function fieldName(part: string, path: readonly PropertyKey[]): string {
  const from = path.findLastIndex((key) => typeof key === 'string');
  return from < 0 ? [part, ...path].map(String).join('.') : path.slice(from).map(String).join('.');
}

/**
 * The issues of a failed parse as details that name each field, such as `body.blocks.0.source`. What is said of a value, such as
 * "must be text", gets the field's name in front, so that it can be read without the path.
 */
export function detailsOf(error: z.ZodError, part: string): ErrorDetail[] {
  return error.issues.map(({ path, message }) => ({
    path: [part, ...path.map(String)].join('.'),
    message: /^[a-z]/.test(message) ? `${fieldName(part, path)} ${message}` : message,
  }));
}

/** What a parser finds in a text. */
interface Finding {
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** The errors among a parser's findings as details of a `syntax_error`; `path` names the field that holds the text. */
export function syntaxDetails(findings: readonly Finding[], path: string): ErrorDetail[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.map(({ message, line, column }) => ({ path, message, line, column }));
}

/** The body that tells a caller what went wrong. */
export function problemBody(error: CodedError, requestId: string): ErrorBody {
  return {
    error: {
      code: error.code,
      message: error.message,
      action: errorCodes[error.code].action,
      ...(error.details ? { details: [...error.details] } : {}),
      requestId,
    },
  };
}

const frameworkCodes: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_HANDLER_TIMEOUT: 'timeout',
};

const fieldOf = (value: unknown, name: 'code' | 'statusCode'): unknown =>
  typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;

/** Any thrown thing as a coded error; what is not meant for callers becomes `internal`. */
export function asCodedError(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  const known = frameworkCodes[String(fieldOf(error, 'code'))];
  if (known) return new CodedError(known, { cause: error });
  if (isFull(error)) return new CodedError('storage_full', { cause: error, retryAfterSeconds: 60 });
  if (isOutage(error)) return new CodedError('service_unavailable', { cause: error, retryAfterSeconds: 1 });
  if (isLate(error)) return new CodedError('timeout', { cause: error });
  const status = fieldOf(error, 'statusCode');
  if (status === 400) return new CodedError('validation_failed', { cause: error });
  if (status === 404) return new CodedError('route_not_found', { cause: error });
  if (status === 413) return new CodedError('payload_too_large', { cause: error });
  if (status === 503) return new CodedError('service_unavailable', { cause: error });
  return new CodedError('internal', { cause: error });
}

/** Whom and what the request was about. */
function subjects(): Record<string, string> {
  const { userId, fileId } = currentContext() ?? {};
  return { ...(userId ? { user_id: userId } : {}), ...(fileId ? { file_id: fileId } : {}) };
}

/** Answers a failed request; only our own faults are logged with their stack. */
export function answerProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  capture?: (fault: unknown) => void,
): FastifyReply {
  const coded = asCodedError(error);
  // Refusals under load are told by the line of the request: a stack for each would be load as well.
  if (coded.status >= 500 && (coded.cause !== undefined || coded.retryAfterSeconds === undefined))
    request.log.error(
      { err: coded.cause ?? coded, code: coded.code, method: request.method, path: request.url.split('?')[0], ...subjects() },
      'request failed',
    );
  // What other servers are the reason of is told by alerts: only faults of our own are.
  if (coded.code === 'internal') capture?.(coded.cause ?? coded);
  if (coded.retryAfterSeconds !== undefined) reply.header('retry-after', coded.retryAfterSeconds);
  return reply.code(coded.status).type('application/json').send(problemBody(coded, request.id));
}
