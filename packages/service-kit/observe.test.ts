import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { defineRoute } from '@autograph/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { defineService } from './define-service.ts';
import { implement } from './implement.ts';
import { defineJob } from './jobs/jobs.ts';
import { listen } from './listen.ts';
import { collectLog, startTestServices, type TestServices, testIdentity } from './testing/index.ts';

const read = defineRoute({
  service: 'diagram',
  method: 'POST',
  path: '/api/diagrams/:id/test',
  summary: 'Asks the database.',
  params: z.object({ id: z.string() }),
  query: z.object({ sql: z.string(), token: z.string().optional() }),
  body: z.object({ values: z.array(z.string()) }),
  responses: { 200: z.object({ rows: z.number() }) },
});

const idle = defineJob({ name: 'test-idle', data: z.object({}) });

const diagram = defineService({
  name: 'diagram',
  port: 0,
  register: async (app, kit) => {
    await kit.pool.query('create table if not exists papers (id int, title text, note text)');
    implement(app, read, async ({ query, body }) => {
      const { rows } = await kit.pool.query(query.sql, body.values);
      return { rows: rows.length };
    });
  },
});

const log = collectLog();
let services: TestServices;
let url: string;
beforeAll(async () => {
  services = await startTestServices(
    [diagram],
    { SLOW_REQUEST_MS: '0', SLOW_QUERY_MS: '0', REQUEST_TIMEOUT_MS: '400', DIAGRAM_REQUEST_TIMEOUT_MS: '20000' },
    log,
  );
  // The limit of the statements below is not one for what is laid out for them.
  await services.platform.pool.query(
    "begin; set local statement_timeout = 0; insert into papers select n, 'title ' || n, repeat('x', 200) from generate_series(1, 20000) n; analyze papers; commit",
  );
  url = `http://127.0.0.1:${await listen(services.host.app('diagram'), '127.0.0.1', 0)}`;
});
afterAll(() => services.close());

const ada = testIdentity();

