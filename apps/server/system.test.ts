import { Dependencies, Flag, LogLevels, listAdministrators, SystemState, writeAudit } from '@autograph/contracts';
import { auditLog } from '@autograph/database';
import { createCall } from '@autograph/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dashboard, expressions, readExpression } from './testing/monitoring.ts';
import { startProduct, type TestProduct } from './testing/start-product.ts';

describe('what administrators see and turn while it runs', () => {
  let product: TestProduct;
  let admin: Awaited<ReturnType<TestProduct['person']>>;
  let bob: Awaited<ReturnType<TestProduct['person']>>;
  beforeAll(async () => {
    product = await startProduct();
    admin = await product.person('Boss', 'admin');
    bob = await product.person('Bob');
  });
  afterAll(() => product.close());

  const paths = [
    ['GET', '/api/admin/system'],
    ['GET', '/api/admin/dependencies'],
    ['GET', '/api/admin/log-levels'],
    ['GET', '/api/admin/flags'],
    ['PUT', '/api/admin/log-levels'],
    ['PATCH', '/api/admin/flags/ai_generation'],
    ['POST', '/api/admin/alerts/a1/acknowledge'],
  ] as const;

  it.each(paths)('%s %s is for administrators alone', async (method, path) => {
    const body = method === 'PUT' ? { logger: 'auth', level: 'debug' } : method === 'PATCH' ? { percent: 3 } : undefined;
    expect((await product.ask(method, path, { body })).status).toBe(401);
    const refused = await product.ask(method, path, { body, token: bob.token });
    expect([refused.status, refused.code]).toEqual([403, 'forbidden']);
  });

  it('shows who calls whom, how each does, and that nothing goes in circles [F046]', async () => {
    await product.ask('POST', '/api/diagrams', { token: bob.token, body: { title: 'Plan', type: 'canvas' } });
    await product.ask('GET', '/api/auth/me', { token: bob.token, headers: { 'sec-fetch-mode': 'cors' } });
    const graph = (await product.ask('GET', '/api/admin/dependencies', { token: admin.token })).read(Dependencies);
    const edges = graph.edges.map(({ from, to }) => `${from} > ${to}`);
    expect(edges).toEqual(expect.arrayContaining(['frontend > gateway', 'gateway > auth', 'gateway > diagram', 'diagram > collaboration']));
    const status = Object.fromEntries(graph.nodes.map(({ name, status: each }) => [name, each]));
    expect(status).toMatchObject({ gateway: 'healthy', auth: 'healthy', diagram: 'healthy', ai: 'unhealthy' });
    expect(graph.cycles).toEqual([]);
    product.services.platform.dependencies.note('collaboration', 'diagram');
    const again = (await product.ask('GET', '/api/admin/dependencies', { token: admin.token })).read(Dependencies);
    expect(again.cycles).toEqual([['collaboration', 'diagram']]);
  });

  it('shows how quickly each service answers [F040]', async () => {
    const { services, storage } = (await product.ask('GET', '/api/admin/system', { token: admin.token })).read(SystemState);
    const diagram = services.find(({ name }) => name === 'diagram');
    expect(diagram?.requests).toBeGreaterThan(0);
    const { p50_ms, p95_ms, p99_ms } = diagram ?? {};
    const percentiles = z.array(z.number()).parse([p50_ms, p95_ms, p99_ms]);
    expect(percentiles).toEqual(percentiles.toSorted((a, b) => a - b));
    expect(storage.capacity_bytes).toBeGreaterThan(0);
  });

  it('has every metric that the dashboard and the alert rules ask for', async () => {
    const published = await (await fetch(`${product.url}/metrics`)).text();
    const names = new Set(
      [...published.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', kind]) =>
        kind === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
      ),
    );
    const asked = expressions.flatMap((expression) => readExpression(expression).metrics);
    expect(new Set(asked).size).toBeGreaterThan(12);
    // `up` is Prometheus's own.
    expect([...new Set(asked)].filter((name) => !names.has(name) && name !== 'up')).toEqual([]);
    expect(dashboard.title).toBe('AutoGraph');
  });

  it('tells other services who administers it, and writes down for them what somebody did', async () => {
    const { host, platform } = product.services;
    const call = createCall('gateway', platform, host.directory);
    expect(await call(listAdministrators, {})).toEqual({ emails: ['boss@example.com'] });
    const body = {
      action: 'admin.alert_acknowledged' as const,
      result: 'success' as const,
      resource: { type: 'alert', id: 'a1' },
      address: '203.0.113.7',
      user_agent: 'A browser',
      details: { subject: 'diagram' },
    };
    await call(writeAudit, { body }, { identity: admin.identity });
    const written = (await platform.db.select().from(auditLog)).filter(({ resourceId }) => resourceId === 'a1');
    expect(written).toMatchObject([
      { action: body.action, userId: admin.identity.user_id, ipAddress: '203.0.113.7', userAgent: 'A browser', details: body.details },
    ]);
    for (const path of [listAdministrators.path, writeAudit.path])
      expect((await product.ask(path === writeAudit.path ? 'POST' : 'GET', path, { token: admin.token })).status).toBe(404);
  });

  it('changes how much a service logs, and writes down who did [F038]', async () => {
    const body = { logger: 'diagram/requests', level: 'debug' };
    const changed = (await product.ask('PUT', '/api/admin/log-levels', { token: admin.token, body })).read(LogLevels);
    expect([changed.settings, changed.loggers['diagram/requests']]).toEqual([{ 'diagram/requests': 'debug' }, 'debug']);
    expect(product.services.platform.logs.of('diagram', 'requests').level).toBe('debug');
    const back = await product.ask('PUT', '/api/admin/log-levels', { token: admin.token, body: { ...body, level: null } });
    expect([back.read(LogLevels).settings, product.services.platform.logs.of('diagram', 'requests').level]).toEqual([{}, 'silent']);
    const wrong = await product.ask('PUT', '/api/admin/log-levels', { token: admin.token, body: { logger: '../etc', level: 'loud' } });
    expect(wrong.code).toBe('validation_failed');
    const written = (await product.services.platform.db.select().from(auditLog)).filter(
      ({ action }) => action === 'admin.log_level_changed',
    );
    expect(written.map(({ userId, details }) => [userId, details])).toEqual([
      [admin.identity.user_id, body],
      [admin.identity.user_id, { ...body, level: null }],
    ]);
  });

  it('switches a feature off for all but one account [F053]', async () => {
    const mine = async (token: string) => (await product.ask('GET', '/api/flags', { token })).body;
    expect(await mine(bob.token)).toEqual({ flags: { ai_generation: true } });
    const change = (body: unknown) => product.ask('PATCH', '/api/admin/flags/ai_generation', { token: admin.token, body });
    await change({ percent: 0 });
    const flag = (await change({ override: { email: 'BOB@example.com', enabled: true } })).read(Flag);
    expect(flag).toMatchObject({ percent: 0, overrides: [{ email: 'bob@example.com', enabled: true }] });
    expect([await mine(bob.token), await mine(admin.token)]).toEqual([
      { flags: { ai_generation: true } },
      { flags: { ai_generation: false } },
    ]);
    await change({ override: { email: 'bob@example.com', enabled: null } });
    expect(await mine(bob.token)).toEqual({ flags: { ai_generation: false } });
    expect((await change({ override: { email: 'nobody@example.com', enabled: true } })).code).toBe('not_found');
    expect((await product.ask('PATCH', '/api/admin/flags/none', { token: admin.token, body: { percent: 1 } })).code).toBe('not_found');
    await change({ percent: 100 });
  });
});
