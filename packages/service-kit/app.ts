import { CodedError } from '@autograph/contracts';
import compress from '@fastify/compress';
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { timeoutOf } from './addresses.ts';
import { guardEdge, shedLoad } from './edge.ts';
import { isProbe } from './health.ts';
import { answerProblem } from './problem.ts';
import { inContext, requestIdOf } from './request-context.ts';
import type { Retry } from './retry.ts';
import type { Kit } from './service.ts';
import { internalTls, serverFactory } from './tls.ts';
import type { Tokens } from './tokens.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly tokens: Tokens;
    readonly retry: Retry;
  }
}

/** Behind the gateway: it alone says who the client is, from this machine or the private network. */
const nearby = 'loopback, linklocal, uniquelocal';

/**
 * An HTTP server with what every service has: request ids, JSON logs, coded errors, metrics, compression, limits.
 * It does not listen yet. `edge`: it will, rather than be reached only through another of this process.
 */
export async function createApp(kit: Kit, edge: boolean): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = kit.log;
  const isPublic = kit.name === 'gateway';
  const factory = edge ? serverFactory(kit.config, isPublic) : undefined;
  const app = fastify({
    loggerInstance: logger,
    childLoggerFactory: () => logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => requestIdOf(request.headers['x-request-id']),
    bodyLimit: kit.config.BODY_LIMIT,
    ...(factory ? { serverFactory: factory } : {}),
    trustProxy: isPublic ? kit.config.TRUST_PROXY : nearby,
    handlerTimeout: timeoutOf(kit.name, kit.config),
    // On a busy machine the web app alone may take longer than the ten seconds that Fastify grants a plug-in.
    pluginTimeout: 120_000,
    return503OnClosing: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
  });
  app.decorate('tokens', kit.tokens);
  app.decorate('retry', kit.retry);
  // Clients say that they send JSON also where a route asks for no body; one that does says what is missing.
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, undefined) : parseJson(request, body, done),
  );

  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    written.set(request, request.raw.socket?.bytesWritten ?? 0);
    kit.metrics.connections.inc();
    inContext({ requestId: request.id }, done);
  });
  if (edge) guardEdge(app, kit.lifecycle, !isPublic && internalTls(kit.config) !== null);
  if (edge && kit.config.SHED_EVENT_LOOP_DELAY_MS > 0) await shedLoad(app, kit.config.SHED_EVENT_LOOP_DELAY_MS);
  // Reading the body leaves the context behind: its events belong to the socket.
  app.addHook('preValidation', (request, _reply, done) => inContext({ requestId: request.id }, done));
  app.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'unknown', status: String(reply.statusCode) };
    kit.metrics.connections.dec();
    kit.metrics.requests.inc(labels);
    kit.metrics.durations.observe(labels, reply.elapsedTime / 1000);
    inContext({ requestId: request.id }, () => logAnswer(request, reply.statusCode, reply.elapsedTime));
    done();
  });

  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) => answerProblem(new CodedError('route_not_found'), request, reply));
  app.get('/metrics', { logLevel: 'warn' }, async (_request, reply) =>
    reply.type(kit.metrics.registry.contentType).send(await kit.metrics.registry.metrics()),
  );
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], globalDecompression: false });
  return app;
}

/** Bytes that a request's connection had carried back when it came. */
const written = new WeakMap<FastifyRequest, number>();

/** What a request brought and took over its connection; what was taken counts headers, and is as compressed as it was sent. */
const sizesOf = (request: FastifyRequest) => ({
  bytes_in: Number(request.headers['content-length'] ?? 0),
  bytes_out: (request.raw.socket?.bytesWritten ?? 0) - (written.get(request) ?? 0),
});

function logAnswer(request: FastifyRequest, status: number, milliseconds: number): void {
  const path = request.url.split('?')[0] ?? '';
  const quiet = isProbe(path);
  const fields = { method: request.method, path, status, duration_ms: Math.round(milliseconds * 10) / 10, ...sizesOf(request) };
  if (quiet) request.log.debug(fields, 'request');
  else if (milliseconds > 1000) request.log.warn(fields, 'slow request');
  else request.log.info(fields, 'request');
}
