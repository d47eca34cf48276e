import { createDiagram, type RouteContract, register, routes, Session } from '@autograph/contracts';
import type { Identity } from '@autograph/service-kit';
import { startTestServices, type TestServices } from '@autograph/service-kit/testing/index.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadServices } from './load-services.ts';
import { serviceNames } from './service-names.ts';

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    '',
    '\u0000',
    "'; drop table files; --",
    '<script>',
    '../../etc/passwd',
    -1,
    1e308,
    null,
    [],
    {},
    '🦊'.repeat(50),
    '\ud800',
    'x'.repeat(100_000),
    '‮ \u200b\ufeff',
    JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`),
    { __proto__: null, constructor: { prototype: {} } },
  ),
  fc.record({ shapes: fc.array(fc.jsonValue({ maxDepth: 2 })), blocks: fc.array(fc.jsonValue({ maxDepth: 2 })) }),
);

const fieldsOf = (schema: z.ZodType | undefined): string[] =>
  schema ? Object.keys(z.toJSONSchema(schema, { io: 'input' }).properties ?? {}) : [];

/** Bodies whose fields have the right names and, mostly, wrong values. */
function bodies(route: RouteContract): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(fieldsOf(route.body).map((name) => [name, odd]));
  return fc.oneof({ weight: 4, arbitrary: fc.record(fields, { requiredKeys: [] }) }, odd);
}

/** Query strings of the right names. */
function queries(route: RouteContract): fc.Arbitrary<string> {
  const pairs = fc.array(fc.tuple(fc.constantFrom('other', ...fieldsOf(route.query)), fc.string()), { maxLength: 4 });
  return pairs.map((query) => new URLSearchParams(query).toString());
}

/** The gateway is not started here: its own routes take nothing but an id. */
const served = routes.filter(({ path, service }) => !path.startsWith('/internal/') && service !== 'gateway');

describe('whatever is sent', () => {
  let services: TestServices;
  let ada: Identity;
  beforeAll(async () => {
    services = await startTestServices(await loadServices(serviceNames.filter((name) => name !== 'gateway')));
    const person = { email: 'ada@example.com', password: 'SecurePass123!', name: 'Ada' };
    const { access_token } = Session.parse(await services.call(null, register, { body: person }));
    ada = await services.platform.tokens.verifyAccessToken(access_token);
  });
  afterAll(() => services.close());

  it.each(served.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s answers without failing [F057]',
    async (_, route) => {
      const { id: file } = await services.call(ada, createDiagram, { body: { title: 'Target', type: 'mixed' } });
      const authorization = `Bearer ${await services.token(ada)}`;
      const ids = fc.oneof({ weight: 3, arbitrary: fc.constant(file) }, fc.string({ minLength: 1 }), fc.uuid());
      const request = fc.record({ body: bodies(route), query: queries(route), id: ids, version: fc.constantFrom('*', '1', 'x', '"99"') });
      const send = async ({ body, query, id, version }: { body: unknown; query: string; id: string; version: string }) => {
        const url = `${route.path.replace(/:\w+/g, () => encodeURIComponent(id.toWellFormed()))}?${query}`;
        const headers = { authorization, 'if-match': version, 'content-type': 'application/json' };
        const payload = route.method === 'GET' ? {} : { payload: JSON.stringify(body) };
        const answer = await services.host.app(route.service).inject({ method: route.method, url, headers, ...payload });
        expect(answer.statusCode, answer.body).toBeLessThan(500);
        expect(answer.body).not.toMatch(/\n\s+at |select .* from|node_modules/);
      };
      await fc.assert(fc.asyncProperty(request, send), { numRuns: 25 });
    },
  );
});
