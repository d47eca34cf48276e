import { CodedError, defineRoute } from '@autograph/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineService } from './define-service.ts';
import { implement } from './implement.ts';
import { startTestServices, type TestServices, testIdentity } from './testing/index.ts';

const greet = defineRoute({
  service: 'diagram',
  method: 'POST',
  path: '/api/test/greet/:name',
  summary: 'Greets.',
  params: z.object({ name: z.string().min(2) }),
  body: z.object({ times: z.int().max(3) }),
  responses: { 201: z.object({ text: z.string() }) },
});

const ask = defineRoute({
  service: 'ai',
  method: 'GET',
  path: '/api/test/ask',
  summary: 'Asks the other service.',
  responses: { 200: z.object({ text: z.string(), request_id: z.string() }) },
});

const hidden = defineRoute({
  service: 'diagram',
  method: 'GET',
  path: '/internal/test/hidden',
  summary: 'For services.',
  responses: { 200: z.object({ request_id: z.string(), who: z.string().nullable() }) },
});

const fail = defineRoute({
  service: 'diagram',
  method: 'GET',
  path: '/api/test/fail',
  summary: 'Fails.',
  public: true,
  responses: { 204: null },
});

const wave = defineRoute({
  service: 'diagram',
  method: 'POST',
  path: '/api/test/wave',
  summary: 'Needs no body.',
  responses: { 204: null },
});

const diagram = defineService({
  name: 'diagram',
  port: 8082,
  register: async (app) => {
    implement(app, greet, async ({ params, body, identity }) => ({ text: `${params.name} and ${identity.name} `.repeat(body.times) }));
    implement(app, hidden, async ({ request, identity }) => ({ request_id: request.id, who: identity?.name ?? null }));
    implement(app, wave, async () => undefined);
    implement(app, fail, async () => {
      throw new Error('the secret reason');
    });
  },
  health: () => ({ always: async () => undefined }),
});

const ai = defineService({
  name: 'ai',
  port: 8084,
  register: async (app, kit) => {
    implement(app, ask, async ({ identity }) => {
      const { request_id, who } = await kit.call(hidden, {}, { identity });
      return { text: `hidden knows ${who}`, request_id };
    });
  },
});

describe('services in one process', () => {
  let services: TestServices;
  const ada = testIdentity();
  beforeAll(async () => {
    services = await startTestServices([diagram, ai]);
  });
  afterAll(() => services.close());

  const inject = (url: string, options: { method?: 'GET' | 'POST'; headers?: Record<string, string>; payload?: string } = {}) =>
    services.host.app('diagram').inject({
      method: options.method ?? 'GET',
      url,
      headers: options.headers ?? {},
      ...(options.payload ? { payload: options.payload } : {}),
    });

  it('serves a route of the contract to who is signed in', async () => {
    expect(await services.call(ada, greet, { params: { name: 'Bob' }, body: { times: 2 } })).toEqual({ text: 'Bob and Ada Bob and Ada ' });
    await expect(services.call(null, greet, { params: { name: 'Bob' }, body: { times: 2 } })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('names every bad field', async () => {
    const error = await services.call(ada, greet, { params: { name: 'Bob' }, body: { times: 9 } }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CodedError);
    expect(error).toMatchObject({ code: 'validation_failed', details: [{ path: 'body.times' }] });
  });

  it('answers malformed JSON, unknown routes and its own faults with codes and no stack', async () => {
    const authorization = `Bearer ${await services.token(ada)}`;
    const malformed = await inject('/api/test/greet/Bob', {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      payload: '{"times":',
    });
    expect([malformed.statusCode, malformed.json().error.code]).toEqual([400, 'malformed_json']);
    const unknown = await inject('/api/nowhere');
    expect([unknown.statusCode, unknown.json().error.code]).toEqual([404, 'route_not_found']);
    const fault = await inject('/api/test/fail', { headers: { 'x-request-id': 'req-1' } });
    expect([fault.statusCode, fault.json().error.code, fault.json().error.requestId]).toEqual([500, 'internal', 'req-1']);
    expect(fault.body).not.toContain('secret reason');
  });

  it('takes an empty body that is called JSON for none, and names what a route needs of it', async () => {
    const headers = { authorization: `Bearer ${await services.token(ada)}`, 'content-type': 'application/json' };
    expect((await inject('/api/test/wave', { method: 'POST', headers })).statusCode).toBe(204);
    const needed = await inject('/api/test/greet/Bob', { method: 'POST', headers });
    expect([needed.statusCode, needed.json().error.details]).toMatchObject([422, [{ path: 'body' }]]);
  });

  it('keeps internal routes from people', async () => {
    await expect(services.call(ada, hidden, {})).rejects.toMatchObject({ code: 'route_not_found' });
  });

  it('calls another service for the same person under the same request id', async () => {
    const authorization = `Bearer ${await services.token(ada)}`;
    const answer = await services.host.app('ai').inject({ url: '/api/test/ask', headers: { authorization, 'x-request-id': 'trace-7' } });
    expect(answer.json()).toEqual({ text: 'hidden knows Ada', request_id: 'trace-7' });
    expect(answer.headers['x-request-id']).toBe('trace-7');
  });

  it('tells its health and its metrics [F019]', async () => {
    const health = await inject('/health');
    expect(health.json()).toMatchObject({
      status: 'healthy',
      service: 'diagram',
      checks: { database: { status: 'healthy' }, always: { status: 'healthy' } },
    });
    const count = async () => Number(/^request_count\{.*route="\/health".*\} (\d+)$/m.exec((await inject('/metrics')).body)?.[1] ?? 0);
    const before = await count();
    await inject('/health');
    expect(await count()).toBe(before + 1);
    const metrics = (await inject('/metrics')).body;
    for (const name of ['request_duration_seconds_bucket', 'active_connections', 'process_cpu_user_seconds_total'])
      expect(metrics).toContain(name);
  });
});
