import { request } from 'node:http';
import { ErrorBody, Session, SystemHealth } from '@autograph/contracts';
import {
  closeSession,
  type Host,
  hostServices,
  type Identity,
  listen,
  openSession,
  type Platform,
  type Service,
  takeUpgrades,
} from '@autograph/service-kit';
import { freePort, openTestPlatform, testIdentity } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { service as gateway } from './service.ts';
import { auth, collaboration, diagram } from './testing/stand-ins.ts';

const Operation = z.object({ responses: z.record(z.string(), z.unknown()) });
const Description = z.object({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), Operation)) });
const services: readonly Service[] = [auth, diagram, collaboration];
const settings = {
  RATE_LIMIT_USER: '5',
  RATE_LIMIT_ADDRESS: '40',
  TRUST_PROXY: 'true',
  CORS_ORIGINS: 'https://app.example.com',
  BODY_LIMIT: '2000',
};

const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'x3JJHMbDL1EzLkh9GBhXDw==',
};

/** An address that nobody answers at. */
const deadAddress = async () => `http://127.0.0.1:${await freePort()}`;

async function together(platform: Platform) {
  const host = await hostServices(platform, [...services, gateway]);
  return { host, hosts: [host] };
}

async function apart(platform: Platform) {
  const others = await Promise.all(services.map((service) => hostServices(platform, [service])));
  const addresses: Record<string, string> = {};
  for (const [index, { name }] of services.entries()) {
    const app = others[index]?.app(name);
    const socket = others[index]?.directory.local(name)?.socket;
    if (!app) continue;
    if (socket) takeUpgrades(app, socket);
    addresses[`${name.toUpperCase()}_URL`] = `http://127.0.0.1:${await listen(app, '127.0.0.1', 0)}`;
  }
  for (const name of ['AI', 'GIT', 'EXPORT', 'INTEGRATION_HUB']) addresses[`${name}_URL`] = await deadAddress();
  const config = { ...platform.config, environment: { ...platform.config.environment, ...addresses } };
  const host = await hostServices({ ...platform, config }, [gateway]);
  return { host, hosts: [...others, host] };
}

