import { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isAbandoned } from './abandoned.ts';
import { withoutValues } from './database/explain.ts';
import { isProbe } from './health.ts';
import { inContext, newContext, type RequestContext } from './request-context.ts';
import { scrub } from './scrub.ts';
import type { Kit } from './service.ts';
import { type OpenSpan, openSpan, readTraceparent } from './tracing/trace.ts';

interface Watched {
  readonly context: RequestContext;
  readonly span: OpenSpan | undefined;
  /** Bytes that the request's connection had carried when it came. */
  readonly written: number;
  readonly read: number;
  ended: boolean;
}

/** Keeps track of requests: what they cost, what they moved, how they ended. */
export interface RequestWatch {
  begin(request: FastifyRequest): RequestContext;
  contextOf(request: FastifyRequest): RequestContext;
  /** Once: what is said of the same request again counts no more. */
  end(request: FastifyRequest, reply: FastifyReply): void;
}

const names = new WeakMap<FastifyRequest, string>();

/** Says which route a request is for, where it is served under a wider one, as by the gateway. */
export const nameRoute = (request: FastifyRequest, path: string): void => void names.set(request, path);

const routeOf = (request: FastifyRequest): string => names.get(request) ?? request.routeOptions.url ?? 'unknown';

/** The query by its names and, where they are no secrets, its values. */
function queryOf(url: string): Record<string, string> {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  const secret = /token|secret|password|signature|code|state|key|saml|^q$/i;
  return Object.fromEntries([...query].map(([name, value]) => [name, secret.test(name) ? '[redacted]' : scrub(value).slice(0, 200)]));
}

/** As web servers write of callers that have gone before their answer. */
const abandonedStatus = 499;

const rounded = (milliseconds: number) => Math.round(milliseconds * 10) / 10;

/** What a slow request did: for whom, with which query, and how much of it was the database. */
function detailsOf(request: FastifyRequest, { userId, fileId, database }: RequestContext): Record<string, unknown> {
  return {
    route: routeOf(request),
    query: queryOf(request.url),
    ...(userId ? { user_id: userId } : {}),
    ...(fileId ? { file_id: fileId } : {}),
    statements: database?.statements ?? 0,
    database_ms: rounded(database?.milliseconds ?? 0),
    ...(database?.slowest
      ? {
          slowest_statement: {
            sql: withoutValues(database.slowest.sql).slice(0, 1000),
            duration_ms: rounded(database.slowest.milliseconds),
          },
        }
      : {}),
  };
}

/** The size of an answer that goes to a service of the same process, over no connection. */
function announced(reply: FastifyReply): number {
  const length = Number(reply.getHeader('content-length'));
  return Number.isFinite(length) ? length : 0;
}

/**
 * Follows each request of a service from its coming to its answer: context, span, metrics and a line of the log, which has more to
 * say about slow ones. What was sent counts headers, and is as compressed as it was sent.
 */
export function watchRequests(kit: Kit): RequestWatch {
  const { config, metrics, tracer } = kit;
  const log = kit.logs.of(kit.name, 'requests');
  // Strangers do not choose which of their requests are traced.
  const believes = kit.name !== 'gateway' || config.TRUST_PROXY !== null;
  const watched = new WeakMap<FastifyRequest, Watched>();

  function spanOf(request: FastifyRequest): OpenSpan | undefined {
    if (!tracer || isProbe(request.url.split('?')[0] ?? '')) return undefined;
    const parent = believes ? readTraceparent(request.headers.traceparent) : undefined;
    return openSpan(tracer, request.method, 'server', parent, {
      'http.request.method': request.method,
      'autograph.request_id': request.id,
    });
  }

  function sizesOf(request: FastifyRequest, reply: FastifyReply, { written, read }: Watched): { bytesIn: number; bytesOut: number } {
    const { socket } = request.raw;
    const length = request.headers['content-length'];
    if (!(socket instanceof Socket)) return { bytesIn: Number(length ?? 0), bytesOut: announced(reply) };
    const chunked = request.headers['transfer-encoding'] === undefined ? 0 : socket.bytesRead - read;
    return { bytesIn: length === undefined ? chunked : Number(length), bytesOut: socket.bytesWritten - written };
  }

  function begin(request: FastifyRequest): RequestContext {
    const { socket } = request.raw;
    const span = spanOf(request);
    const context = newContext(request.id, span?.trace);
    const known = socket instanceof Socket;
    watched.set(request, { context, span, ended: false, written: known ? socket.bytesWritten : 0, read: known ? socket.bytesRead : 0 });
    metrics.began();
    return context;
  }

  function end(request: FastifyRequest, reply: FastifyReply): void {
    const found = watched.get(request);
    if (!found || found.ended) return;
    found.ended = true;
    const { method } = request;
    const route = routeOf(request);
    const status = isAbandoned(reply) ? abandonedStatus : reply.statusCode;
    const milliseconds = reply.elapsedTime;
    const { bytesIn, bytesOut } = sizesOf(request, reply, found);
    metrics.answered({ method, route, status, seconds: milliseconds / 1000, bytesIn, bytesOut });
    found.span?.rename(`${method} ${route}`);
    found.span?.end({ 'http.route': route, 'http.response.status_code': status }, status >= 500 ? new Error('answer') : undefined);

    const path = request.url.split('?')[0] ?? '';
    const fields = {
      method,
      path,
      status,
      duration_ms: rounded(milliseconds),
      bytes_in: bytesIn,
      bytes_out: bytesOut,
    };
    inContext(found.context, () => {
      if (isProbe(path)) log.debug(fields, 'request');
      else if (milliseconds > config.SLOW_REQUEST_MS) log.warn({ ...fields, ...detailsOf(request, found.context) }, 'slow request');
      else log.info(fields, 'request');
    });
  }

  return { begin, end, contextOf: (request) => watched.get(request)?.context ?? newContext(request.id) };
}
