import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { defineRoute } from '@autograph/contracts';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { defineService } from './define-service.ts';
import { createErrorReports } from './error-reports.ts';
import { implement } from './implement.ts';
import { defineJob, type Jobs } from './jobs/jobs.ts';
import { createMemoryKv } from './kv/memory.ts';
import { createLog } from './log.ts';
import { collectLog, startTestServices, testIdentity } from './testing/index.ts';
import { followJobs } from './tracing/consumers.ts';

const Event = z.object({
  event_id: z.string(),
  fingerprint: z.array(z.string()),
  tags: z.record(z.string(), z.string()),
  user: z.object({ id: z.string() }),
  exception: z.object({
    values: z.array(
      z.object({
        type: z.string(),
        value: z.string(),
        stacktrace: z.object({ frames: z.array(z.object({ filename: z.string(), function: z.string(), in_app: z.boolean() })) }),
      }),
    ),
  }),
});

const fail = defineRoute({
  service: 'diagram',
  method: 'POST',
  path: '/api/diagrams/:id/fail',
  summary: 'Fails.',
  params: z.object({ id: z.string() }),
  body: z.object({ how: z.enum(['type', 'range', 'sql']), password: z.string() }),
  responses: { 204: null },
});

const failures = {
  type: (password: string) => {
    throw new TypeError(`no postgres://ada:${password}@db/x with Bearer ${password}.abcdef for ada@example.com, password=${password}`);
  },
  range: () => {
    throw new RangeError('too far');
  },
  sql: (password: string) => {
    throw new Error(`Failed query: select $1\nparams: ${password},2`);
  },
};

const diagram = defineService({
  name: 'diagram',
  port: 0,
  register: async (app) => implement(app, fail, async ({ body }) => failures[body.how](body.password)),
});

it('reports a fault once for its group, with stack, person, file and request, and without secrets [F039]', async () => {
  const bodies: string[] = [];
  const paths: (string | undefined)[] = [];
  const tracker = createServer(async (request, response) => {
    paths.push(`${request.url} ${request.headers['x-sentry-auth']}`);
    bodies.push(await text(request));
    response.end('{}');
  });
  await new Promise<void>((done) => tracker.listen(0, '127.0.0.1', done));
  const { port } = z.custom<AddressInfo>().parse(tracker.address());
  const log = collectLog();
  const services = await startTestServices([diagram], { SENTRY_DSN: `http://public1@127.0.0.1:${port}/sub/7` }, log);
  const ada = testIdentity();
  const secret = 'hunter2SecretValue';
  try {
    const authorization = `Bearer ${await services.token(ada)}`;
    const cause = async (how: string, id: string) => {
      const answer = await services.host.app('diagram').inject({
        method: 'POST',
        url: '/api/diagrams/f9/fail?token=hunter2SecretValue',
        headers: { authorization, 'x-request-id': id, cookie: `session=${secret}` },
        payload: { how, password: secret },
      });
      expect(answer.statusCode).toBe(500);
    };
    for (const id of ['first', 'second', 'third']) await cause('type', id);
    await cause('range', 'fourth');
    await cause('sql', 'fifth');
    await services.platform.reports.close();

    const events = bodies.map((body) => Event.parse(JSON.parse(body.split('\n')[2] ?? '')));
    expect(events.map(({ exception }) => exception.values.at(-1)?.type).sort()).toEqual(['Error', 'RangeError', 'TypeError']);
    const event = events.find(({ exception }) => exception.values.at(-1)?.type === 'TypeError');
    expect(event?.tags).toEqual({ service: 'diagram', correlation_id: 'first', file_id: 'f9' });
    expect(event?.user).toEqual({ id: ada.user_id });
    const frames = event?.exception.values.at(-1)?.stacktrace.frames ?? [];
    expect(frames.findLast(({ in_app }) => in_app)).toMatchObject({ filename: 'packages/service-kit/error-reports.test.ts' });
    expect(paths[0]).toBe('/sub/api/7/envelope/ Sentry sentry_version=7, sentry_client=autograph/0.1.0, sentry_key=public1');

    const line = log.lines.find(({ message }) => message === 'request failed');
    expect(line).toMatchObject({ correlation_id: 'first', user_id: ada.user_id, file_id: 'f9', err: { type: 'TypeError' } });
    expect(JSON.stringify(line?.err)).toContain('error-reports.test.ts');
    for (const written of [...bodies, log.text]) expect(written).not.toContain(secret);
    for (const body of bodies) expect(body).not.toContain('ada@example.com');
  } finally {
    await services.close();
    tracker.closeAllConnections();
    tracker.close();
  }
});

it('says again what a tracker that was away did not take, a minute later [F039]', async () => {
  const answers = [503, 200, 200];
  let asked = 0;
  const tracker = createServer((_request, response) => {
    response.statusCode = answers[asked] ?? 500;
    asked += 1;
    response.end('{}');
  });
  await new Promise<void>((done) => tracker.listen(0, '127.0.0.1', done));
  const { port } = z.custom<AddressInfo>().parse(tracker.address());
  const log = createLog('test', 'silent');
  const reports = createErrorReports({ dsn: `http://key@127.0.0.1:${port}/1`, environment: 'test', kv: createMemoryKv(), log });
  const fault = new Error('odd');
  const seen: number[] = [];
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    for (const seconds of [0, 10, 51, 120]) {
      vi.setSystemTime(Date.now() + seconds * 1000);
      reports.capture(fault, 'diagram');
      await reports.close();
      seen.push(asked);
    }
  } finally {
    vi.useRealTimers();
    tracker.closeAllConnections();
    tracker.close();
  }
  expect(seen).toEqual([1, 1, 2, 2]);
});

it('reports faults of jobs, but not that another server was away', async () => {
  const handlers: (() => Promise<void>)[] = [];
  const done = async () => undefined;
  const jobs: Jobs = {
    send: done,
    schedule: done,
    close: done,
    work: async (type, handle) => void handlers.push(async () => handle(type.data.parse({}))),
  };
  const reported: unknown[] = [];
  const failures = [Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }), new TypeError('odd')];
  const followed = followJobs(jobs, undefined, (error) => reported.push(error));
  for (const failure of failures)
    await followed.work(defineJob({ name: 'test', data: z.object({}) }), async () => {
      throw failure;
    });
  for (const [index, run] of handlers.entries()) await expect(run()).rejects.toBe(failures[index]);
  expect(reported).toEqual([failures[1]]);
});
