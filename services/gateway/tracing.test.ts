import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { listDiagrams, resolveCredential } from '@autograph/contracts';
import {
  currentContext,
  defineJob,
  defineService,
  hostServices,
  implement,
  listen,
  openSession,
  type Service,
} from '@autograph/service-kit';
import { openTestPlatform, testIdentity } from '@autograph/service-kit/testing/index.ts';
import { kvModes } from '@autograph/service-kit/testing/kv-modes.ts';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { service as gateway } from './service.ts';

const Attribute = z.object({ key: z.string(), value: z.looseObject({ stringValue: z.string().optional() }) });
const Span = z.object({ traceId: z.string(), spanId: z.string(), parentSpanId: z.string().optional(), name: z.string(), kind: z.number() });
const Export = z.object({
  resourceSpans: z.array(
    z.object({ resource: z.object({ attributes: z.array(Attribute) }), scopeSpans: z.array(z.object({ spans: z.array(Span) })) }),
  ),
});
type Collected = z.output<typeof Span> & { readonly service: string | undefined };

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A collector of OTLP over HTTP. */
async function collector(): Promise<{ readonly url: string; readonly spans: Collected[] }> {
  const spans: Collected[] = [];
  const server = createServer(async (request, response) => {
    expect(request.url).toBe('/v1/traces');
    for (const { resource, scopeSpans } of Export.parse(await json(request)).resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue;
      for (const span of scopeSpans.flatMap((scope) => scope.spans)) spans.push({ ...span, service });
    }
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(() => new Promise((done) => server.close(done)));
  const { port } = z.custom<AddressInfo>().parse(server.address());
  return { url: `http://127.0.0.1:${port}`, spans };
}

const tidy = defineJob({ name: 'tracing-tidy', data: z.object({}) });

const auth = defineService({
  name: 'auth',
  port: 0,
  register: async (app) => implement(app, resolveCredential, async () => ({ identity: testIdentity(), expires_at: null })),
});

const requestIds: (string | undefined)[] = [];
const heard: string[] = [];
const diagram = defineService({
  name: 'diagram',
  port: 0,
  register: async (app, kit) => {
    await kit.pubsub.subscribe('tracing:tidied', (text) => void heard.push(text));
    await kit.jobs.work(tidy, async () => {
      requestIds.push(currentContext()?.requestId);
      await kit.pubsub.publish('tracing:tidied', 'done');
    });
    implement(app, listDiagrams, async ({ query }) => {
      await kit.call(resolveCredential, { body: { kind: 'app', hash: '0'.repeat(64) } });
      await kit.pool.query('select 1');
      await kit.jobs.send(tidy, {});
      return { items: [], total: 0, page: query.page, per_page: query.per_page, pages: 0 };
    });
  },
});

async function start(environment: Record<string, string>, apart: boolean) {
  // With somebody to tell, the gateway asks nobody for the administrators: only what is tested is traced.
  const opened = await openTestPlatform({ ALERT_MAIL_TO: 'ops@example.com', ...environment });
  closers.push(opened.close);
  const { platform } = opened;
  const addresses: Record<string, string> = {};
  const host = async (services: readonly Service[]) => {
    const config = { ...platform.config, environment: { ...platform.config.environment, ...addresses } };
    const made = await hostServices({ ...platform, config }, services);
    closers.push(made.close);
    return made;
  };
  if (apart)
    for (const service of [auth, diagram]) {
      const made = await host([service]);
      addresses[`${service.name.toUpperCase()}_URL`] = `http://127.0.0.1:${await listen(made.app(service.name), '127.0.0.1', 0)}`;
    }
  const front = await host(apart ? [gateway] : [auth, diagram, gateway]);
  const ada = testIdentity();
  await openSession(platform.kv, ada.session_id, ada.user_id);
  const authorization = `Bearer ${await platform.tokens.signAccessToken(ada)}`;
  const base = `http://127.0.0.1:${await listen(front.app('gateway'), '127.0.0.1', 0)}`;
  return (headers: Record<string, string>) => fetch(`${base}/api/diagrams`, { headers: { authorization, ...headers } });
}

const foreign = '00-11111111111111111111111111111111-2222222222222222-01';

it.each(kvModes.filter(({ runs }) => runs).map(({ name, environment }) => [name, environment] as const))(
  'makes one trace of a request that goes through the gateway, a service, another one, a job and a message (%s)',
  async (name, environment) => {
    heard.length = 0;
    requestIds.length = 0;
    const { url, spans } = await collector();
    const ask = await start({ ...environment, OTEL_EXPORTER_OTLP_ENDPOINT: url }, name === 'on Redis');
    const answer = await ask({ traceparent: foreign, 'x-request-id': 'trace-me' });
    expect(answer.status).toBe(200);
    const find = (service: string, wanted: string) => spans.find((span) => span.service === service && span.name === wanted);
    const chain = [
      ['gateway', 'GET /api/diagrams'],
      ['diagram', 'GET /api/diagrams'],
      ['diagram', 'POST /internal/credentials'],
      ['auth', 'POST /internal/credentials'],
    ] as const;
    await vi.waitUntil(() => chain.every(([service, wanted]) => find(service, wanted)) && find('diagram', 'message tracing:tidied'), {
      timeout: 20_000,
    });
    const found = chain.map(([service, wanted]) => find(service, wanted));
    const [first, second] = found;
    expect(found.map((span) => span?.parentSpanId ?? '')).toEqual(['', ...found.slice(0, -1).map((span) => span?.spanId)]);
    // A stranger does not choose the trace.
    expect(first?.traceId).not.toBe('1'.repeat(32));
    const job = find('diagram', 'job tracing-tidy');
    expect(job?.parentSpanId).toBe(second?.spanId);
    expect(find('diagram', 'message tracing:tidied')?.parentSpanId).toBe(job?.spanId);
    expect(find('diagram', 'sql select')?.traceId).toBe(first?.traceId);
    expect(new Set(spans.filter(({ name: each }) => !each.startsWith('sql')).map(({ traceId }) => traceId))).toEqual(
      new Set([first?.traceId]),
    );
    expect([heard, requestIds]).toEqual([['done'], ['trace-me']]);
  },
);
