import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { routes } from '@autograph/contracts';
import { hostServices, openSession, type Platform } from '@autograph/service-kit';
import { freePort, openTestPlatform, testIdentity } from '@autograph/service-kit/testing/index.ts';
import { afterEach, expect, it, vi } from 'vitest';
import { service as gateway } from './service.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A server of a service that knows how often it was asked. */
async function serve(port: number, answer: RequestListener): Promise<{ asked: () => number; stop(): Promise<unknown> }> {
  let asked = 0;
  const server: Server = createServer((request, response) => {
    if (request.url?.startsWith('/health')) return response.end();
    asked += 1;
    answer(request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const stop = async () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  closers.push(stop);
  return { asked: () => asked, stop };
}

const fine: RequestListener = (_request, response) => response.setHeader('content-type', 'application/json').end('{}');

async function startGateway(environment: Record<string, string>): Promise<{
  call: (url: string) => Promise<[number, string]>;
  /** The same as somebody who has signed in. */
  callAs: (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string) => Promise<number>;
  platform: Platform;
}> {
  // With somebody to tell, the gateway asks nobody for the administrators: only what is tested is counted.
  const opened = await openTestPlatform({ ALERT_MAIL_TO: 'ops@example.com', ...environment });
  closers.push(opened.close);
  const host = await hostServices(opened.platform, [gateway]);
  closers.push(host.close);
  const call = async (url: string): Promise<[number, string]> => {
    const method = url.includes('login') ? 'POST' : 'GET';
    const answer = await host.app('gateway').inject({ method, url, ...(method === 'POST' ? { payload: { email: 'a' } } : {}) });
    return [answer.statusCode, answer.json().error?.code ?? 'fine'];
  };
  const identity = testIdentity({ role: 'admin' });
  await openSession(opened.platform.kv, identity.session_id, identity.user_id);
  const authorization = `Bearer ${await opened.platform.tokens.signAccessToken(identity)}`;
  const callAs = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string) =>
    (await host.app('gateway').inject({ method, url, headers: { authorization, 'if-match': '*' } })).statusCode;
  return { call, callAs, platform: opened.platform };
}

it('brings every route of the contract to the service that owns it, and to no other [F007]', async () => {
  const owners = [...new Set(routes.map(({ service }) => service))].filter((name) => name !== 'gateway');
  const ports = new Map(await Promise.all(owners.map(async (name) => [name, await freePort()] as const)));
  const servers = await Promise.all([...ports].map(async ([name, port]) => [name, await serve(port, fine)] as const));
  const urls = [...ports].map(([name, port]) => [`${name.toUpperCase().replaceAll('-', '_')}_URL`, `http://127.0.0.1:${port}`]);
  const { callAs } = await startGateway({ ...Object.fromEntries(urls), RATE_LIMIT_USER: '100000', RATE_LIMIT_ADDRESS: '100000' });
  const counts = () => new Map(servers.map(([name, { asked }]) => [name, asked()]));
  const reached = new Set<string>();
  for (const { method, path, service } of routes.filter((route) => route.service !== 'gateway' && !route.path.startsWith('/internal/'))) {
    const before = counts();
    await callAs(method, path.replace(/:\w+/g, 'x'));
    const after = counts();
    expect(
      owners.filter((name) => after.get(name) !== before.get(name)),
      `${method} ${path}`,
    ).toEqual([service]);
    reached.add(service);
  }
  expect([...reached]).toEqual(expect.arrayContaining(['auth', 'diagram', 'ai', 'export']));
  expect(await callAs('GET', '/api/nowhere')).toBe(404);
});

it('lets calls fail at once after five that failed, and goes on when the service is back [F017]', async () => {
  const port = await freePort();
  const { callAs } = await startGateway({ AI_URL: `http://127.0.0.1:${port}`, BREAKER_RESET_MS: '200', RETRY_WAITS_MS: '' });
  const generate = () => callAs('POST', '/api/ai/generate');
  for (let index = 0; index < 5; index += 1) expect(await generate()).toBe(503);

  const { asked } = await serve(port, fine);
  expect([await generate(), asked()]).toEqual([503, 0]);
  await vi.waitUntil(async () => (await generate()) === 200, { timeout: 10_000, interval: 20 });
  expect(await generate()).toBe(200);
});

it('repeats what may be repeated until the service is back, and nothing else [F035]', async () => {
  const port = await freePort();
  const { call } = await startGateway({ AUTH_URL: `http://127.0.0.1:${port}`, RETRY_WAITS_MS: '200,400,5000' });
  const reading = call('/api/auth/setup');
  expect(await call('/api/auth/login')).toEqual([503, 'service_unavailable']);
  const { asked } = await serve(port, fine);
  expect(await reading).toEqual([200, 'fine']);
  expect(asked()).toBe(1);
});

it('spreads requests evenly over the servers of a service, and over the rest when one is gone [F054]', async () => {
  const ports = [await freePort(), await freePort(), await freePort()];
  const servers = await Promise.all(ports.map((port) => serve(port, fine)));
  const { call } = await startGateway({ AUTH_URL: ports.map((port) => `http://127.0.0.1:${port}`).join(',') });
  for (let index = 0; index < 30; index += 1) expect((await call('/api/auth/login'))[0]).toBe(200);
  expect(servers.map(({ asked }) => asked())).toEqual([10, 10, 10]);
  await servers[1]?.stop();
  for (let index = 0; index < 20; index += 1) expect((await call('/api/auth/login'))[0]).toBe(200);
  const [first, second, third] = servers.map(({ asked }) => asked() - 10);
  expect([second, (first ?? 0) + (third ?? 0), Math.abs((first ?? 0) - (third ?? 0)) <= 2]).toEqual([0, 20, true]);
});

it('asks another server when one says that it is stopping, whatever the request does', async () => {
  const ports = [await freePort(), await freePort()];
  const leaving = await serve(ports[0] ?? 0, (_request, response) => response.writeHead(503, { 'x-refused': 'stopping' }).end());
  const staying = await serve(ports[1] ?? 0, fine);
  const { call } = await startGateway({ AUTH_URL: ports.map((port) => `http://127.0.0.1:${port}`).join(',') });
  for (let index = 0; index < 4; index += 1) expect((await call('/api/auth/login'))[0]).toBe(200);
  expect([leaving.asked(), staying.asked()]).toEqual([1, 4]);
});

it('gives up a service that does not answer in its time, and leaves it the time that it has [F034]', async () => {
  const port = await freePort();
  let release: (() => void) | undefined;
  await serve(port, (request, response) => {
    if (request.url === '/api/auth/setup') release = () => response.setHeader('content-type', 'application/json').end('{}');
  });
  const { call } = await startGateway({ AUTH_URL: `http://127.0.0.1:${port}`, AUTH_REQUEST_TIMEOUT_MS: '2000' });
  const slow = call('/api/auth/setup');
  const stuck = call('/api/auth/login');
  await vi.waitUntil(() => release !== undefined, { timeout: 5000 });
  release?.();
  expect(await slow).toEqual([200, 'fine']);
  expect(await stuck).toEqual([504, 'timeout']);
});