describe.each([
  ['in one process', together],
  ['apart', apart],
])('the gateway with services %s', (_name, arrange) => {
  let opened: Awaited<ReturnType<typeof openTestPlatform>>;
  let hosts: Host[];
  let base: string;
  let addresses = 0;

  beforeAll(async () => {
    opened = await openTestPlatform(settings);
    const arranged = await arrange(opened.platform);
    hosts = arranged.hosts;
    base = `http://127.0.0.1:${await listen(arranged.host.app('gateway'), '127.0.0.1', 0)}`;
  });
  afterAll(async () => {
    for (const host of [...hosts].reverse()) await host.close();
    await opened.close();
  });

  const tokenOf = async (identity: Identity) => {
    await openSession(opened.platform.kv, identity.session_id, identity.user_id);
    return opened.platform.tokens.signAccessToken(identity);
  };
  /** A call from an address of its own, unless told, so that counts do not meet. */
  const call = (path: string, init: { method?: string; headers?: Record<string, string>; body?: string; from?: string } = {}) => {
    addresses += 1;
    const { from = `10.0.0.${addresses}`, headers, ...rest } = init;
    return fetch(base + path, {
      ...rest,
      headers: { 'x-forwarded-for': from, ...(rest.body ? { 'content-type': 'application/json' } : {}), ...headers },
    });
  };
  const codeOf = async (response: Response) => [response.status, ErrorBody.parse(await response.json()).error.code];
  const signIn = { method: 'POST', body: JSON.stringify({ email: 'ada@example.com', password: 'right' }) };

  it('brings each path to its owner, and nothing else anywhere', async () => {
    const login = await call('/api/auth/login', signIn);
    expect([login.status, Session.parse(await login.json()).user.email]).toEqual([200, 'ada@example.com']);
    const authorization = `Bearer ${await tokenOf(testIdentity({ name: 'Grace' }))}`;
    const list = await call('/api/diagrams?page=3', { headers: { authorization } });
    expect([list.status, await list.json()]).toEqual([200, { items: [], total: 5, page: 3, per_page: 20, pages: 0 }]);
    expect(await codeOf(await call('/api/nowhere'))).toEqual([404, 'route_not_found']);
    expect(await codeOf(await call('/api/diagrams/1/2/3/4', { headers: { authorization } }))).toEqual([404, 'route_not_found']);
    expect(await codeOf(await call('/internal/rooms/1'))).toEqual([404, 'route_not_found']);
    expect(await codeOf(await call('/api/auth/login', { ...signIn, body: '{"email":1}' }))).toEqual([422, 'validation_failed']);
    expect(await codeOf(await call('/api/auth/login', { ...signIn, body: '{' }))).toEqual([400, 'malformed_json']);
  });

  it('lets only a valid token through to what is protected [F008]', async () => {
    const token = await tokenOf(testIdentity());
    const tampered = `${token.slice(0, -4)}AAAA`;
    expect(await codeOf(await call('/api/diagrams'))).toEqual([401, 'unauthenticated']);
    expect(await codeOf(await call('/api/diagrams', { headers: { authorization: `Bearer ${tampered}` } }))).toEqual([401, 'invalid_token']);
    expect((await call('/api/diagrams', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    expect((await call('/api/diagrams', { headers: { cookie: `x=1; ag_access=${token}` } })).status).toBe(200);
    expect((await call('/api/auth/login', { ...signIn, headers: { authorization: `Bearer ${tampered}` } })).status).toBe(200);
  });

  it('counts requests by person, telling how many are left [F009]', async () => {
    const authorization = `Bearer ${await tokenOf(testIdentity())}`;
    const statuses: number[] = [];
    for (let index = 0; index < 5; index += 1) statuses.push((await call('/api/diagrams', { headers: { authorization } })).status);
    const refused = await call('/api/diagrams', { headers: { authorization } });
    expect([...statuses, refused.status]).toEqual([200, 200, 200, 200, 200, 429]);
    expect(refused.headers.get('ratelimit-limit')).toBe('5');
    expect(refused.headers.get('ratelimit-remaining')).toBe('0');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const another = `Bearer ${await tokenOf(testIdentity())}`;
    const allowed = await call('/api/diagrams', { headers: { authorization: another } });
    expect([allowed.status, allowed.headers.get('ratelimit-remaining')]).toEqual([200, '4']);
  });

  it('counts requests by address, apart from persons [F010]', async () => {
    const statuses = new Set<number>();
    for (let index = 0; index < 40; index += 1) statuses.add((await call('/api/auth/login', { ...signIn, from: '192.0.2.1' })).status);
    expect([...statuses]).toEqual([200]);
    expect(await codeOf(await call('/api/auth/login', { ...signIn, from: '192.0.2.1' }))).toEqual([429, 'rate_limited']);
    expect((await call('/api/auth/login', { ...signIn, from: '192.0.2.2' })).status).toBe(200);
    const own = await call('/api/admin/alerts/a1/acknowledge', {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      from: '192.0.2.1',
    });
    expect([own.status, own.headers.get('ratelimit-policy'), own.headers.get('retry-after')]).toEqual([
      429,
      '"address";q=40;w=60',
      expect.stringMatching(/^\d+$/),
    ]);
  });

  it('shows services whom it believes, and nothing that it does not', async () => {
    const Shown = z.object({
      ip: z.string(),
      host: z.string(),
      authorization: z.string().optional(),
      cookie: z.string().optional(),
      known: z.string().optional(),
    });
    const shown = async (headers: Record<string, string>) => {
      const answer = await call('/api/auth/login', { ...signIn, headers, from: '203.0.113.7' });
      return Shown.parse(JSON.parse(Session.parse(await answer.json()).user.name));
    };
    const ada = testIdentity();
    const token = await tokenOf(ada);
    const cookie = `a=1; ag_access=${token}; b=2`;
    const leaked = await opened.platform.tokens.signServiceToken({ service: 'ai', identity: ada });
    const nobody = { ip: '203.0.113.7', host: base.replace('http://', '') };
    expect(await shown({ 'x-api-key': token })).toEqual({ ...nobody, authorization: 'Bearer', known: ada.user_id });
    expect(await shown({ cookie, authorization: 'Basic YTpi' })).toMatchObject({ authorization: 'Basic', known: ada.user_id });
    expect(await shown({ cookie, 'x-api-key': 'ag_nonsense' })).toEqual({ ...nobody, cookie: 'a=1; b=2' });
    expect(await shown({ authorization: `Bearer ${leaked}` })).toEqual(nobody);
  });

  it('asks for no more than whether a session is open before it counts for its person', async () => {
    const ended = testIdentity();
    const authorization = `Bearer ${await tokenOf(ended)}`;
    expect((await call('/api/diagrams', { headers: { authorization } })).status).toBe(200);
    await closeSession(opened.platform, ended.session_id);
    for (let index = 0; index < 5; index += 1)
      expect(await codeOf(await call('/api/diagrams', { headers: { authorization } }))).toEqual([401, 'invalid_token']);
    const again = `Bearer ${await tokenOf({ ...ended, session_id: crypto.randomUUID() })}`;
    expect((await call('/api/diagrams', { headers: { authorization: again } })).headers.get('ratelimit-remaining')).toBe('3');
  });

  it('lets approved sites call with cookies, and no others [F033]', async () => {
    const preflight = (origin: string) =>
      call('/api/diagrams', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PATCH' } });
    const approved = await preflight('https://app.example.com');
    expect(approved.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
    expect(approved.headers.get('access-control-allow-credentials')).toBe('true');
    const methods = approved.headers.get('access-control-allow-methods')?.split(/, ?/);
    expect(methods).toEqual(expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']));
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('refuses writes that a foreign page makes with cookies', async () => {
    const cookie = `ag_access=${await tokenOf(testIdentity())}`;
    const write = (headers: Record<string, string>) => call('/api/auth/login', { ...signIn, headers: { cookie, ...headers } });
    expect(await codeOf(await write({ origin: 'https://evil.example' }))).toEqual([403, 'origin_refused']);
    expect(await codeOf(await write({ 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'origin_refused']);
    expect((await write({ origin: base })).status).toBe(200);
    expect((await write({ origin: 'https://app.example.com' })).status).toBe(200);
    const answer = call('/api/auth/sso/00000000-0000-4000-8000-000000000000/acs', {
      method: 'POST',
      headers: { origin: 'https://idp.example' },
    });
    expect((await codeOf(await answer))[1]).not.toBe('origin_refused');
  });

  it('hardens every answer against framing, sniffing and injection', async () => {
    for (const path of ['/health', '/api/nowhere', '/api/openapi.json']) {
      const { headers } = await call(path);
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-xss-protection')).toBe('1; mode=block');
      expect(headers.get('strict-transport-security')).toContain('max-age=');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('gives every answer the id of its request', async () => {
    const answer = await call('/api/auth/login', { ...signIn, headers: { 'x-request-id': 'trace-1' } });
    expect([answer.headers.get('x-request-id'), answer.headers.get('x-correlation-id')]).toEqual(['trace-1', 'trace-1']);
    expect((await call('/health', { headers: { 'x-request-id': 'not sane\t' } })).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('refuses a body that is too large', async () => {
    const body = JSON.stringify({ email: 'ada@example.com', password: 'x'.repeat(3000) });
    expect(await codeOf(await call('/api/auth/login', { method: 'POST', body }))).toEqual([413, 'payload_too_large']);
  });

  it('opens WebSockets to the collaboration service, not for foreign pages', async () => {
    const url = `${base.replace('http', 'ws')}/collab?file=1`;
    const socket = new WebSocket(url);
    const heard: string[] = [];
    await new Promise<void>((done, fail) => {
      socket.onerror = () => fail(new Error('no connection'));
      socket.onmessage = ({ data }) => {
        heard.push(String(data));
        if (heard.length === 1) socket.send('hello');
        else done();
      };
    });
    socket.close();
    expect(heard).toEqual(['/collab?file=1 traced', 'echo hello']);
    const status = (path: string, headers: Record<string, string>) =>
      new Promise((done) => request(base + path, { headers: { ...upgrade, ...headers } }, (answer) => done(answer.statusCode)).end());
    expect(await status('/collab', { origin: 'https://evil.example' })).toBe(403);
    expect(await status('/elsewhere', {})).toBe(404);
  });

  it('counts WebSockets by address as well', async () => {
    const open = async () => {
      const asked = request(`${base}/collab`, { headers: { ...upgrade, 'x-forwarded-for': '192.0.2.9' } }).end();
      return new Promise<[number | undefined, unknown]>((done) => {
        asked.once('upgrade', (answer, socket) => done([answer.statusCode, socket.destroy() && undefined]));
        asked.once('response', (answer) => done([answer.statusCode, answer.headers['retry-after']]));
      });
    };
    const statuses = new Set<number | undefined>();
    for (let index = 0; index < 40; index += 1) statuses.add((await open())[0]);
    expect([...statuses]).toEqual([101]);
    expect(await open()).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect(await codeOf(await call('/api/auth/login', { ...signIn, from: '192.0.2.9' }))).toEqual([429, 'rate_limited']);
  });

  it('describes the API for machines and people', async () => {
    const description = Description.parse(await (await call('/api/openapi.json')).json());
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toEqual(expect.arrayContaining(['/api/auth/login', '/api/diagrams', '/api/diagrams/{id}']));
    expect(Object.keys(description.paths).filter((path) => path.startsWith('/internal'))).toEqual([]);
    const statuses = (path: string, method: string) => Object.keys(description.paths[path]?.[method]?.responses ?? {});
    const always = ['401', '429', '500', '503', '504'];
    expect(statuses('/api/diagrams', 'post')).toEqual(expect.arrayContaining(['201', '400', '403', '413', '415', '422', ...always]));
    expect(statuses('/api/diagrams/{id}', 'get')).toEqual(expect.arrayContaining(['200', '403', '404', '422', ...always]));
    expect(statuses('/api/diagrams/{id}', 'get')).not.toContain('413');
    const docs = await call('/api/docs/');
    const page = await docs.text();
    const nonce = /'nonce-([^']+)'/.exec(docs.headers.get('content-security-policy') ?? '')?.[1];
    expect(nonce).toBeTruthy();
    expect(page).toContain(`nonce="${nonce}"`);
    expect(page).not.toMatch(/https:\/\/cdn/);
    expect((await call('/api/docs/js/scalar.js')).status).toBe(200);
  });

  it('serves the signed links of the file store until they lapse, for that object only [F028]', async () => {
    const { storage } = opened.platform;
    await storage.put('exports', 'a/one.txt', new TextEncoder().encode('one'));
    const path = async (seconds: number, method: 'GET' | 'PUT' = 'GET') => {
      const { pathname, search } = new URL(await storage.signedUrl('exports', 'a/one.txt', { expiresSeconds: seconds, method }));
      return pathname + search;
    };
    expect(await (await call(await path(3600))).text()).toBe('one');
    expect((await call(await path(3600, 'PUT'), { method: 'PUT', body: 'two', headers: { 'content-type': 'text/plain' } })).status).toBe(
      204,
    );
    expect(await (await call(await path(3600))).text()).toBe('two');
    expect(await codeOf(await call(await path(-1)))).toEqual([403, 'forbidden']);
    expect(await codeOf(await call((await path(3600)).replace('one.txt', 'two.txt')))).toEqual([403, 'forbidden']);
    expect(await codeOf(await call(await path(3600), { method: 'PUT', body: 'x', headers: { 'content-type': 'text/plain' } }))).toEqual([
      403,
      'forbidden',
    ]);
  });

  it('tells its metrics to programs of this machine, not to who comes through a proxy', async () => {
    expect((await fetch(`${base}/metrics`)).status).toBe(200);
    expect(await codeOf(await call('/metrics'))).toEqual([403, 'forbidden']);
  });

  it('tells the health of the whole', async () => {
    const answer = await call('/health');
    const health = SystemHealth.parse(await answer.json());
    expect(health.services.diagram).toMatchObject({ status: 'healthy', latency_ms: expect.any(Number) });
    expect(health.services.git?.status).toBe('unhealthy');
    expect([answer.status, health.status]).toEqual([200, 'degraded']);
  });
});

it('is down when a needed service is down, and says so', async () => {
  const opened = await openTestPlatform({ DIAGRAM_URL: await deadAddress(), METRICS_TOKEN: 'metrics-of-the-house' });
  const host = await hostServices(opened.platform, [auth, collaboration, gateway]);
  try {
    const health = await host.app('gateway').inject('/health');
    expect([health.statusCode, health.json().status, health.json().services.diagram.status]).toEqual([503, 'unhealthy', 'unhealthy']);
    const identity = testIdentity();
    await openSession(opened.platform.kv, identity.session_id, identity.user_id);
    const authorization = `Bearer ${await opened.platform.tokens.signAccessToken(identity)}`;
    const answer = await host.app('gateway').inject({ url: '/api/diagrams', headers: { authorization } });
    expect([answer.statusCode, answer.json().error.code]).toEqual([503, 'service_unavailable']);
    const metrics = async (headers: Record<string, string>) => (await host.app('gateway').inject({ url: '/metrics', headers })).statusCode;
    expect([await metrics({}), await metrics({ authorization: 'Bearer another token' })]).toEqual([403, 403]);
    expect(await metrics({ authorization: 'Bearer metrics-of-the-house' })).toBe(200);
    vi.spyOn(opened.platform.kv, 'ping').mockRejectedValue(new Error('10.9.8.7 is not there'));
    const ready = await host.app('gateway').inject('/health/ready');
    expect([ready.statusCode, ready.json().checks.kv.status, ready.body.includes('10.9.8.7')]).toEqual([503, 'unhealthy', false]);
  } finally {
    await host.close();
    await opened.close();
  }
});
