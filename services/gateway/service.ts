import { CodedError, routes } from '@autograph/contracts';
import { defineService, type Kit, ports, timeoutOf } from '@autograph/service-kit';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { type Admission, createAdmission } from './admission.ts';
import { createAlertCenter } from './alerts/alert-center.ts';
import { createNotify } from './alerts/notify.ts';
import { watchOutages } from './alerts/watch-outages.ts';
import { forwardMilliseconds } from './caller.ts';
import { createDocs } from './docs.ts';
import { forward } from './forward.ts';
import { type OpenSockets, takeSocket } from './forward-socket.ts';
import { answerOnce, idempotencyKeyOf } from './idempotency.ts';
import { describeApi } from './openapi.ts';
import { allowedOrigins } from './origins.ts';
import { contentSecurityPolicy, createNonce, dataPolicy } from './security-headers.ts';
import { serveStorageLinks } from './storage-links.ts';
import { serveSystem } from './system/serve-system.ts';
import { watchStorage } from './system/storage-usage.ts';
import { monitorHealth } from './system-health.ts';
import { handleInTime, openWeb } from './web.ts';

/** What routes of services may be called with, here and from approved sites. */
const apiMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Addresses of the services: all under /api, and those that standards want elsewhere. */
const serviceAddresses = ['/api/*', ...routes.map(({ path }) => path).filter((path) => !/^\/(api|internal)\//.test(path))];

/** What belongs to a service: identified, counted and sent on. */
function serveApi(app: FastifyInstance, kit: Kit, admit: Admission): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  for (const url of serviceAddresses)
    app.route({
      method: [...apiMethods],
      url,
      handlerTimeout: forwardMilliseconds,
      // The services compress what they send.
      compress: false,
      handler: async (request, reply) => {
        const { match, identity } = await admit(request, reply);
        const key = identity ? idempotencyKeyOf(request) : undefined;
        const streams = Object.values(match.route?.responses ?? {}).includes('stream');
        if (identity && key !== undefined && !streams) return answerOnce(kit, match.service, { identity, key }, request, reply);
        return forward(kit, match.service, request, reply);
      },
    });
}

/** The pages: the web app, each with scripts of its own nonce only. */
async function serveWeb(app: FastifyInstance, kit: Kit): Promise<void> {
  const web = openWeb();
  if (!web) {
    kit.log.warn('the web app is not built: only the API is served; run "npm run build"');
    app.get('/', async (_request, reply) =>
      reply.type('text/plain').send('The web app is not built. Run "npm run build". The API: /api/docs\n'),
    );
    return;
  }
  app.addHook('onListen', async () => web.warm());
  app.addHook('onClose', () => web.close());
  // Internal routes are for services alone: here they do not exist, not even as a page that is missing.
  app.all('/internal/*', async () => {
    throw new CodedError('route_not_found');
  });
  app.route({
    method: ['GET', 'HEAD', 'POST'],
    url: '/*',
    handlerTimeout: forwardMilliseconds,
    handler: async (request, reply) => {
      // Of what may be asked for only paths are pages: the rest is for proxies, and nothing that Next could read.
      if (!request.url.startsWith('/')) throw new CodedError('route_not_found');
      const policy = contentSecurityPolicy(createNonce());
      // Next takes the nonce for its scripts from the policy in the request's headers.
      request.raw.headers['content-security-policy'] = policy;
      reply.header('content-security-policy', policy);
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
      await handleInTime(web.handle, request.raw, reply.raw, timeoutOf(kit.name, kit.config));
      return reply;
    },
  });
}

function serveDescriptions(app: FastifyInstance, kit: Kit): void {
  const docsNonce = createNonce();
  const docs = createDocs(docsNonce);
  let description: string | undefined;
  app.get('/api/openapi.json', async (_request, reply) => {
    description ??= JSON.stringify(describeApi(routes, kit.config.PUBLIC_URL));
    return reply.type('application/json').send(description);
  });
  for (const url of ['/api/docs', '/api/docs/*'])
    app.get(url, async (request, reply) => {
      reply.header('content-security-policy', contentSecurityPolicy(docsNonce));
      const site = await docs();
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
      site.routing(request.raw, reply.raw);
      return reply;
    });
}

/** The sockets that each gateway of this process holds open to services elsewhere. */
const tunnelsOf = new WeakMap<Kit, OpenSockets>();

/** The one door: identity, limits, protection, routing to the services, and the web app. */
export const service = defineService({
  name: 'gateway',
  port: ports.gateway,
  ownHealth: true,
  fronts: true,
  register: async (app, kit) => {
    const allowed = allowedOrigins(kit.config.CORS_ORIGINS, kit.config.ENV);
    const admit = createAdmission(kit, allowed);
    await app.register(helmet, { contentSecurityPolicy: false, xXssProtection: false, xFrameOptions: { action: 'deny' } });
    const shared = {
      methods: [...apiMethods],
      exposedHeaders: [
        'etag',
        'x-request-id',
        'ratelimit',
        'ratelimit-policy',
        'ratelimit-limit',
        'ratelimit-remaining',
        'ratelimit-reset',
        'retry-after',
        'idempotency-replayed',
      ],
    };
    const trusted = { origin: [...allowed], credentials: true };
    const forAll = new Set(routes.filter(({ anyOrigin }) => anyOrigin).map(({ path }) => path));
    await app.register(cors, {
      delegator: (request, done) => done(null, { ...shared, ...(forAll.has(request.url.split('?')[0] ?? '') ? { origin: '*' } : trusted) }),
    });
    app.addHook('onRequest', async (request, reply) => {
      reply.headers({ 'x-correlation-id': request.id, 'x-xss-protection': '1; mode=block', 'content-security-policy': dataPolicy });
    });
    const { notify, remember } = createNotify(kit);
    const alerts = createAlertCenter({ kv: kit.kv, log: kit.log, escalateMs: kit.config.ALERT_ESCALATE_MS, notify });
    const outages = watchOutages(kit, alerts);
    const monitor = monitorHealth(kit, outages.onHealth);
    const storage = watchStorage(kit, (usage) => void outages.onStorage(usage));
    app.addHook('onReady', async () => void remember());
    app.addHook('onClose', async () => storage.stop());
    app.addHook('onReady', async () => void monitor.look());
    app.addHook('onClose', async () => monitor.stop());
    app.get('/health', async (_request, reply) => {
      const health = await monitor.now();
      return reply.code(health.status === 'unhealthy' ? 503 : 200).send(health);
    });
    serveDescriptions(app, kit);
    await app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
      serveStorageLinks(scope, kit);
    });
    await app.register(async (scope) => {
      scope.addHook('onRequest', async (request, reply) => void (await admit(request, reply)));
      serveSystem(scope, kit, { monitor, alerts, storage });
    });
    await app.register(async (scope) => serveApi(scope, kit, admit));
    await app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      await serveWeb(scope, kit);
    });

    const sockets = new Set<{ destroy(): void }>();
    const tunnels: OpenSockets = new Set();
    tunnelsOf.set(kit, tunnels);
    app.server.on('upgrade', (request, socket, head) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      takeSocket(kit, allowed, { request, socket, head }, tunnels).catch((error: unknown) => {
        kit.log.error({ err: error }, 'a socket could not be taken');
        socket.destroy();
      });
    });
    app.addHook('preClose', async () => {
      for (const socket of sockets) socket.destroy();
    });
  },
  leave: (kit) => {
    for (const leave of tunnelsOf.get(kit) ?? []) leave();
  },
});
