import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { hostServices, listen, openSession, type Platform, type Service, takeUpgrades } from '@autograph/service-kit';
import { freePort, openTestPlatform, testIdentity } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { service as gateway } from './service.ts';
import { auth, collaboration, diagram, holdLists } from './testing/stand-ins.ts';

let opened: Awaited<ReturnType<typeof openTestPlatform>>;
let authorization: string;
beforeAll(async () => {
  opened = await openTestPlatform({ RATE_LIMIT_USER: '1000000', RATE_LIMIT_ADDRESS: '1000000' });
  const identity = testIdentity();
  await openSession(opened.platform.kv, identity.session_id, identity.user_id);
  authorization = `Bearer ${await opened.platform.tokens.signAccessToken(identity)}`;
});
afterAll(() => opened.close());

interface Node {
  readonly port: number;
  /** As a process does on SIGTERM; `noticed` stands for the SHUTDOWN_DELAY_MS in which balancers look away. */
  stop(noticed: () => Promise<void>): Promise<void>;
}

async function start(services: readonly Service[], port: number, environment: Record<string, string> = {}): Promise<Node> {
  const { platform } = opened;
  const config = { ...platform.config, environment: { ...platform.config.environment, ...environment } };
  const own: Platform = { ...platform, config };
  const host = await hostServices(own, services);
  const [first] = services.slice(-1);
  const app = host.app(first?.name ?? '');
  const socket = host.directory.local(first?.name ?? '')?.socket;
  if (socket) takeUpgrades(app, socket);
  const used = await listen(app, '127.0.0.1', port);
  return {
    port: used,
    stop: async (noticed) => {
      host.leave();
      await noticed();
      await host.finish();
      await host.close();
    },
  };
}

/** What stands in front of a cluster: passes connections on to servers that say that they are ready. */
async function balance(ports: () => readonly number[]) {
  let ready: readonly number[] = [];
  let turn = 0;
  const open = new Set<Socket>();
  const look = async () => {
    const asked = await Promise.all(
      ports().map((port) =>
        fetch(`http://127.0.0.1:${port}/health/ready`, { headers: { connection: 'close' } }).then(
          ({ status }) => status === 200,
          () => false,
        ),
      ),
    );
    ready = ports().filter((_, index) => asked[index]);
  };
  await look();
  const server = createServer((near) => {
    turn += 1;
    const far = connect(ready[turn % ready.length] ?? 0, '127.0.0.1');
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const close = () => {
    for (const socket of open) socket.destroy();
    server.close();
  };
  return { port: address !== null && typeof address === 'object' ? address.port : 0, look, close };
}

it('answers what it has accepted, refuses what comes after, and ends [F018]', async () => {
  const node = await start([auth, diagram, gateway], 0);
  const url = `http://127.0.0.1:${node.port}/api/diagrams`;
  const held = holdLists();
  const accepted = Array.from({ length: 5 }, () => fetch(url, { headers: { authorization } }));
  await vi.waitUntil(() => held.waiting() === 5, { timeout: 10_000 });
  let ended = false;
  const stopped = node
    .stop(async () => undefined)
    .then(() => {
      ended = true;
    });
  const refused = await vi.waitUntil(async () => {
    const answer = await fetch(`http://127.0.0.1:${node.port}/api/auth/setup`);
    return answer.status === 503 ? answer : undefined;
  });
  expect([refused.headers.get('connection'), refused.headers.get('retry-after'), ended]).toEqual(['close', '1', false]);
  held.release();
  expect((await Promise.all(accepted)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  await stopped;
  await expect(fetch(url)).rejects.toThrow();
});

it('lets nobody see a restart of one gateway or service after the other', async () => {
  const addresses = async () => [await freePort(), await freePort()];
  const [auths, diagrams, rooms, gateways] = [await addresses(), await addresses(), await addresses(), await addresses()];
  const urls = (ports: readonly number[]) => ports.map((port) => `http://127.0.0.1:${port}`).join(',');
  const environment = { AUTH_URL: urls(auths), DIAGRAM_URL: urls(diagrams), COLLABORATION_URL: urls(rooms) };
  const kinds = [
    [auth, auths],
    [diagram, diagrams],
    [collaboration, rooms],
    [gateway, gateways],
  ] as const;
  const nodes = await Promise.all(
    kinds.flatMap(([service, ports]) => ports.map(async (port) => ({ service, node: await start([service], port, environment) }))),
  );
  const restarted: Node[] = [];
  const visited = async (times: number) => {
    const before = seen.length;
    await vi.waitUntil(() => seen.length > before + times, { timeout: 20_000 });
  };
  const balancer = await balance(() => gateways);
  const base = `http://127.0.0.1:${balancer.port}`;

  let over = false;
  const seen: string[] = [];
  const visit = async (path: string, init: RequestInit) => {
    while (!over) {
      const answer = await fetch(base + path, init).catch((error: unknown) => ({ status: String(error), text: async () => '' }));
      await answer.text();
      seen.push(`${path} ${answer.status}`);
    }
  };
  const body = JSON.stringify({ email: 'ada@example.com', password: 'right' });
  const login = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
  const visitors = [
    visit('/api/diagrams', { headers: { authorization } }),
    visit('/api/auth/login', login),
    visit('/api/auth/login', login),
  ];
  const file = '7f0e8a64-6a1c-4a53-9d5a-2f5c8a1f2f10';
  const goodbyes: number[] = [];
  const greetings: string[] = [];
  const dial = () => {
    const socket = new WebSocket(`ws://127.0.0.1:${balancer.port}/collab?file=${file}`);
    socket.on('message', (data) => greetings.push(String(data)));
    socket.on('close', (code) => {
      if (over) return;
      goodbyes.push(code);
      dial();
    });
    socket.on('error', () => undefined);
  };
  dial();
  await vi.waitUntil(() => greetings.length === 1 && seen.length > 10, { timeout: 10_000 });
  for (const { service, node } of nodes) {
    await node.stop(async () => {
      await balancer.look();
      await visited(20);
    });
    restarted.push(await start([service], node.port, environment));
    await balancer.look();
    await visited(10);
  }
  over = true;
  await Promise.all(visitors);
  expect([...new Set(seen)].sort()).toEqual(['/api/auth/login 200', '/api/diagrams 200']);
  expect(goodbyes.length).toBeGreaterThan(1);
  expect(new Set(goodbyes)).toEqual(new Set([1012]));
  balancer.close();
  await Promise.all(restarted.map((node) => node.stop(async () => undefined)));
});
