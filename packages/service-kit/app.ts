import { CodedError } from '@autograph/contracts';
import compress from '@fastify/compress';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { timeoutOf } from './addresses.ts';
import { guardEdge, shedLoad } from './edge.ts';
import { requireMetricsReader } from './metrics-access.ts';
import { answerProblem } from './problem.ts';
import { inContext, requestIdOf } from './request-context.ts';
import { watchRequests } from './request-watch.ts';
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

/** Behind the gateway: it alone says who the client is, from this machine or the private network; within a process whoever the client is. */
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
    trustProxy: isPublic ? (kit.config.TRUST_PROXY ?? false) : edge ? nearby : true,
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

  const watch = watchRequests(kit);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    // Fastify says nothing of answers that their callers did not wait for.
    reply.raw.once('close', () => watch.end(request, reply));
    inContext(watch.begin(request), done);
  });
  if (edge) guardEdge(app, kit.lifecycle, !isPublic && internalTls(kit.config) !== null);
  if (edge && kit.config.SHED_EVENT_LOOP_DELAY_MS > 0) await shedLoad(app, kit.config.SHED_EVENT_LOOP_DELAY_MS);
  // Reading the body leaves the context behind: its events belong to the socket.
  app.addHook('preValidation', (request, _reply, done) => inContext(watch.contextOf(request), done));
  app.addHook('onResponse', (request, reply, done) => {
    watch.end(request, reply);
    done();
  });

  app.setErrorHandler((error, request, reply) =>
    inContext(watch.contextOf(request), () => answerProblem(error, request, reply, (fault) => kit.reports.capture(fault, kit.name))),
  );
  app.setNotFoundHandler((request, reply) => answerProblem(new CodedError('route_not_found'), request, reply));
  app.get('/metrics', { logLevel: 'warn' }, async (request, reply) => {
    if (isPublic) requireMetricsReader(request.raw, kit.config.METRICS_TOKEN);
    return reply.type(kit.metrics.registry.contentType).send(await kit.metrics.registry.metrics());
  });
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], globalDecompression: false });
  return app;
}