async function ask(sql: string, values: readonly string[] = [], padding = 0, query = '', signal?: AbortSignal): Promise<Response> {
  const authorization = `Bearer ${await services.token(ada)}`;
  return fetch(`${url}/api/diagrams/f7/test?sql=${encodeURIComponent(sql)}${query}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: `${JSON.stringify({ values })}${' '.repeat(padding)}`,
    ...(signal ? { signal } : {}),
  });
}

const lineOf = (message: string, sql: string) =>
  vi.waitUntil(() => log.lines.findLast((line) => line.message === message && JSON.stringify(line).includes(sql)), { timeout: 10_000 });

const metricsNow = async () => (await fetch(`${url}/metrics`)).text();
const readingOf = (metrics: string, name: string, ...labels: readonly string[]): number => {
  const line = metrics.split('\n').find((each) => each.startsWith(`${name}{`) && labels.every((label) => each.includes(label)));
  return Number(line?.split(' ').at(-1) ?? 0);
};

describe('metrics of jobs', () => {
  it('tell how many jobs wait, under the name of the service for the process itself', async () => {
    await services.platform.jobs.send(idle, {});
    const metrics = await metricsNow();
    expect(readingOf(metrics, 'jobs_queue_depth', 'queue="test-idle"', 'state="waiting"', 'service="diagram"')).toBe(1);
    expect(metrics).toContain('nodejs_eventloop_lag_p99_seconds{service="diagram"}');
  });
});

describe('slow statements', () => {
  it('are logged with duration and plan, without values, and the index that the hint names changes the plan', async () => {
    const sql = 'select id from papers where title = $1';
    await ask(sql, ['hunter2-secret']);
    const before = await lineOf('slow statement', 'papers where title');
    expect(before).toMatchObject({ level: 'warn', module: 'sql', duration_ms: expect.any(Number) });
    expect(before.plan).toEqual([expect.stringContaining('Seq Scan on papers')]);
    expect(before.hint).toMatch(/^papers is read as a whole for .*: an index on \(title\) may help$/);
    await services.platform.pool.query('create index papers_title on papers (title)');
    await ask(`${sql} and true`, ['hunter2-secret']);
    const after = await lineOf('slow statement', 'papers where title = $1 and true');
    expect(JSON.stringify(after.plan)).toMatch(/(Index|Bitmap).*papers_title/);
    expect(after.hint).toBeUndefined();
    expect(log.text).not.toContain('hunter2');
  });

  it('are cut to what one can read, and not told of where a process that has just come up does something by itself', async () => {
    await ask(`select id from papers where title in (${Array.from({ length: 60 }, (_, i) => `'name ${i}'`).join(', ')})`);
    const { sql } = await lineOf('slow statement', 'papers where title in (');
    expect(String(sql).length).toBeLessThanOrEqual(201);
    expect(log.lines.filter((line) => line.message === 'slow statement' && String(line.sql).includes('generate_series'))).toEqual([]);
  });

  it('are not carried out again for their plan, not even what stands behind a semicolon', async () => {
    await ask("insert into papers values (-1, 'once', '')");
    const { plan } = await lineOf('slow statement', 'insert into papers values (-?');
    expect(JSON.stringify(plan)).toContain('papers');
    await ask("select 7 as n; insert into papers values (-2, 'once', '')");
    await lineOf('slow statement', 'select ? as n; insert');
    const { rows } = await services.platform.pool.query('select id from papers where id < 0 order by id desc');
    expect(rows).toEqual([{ id: -1 }, { id: -2 }]);
  });
});

describe('slow requests', () => {
  it('are logged with who asked about what, and what of it was the database, and no secrets', async () => {
    await ask('select count(*) from papers where note = $1', ['pa55word'], 0, '&token=abc123456');
    const line = await lineOf('slow request', 'where note');
    expect(line).toMatchObject({
      level: 'warn',
      service_name: 'diagram',
      route: '/api/diagrams/:id/test',
      user_id: ada.user_id,
      file_id: 'f7',
      statements: 1,
      query: { token: '[redacted]' },
      slowest_statement: { sql: 'select count(*) from papers where note = $1' },
    });
    await ask("select 'hunter4', $body$hunter5$body$, $$hunter6$$");
    expect((await lineOf('slow request', 'hunter6')).slowest_statement).toMatchObject({ sql: 'select ?, ?, ?' });
    expect(log.text).not.toMatch(/abc123456|pa55word/);
  });

  it('and those that their callers did not wait for, which are served no more', async () => {
    const leaving = new AbortController();
    const asked = ask('select pg_sleep(60), 4712', [], 0, '', leaving.signal).catch(() => undefined);
    await vi.waitUntil(async () => {
      const { rows } = await services.platform.pool.query("select 1 from pg_stat_activity where query like 'select pg_sleep%4712'");
      return rows.length > 0;
    });
    leaving.abort();
    await asked;
    expect(await lineOf('slow request', '4712')).toMatchObject({ status: 499 });
    expect(readingOf(await metricsNow(), 'active_connections', 'service="diagram"')).toBe(1);
  });

  it('and their statements are cut at the limit: 504 with a code, and the server has stopped working on it [F034]', async () => {
    const answer = await ask('select pg_sleep(60), 4711');
    expect([answer.status, z.object({ error: z.object({ code: z.string() }) }).parse(await answer.json()).error.code]).toEqual([
      504,
      'timeout',
    ]);
    const { rows } = await services.platform.pool.query(
      "select 1 from pg_stat_activity where datname = current_database() and state = 'active' and query like 'select pg_sleep%4711'",
    );
    expect(rows).toEqual([]);
  });
});

describe('metrics', () => {
  it('count sizes, statements, connections and latencies by route, from which percentiles come [F044]', async () => {
    const [route, before] = ['route="/api/diagrams/:id/test"', await metricsNow()];
    await ask('select 1', [], 1_000_000);
    const line = await lineOf('slow request', '"bytes_in":1000013');
    expect(line).toMatchObject({ bytes_in: 1_000_013, bytes_out: expect.any(Number) });
    const after = await metricsNow();
    const grown = (name: string, ...labels: readonly string[]) => readingOf(after, name, ...labels) - readingOf(before, name, ...labels);
    expect(grown('request_size_bytes_sum', route)).toBe(1_000_013);
    expect(grown('response_size_bytes_sum', route)).toBe(line.bytes_out);
    expect(grown('request_duration_seconds_count', route, 'service="diagram"')).toBe(1);
    expect(grown('database_query_duration_seconds_count', 'operation="select"')).toBeGreaterThanOrEqual(1);
    const total = ['busy', 'idle'].reduce((sum, state) => sum + readingOf(after, 'database_pool_connections', `state="${state}"`), 0);
    expect(total).toBe(services.platform.pool.totalCount);
  });

  it('tell of a processor that was busy [F043]', async () => {
    const seconds = async () => readingOf(await metricsNow(), 'process_cpu_seconds_total');
    const before = await seconds();
    const until = process.cpuUsage().user + 200_000;
    while (process.cpuUsage().user < until);
    expect((await seconds()) - before).toBeGreaterThan(0.19);
  });
});

it('keeps no memory of a thousand requests [F042]', async () => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('the collector cannot be called: memory would not be measured');
  const authorization = `Bearer ${await services.token(ada)}`;
  const app = services.host.app('diagram');
  const once = (id: number) =>
    app.inject({ method: 'POST', url: `/api/diagrams/${id}/test?sql=select%201`, headers: { authorization }, payload: { values: [] } });
  const round = async (count: number) => {
    for (let done = 0; done < count; done += 20) {
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => once(done + index)));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
    }
    for (let turn = 0; turn < 3; turn += 1) Reflect.apply(collect, undefined, []);
    return process.memoryUsage().heapUsed;
  };
  const quiet = collectLogOff();
  try {
    const before = await round(300);
    const after = await round(1000);
    expect((after - before) / 1_048_576).toBeLessThan(3);
  } finally {
    quiet();
  }
});

/** Lines that the test itself collects would count as memory of the service. */
function collectLogOff(): () => void {
  services.platform.logs.apply({ diagram: 'silent', platform: 'silent' });
  return () => services.platform.logs.apply({});
}
