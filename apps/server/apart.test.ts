import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRoom } from '@autograph/collab';
import { createDesk, until } from '@autograph/collaboration/testing/start-rooms.ts';
import { addBlock, createClient, createDiagram, getDiagram, listDiagrams, logout, register, SystemHealth } from '@autograph/contracts';
import { connectTestRedis, createTestDatabase, freePort, type TestDatabase, testRedisUrl } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { serviceNames } from './service-names.ts';
import { type ServerProcess, startServer } from './testing/server-process.ts';

const portByService = new Map<string, number>();
for (const name of serviceNames) portByService.set(name, await freePort());
const portOf = (name: string) => portByService.get(name) ?? 0;
const variableOf = (name: string) => `${name.replaceAll('-', '_').toUpperCase()}_URL`;
const gateway = `http://127.0.0.1:${portOf('gateway')}`;
const redis = await connectTestRedis();
await redis?.close();

describe.skipIf(redis === null)('every service as a process of its own over PostgreSQL and Redis', () => {
  let folder: string;
  let database: TestDatabase;
  let environment: Record<string, string>;
  const processes = new Map<string, ServerProcess>();
  const start = (name: string) => startServer({ ...environment, PORT: String(portOf(name)) }, [`--services=${name}`]);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'autograph-apart-'));
    database = await createTestDatabase();
    environment = {
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      DATABASE_POOL: '5',
      REDIS_URL: testRedisUrl,
      REDIS_PREFIX: redis?.prefix ?? '',
      AUTH_SECRET: randomUUID() + randomUUID(),
      PUBLIC_URL: gateway,
      HEALTH_INTERVAL_MS: '500',
      ...Object.fromEntries(serviceNames.map((name) => [variableOf(name), `http://127.0.0.1:${portOf(name)}`])),
    };
    for (const name of serviceNames) processes.set(name, start(name));
    await Promise.all([...processes.values()].map(({ ready }) => ready));
  }, 120_000);
  afterAll(async () => {
    await Promise.all([...processes.values()].map((process) => process.stop()));
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const signUp = async (headers: Record<string, string> = {}) => {
    const email = `${randomUUID()}@example.com`;
    const body = { email, password: 'Correct-horse-7-battery', name: 'Ada' };
    return createClient({ baseUrl: gateway, headers: () => headers })(register, { body });
  };
  const clientOf = (token: string, headers: Record<string, string> = {}) =>
    createClient({ baseUrl: gateway, headers: () => ({ authorization: `Bearer ${token}`, ...headers }) });

  it('is healthy as a whole', async () => {
    const answer = await fetch(`${gateway}/health`);
    const health = SystemHealth.parse(await answer.json());
    expect(Object.entries(health.services).filter(([, { status }]) => status !== 'healthy')).toEqual([]);
    expect([answer.status, health.status]).toEqual([200, 'healthy']);
  });

  it('signs up, makes a file with a diagram as code, and reads it back through the gateway', async () => {
    const { access_token } = await signUp();
    const call = clientOf(access_token);
    const blocks = [{ language: 'mermaid' as const, source: 'flowchart LR\n  a[Web] --> b[API]\n' }];
    const made = await call(createDiagram, { body: { title: 'Two boxes', type: 'mixed', note_content: '# Plan', blocks } });
    const read = await call(getDiagram, { params: { id: made.id } });
    expect([read.title, read.note_content, read.version]).toEqual(['Two boxes', '# Plan', made.version]);
    expect(read.canvas_data.shapes.length).toBeGreaterThanOrEqual(3);
    const list = await call(listDiagrams, { query: { q: 'two boxes' } });
    expect(list.items.map(({ id }) => id)).toContain(made.id);
  });

  it('shows a write live in an open editor, exports it, and ends the editor with the session', async () => {
    const { access_token, user } = await signUp();
    const call = clientOf(access_token);
    const { id } = await call(createDiagram, { body: { title: 'Live', type: 'canvas' } });
    const desk = createDesk();
    const url = `${gateway.replace('http', 'ws')}/collab`;
    const room = openRoom({ url, fileId: id, token: async () => access_token, user: { id: user.id, name: user.name }, editor: desk });
    await until(room, () => room.status === 'live');
    await call(addBlock, { params: { id }, body: { language: 'mermaid', source: 'flowchart LR\n  a[Web] --> b[API]\n' } });
    await until(room, () => desk.document.blocks.size === 1);
    const headers = { authorization: `Bearer ${access_token}` };
    const picture = await (await fetch(`${gateway}/api/diagrams/${id}/export?format=svg`, { headers })).text();
    expect(picture).toMatch(/^<svg.*Web.*API/s);
    await call(logout, {});
    await until(room, () => room.problem !== null);
    expect(room.problem).toMatchObject({ kind: 'denied', code: 'unauthenticated' });
    room.close();
  });

  it('follows one request through the logs of every service it passes [F012]', async () => {
    const id = `trace-${randomUUID()}`;
    const { access_token } = await signUp();
    await clientOf(access_token, { 'x-request-id': id })(createDiagram, { body: { title: 'Traced', type: 'canvas' } });
    for (const name of ['gateway', 'diagram', 'collaboration']) {
      const lines = (processes.get(name)?.logs() ?? '').split('\n').filter((line) => line.includes(id));
      expect(
        lines.map((line) => JSON.parse(line)),
        name,
      ).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ service_name: name, correlation_id: id, level: 'info', message: expect.any(String) }),
        ]),
      );
    }
  });

  it('lets each service publish its metrics [F019]', async () => {
    for (const name of serviceNames) {
      const metrics = await (await fetch(`http://127.0.0.1:${portOf(name)}/metrics`)).text();
      for (const metric of ['request_count', 'request_duration_seconds', 'active_connections']) expect(metrics, name).toContain(metric);
    }
  });

  it('calls a needed service down when three probes have failed, and healthy again when it is back [F011]', async () => {
    const diagram = processes.get('diagram');
    if (!diagram) throw new Error('diagram was not started');
    expect((await diagram.stop()).status).toBe(0);
    const health = async () => {
      const answer = await fetch(`${gateway}/health`);
      return [answer.status, SystemHealth.parse(await answer.json()).services.diagram?.status];
    };
    await vi.waitUntil(async () => (await health())[1] === 'unhealthy', { timeout: 30_000, interval: 100 });
    expect(await health()).toEqual([503, 'unhealthy']);
    const again = start('diagram');
    processes.set('diagram', again);
    await again.ready;
    expect((await fetch(`${gateway}/health`)).status).toBe(200);
  });
});
