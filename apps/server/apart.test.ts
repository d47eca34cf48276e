import { randomUUID } from 'node:crypto';
import { openRoom } from '@autograph/collab';
import { createDesk, until } from '@autograph/collaboration/testing/start-rooms.ts';
import {
  addBlock,
  createClient,
  createDiagram,
  getDiagram,
  listDiagrams,
  logout,
  register,
  Session,
  SystemHealth,
} from '@autograph/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Cluster, clusterRuns, startCluster } from './testing/cluster.ts';

const runs = await clusterRuns();

describe.skipIf(!runs)('every service as a process of its own over PostgreSQL, Redis and S3', () => {
  let cluster: Cluster;
  let gateway: string;
  beforeAll(async () => {
    cluster = await startCluster({ HEALTH_INTERVAL_MS: '500' });
    gateway = cluster.url;
  }, 300_000);
  afterAll(() => cluster?.dispose());

  const signUp = async (headers: Record<string, string> = {}) => {
    const email = `${randomUUID()}@example.com`;
    const body = { email, password: 'Correct-horse-7-battery', name: 'Ada' };
    return Session.parse(await createClient({ baseUrl: gateway, headers: () => headers })(register, { body }));
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
    const linesOf = (name: string, of = id) =>
      cluster
        .instances(name)
        .flatMap(({ process }) => process.logs().split('\n'))
        .filter((line) => line.includes(of) && line.endsWith('}'))
        .map((line) => JSON.parse(line));
    const line = (name: string) =>
      expect.objectContaining({ service_name: name, correlation_id: id, level: 'info', message: expect.any(String) });
    // What a process logs comes by its own way, which may take longer than the answer.
    for (const name of ['gateway', 'diagram', 'collaboration'])
      await vi.waitFor(() => expect(linesOf(name), name).toEqual(expect.arrayContaining([line(name)])), 5000);

    // Of one that fails the lines that say why are found by it, too.
    const { id: file } = await clientOf(access_token)(createDiagram, { body: { title: 'Unread', type: 'canvas' } });
    for (const instance of cluster.instances('collaboration')) await cluster.end(instance, 'SIGKILL');
    const failing = `failing-${randomUUID()}`;
    const headers = { authorization: `Bearer ${access_token}`, 'x-request-id': failing, 'content-type': 'application/json' };
    const body = JSON.stringify({ source: 'flowchart LR\n a-->b' });
    const answer = await fetch(`${gateway}/api/diagrams/${file}/blocks`, { method: 'POST', headers, body });
    expect([answer.status, answer.headers.get('x-correlation-id')]).toEqual([503, failing]);
    const troubles = (name: string) =>
      linesOf(name, failing)
        .filter(({ level }) => level !== 'info')
        .map(({ service_name, correlation_id }) => [service_name, correlation_id]);
    await vi.waitFor(() => expect(troubles('diagram')).toContainEqual(['diagram', failing]), 5000);
    await vi.waitFor(() => expect(linesOf('gateway', failing)).toContainEqual(expect.objectContaining({ status: 503 })), 5000);
    await cluster.start();
  });

  it('lets each service publish its metrics [F019]', async () => {
    for (const { service, port } of cluster.instances()) {
      const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      for (const metric of ['request_count', 'request_duration_seconds', 'active_connections']) expect(metrics, service).toContain(metric);
    }
  });

  it('works on without one instance, calls a service down when three probes of it have failed, and healthy when it is back [F011]', async () => {
    const { access_token } = await signUp();
    const call = clientOf(access_token);
    const [first, second] = cluster.instances('diagram');
    if (!first || !second) throw new Error('there are not two');
    await cluster.end(first, 'SIGKILL');
    const answers = () => call(listDiagrams, { query: {} }).then(Boolean, () => false);
    await vi.waitUntil(answers, { timeout: 10_000, interval: 20 });
    const titles = ['a', 'b', 'c', 'd'];
    for (const title of titles) await call(createDiagram, { body: { title, type: 'canvas' } });
    const { items } = await call(listDiagrams, { query: {} });
    expect(items.map(({ title }) => title)).toEqual(expect.arrayContaining(titles));

    await cluster.end(second);
    const health = async () => {
      const answer = await fetch(`${gateway}/health`);
      return [answer.status, SystemHealth.parse(await answer.json()).services.diagram?.status];
    };
    await vi.waitUntil(async () => (await health())[1] === 'unhealthy', { timeout: 30_000, interval: 100 });
    expect(await health()).toEqual([503, 'unhealthy']);
    await cluster.start();
    await vi.waitUntil(async () => (await health())[1] === 'healthy', { timeout: 30_000, interval: 100 });
    expect((await fetch(`${gateway}/health`)).status).toBe(200);
  }, 120_000);
});
