import { defineRoute } from '@autograph/contracts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { defineService } from './define-service.ts';
import { implement } from './implement.ts';
import { listen } from './listen.ts';
import { collectLog, startTestServices, type TestServices, testIdentity } from './testing/index.ts';

const lookUp = defineRoute({
  service: 'diagram',
  method: 'POST',
  path: '/api/diagrams/:id/papers',
  summary: 'Reads papers.',
  params: z.object({ id: z.string() }),
  query: z.object({ sql: z.string(), busy: z.coerce.number().default(0) }),
  responses: { 200: z.object({ rows: z.number() }) },
});

const diagram = defineService({
  name: 'diagram',
  port: 0,
  register: async (app, kit) => {
    implement(app, lookUp, async ({ query }) => {
      const asked = kit.pool.query(query.sql);
      // As a process that loads its pages, once the statement is on its way.
      await new Promise((resolve) => setImmediate(resolve));
      const until = performance.now() + query.busy;
      while (performance.now() < until);
      return { rows: (await asked).rows.length };
    });
  },
});

const log = collectLog();
let services: TestServices;
let url: string;
beforeAll(async () => {
  services = await startTestServices([diagram], {}, log);
  await services.platform.pool.query('create table papers (id int, title text)');
  await services.platform.pool.query("insert into papers select n, 'title ' || n from generate_series(1, 20000) n");
  await services.platform.pool.query('analyze papers');
  url = `http://127.0.0.1:${await listen(services.host.app('diagram'), '127.0.0.1', 0)}`;
});
afterAll(() => services.close());

async function ask(sql: string, busy = 0): Promise<void> {
  const headers = { authorization: `Bearer ${await services.token(testIdentity())}` };
  const answer = await fetch(`${url}/api/diagrams/f7/papers?sql=${encodeURIComponent(sql)}&busy=${busy}`, { method: 'POST', headers });
  expect(answer.status).toBe(200);
}

const told = (message: string, sql: string) => log.lines.filter((line) => line.message === message && JSON.stringify(line).includes(sql));

/** Reads all papers two hundred times, or finds two hundred of them in an index. */
const sql = "select (select id from papers where title = 'title ' || n limit 1) from generate_series(19000, 19200) n";

it('logs a statement of more than 100 ms with its plan, until the index that it suggests has made it quick [F041]', async () => {
  await ask(sql);
  const slow = await vi.waitUntil(() => told('slow statement', 'from papers')[0], { timeout: 10_000 });
  expect(Number(slow.duration_ms)).toBeGreaterThan(100);
  expect(JSON.stringify(slow.plan)).toContain('Seq Scan on papers');
  expect(slow.hint).toMatch(/an index on \(title\) may help/);
  await services.platform.pool.query('create index papers_title on papers (title)');
  await ask(sql);
  await ask('select pg_sleep(0.12)');
  await vi.waitUntil(() => told('slow statement', 'pg_sleep')[0], { timeout: 10_000 });
  expect(told('slow statement', 'from papers')).toHaveLength(1);
});

it('blames no statement for what a process does itself while it comes up', async () => {
  await ask('select pg_sleep(0.01), 1 as innocent', 200);
  await ask('select pg_sleep(0.25), 1 as guilty', 50);
  await vi.waitUntil(() => told('slow statement', 'guilty')[0], { timeout: 10_000 });
  expect(told('slow statement', 'innocent')).toEqual([]);
});

it('tells of percentiles by route, and of a request of more than a second with its statements [F040]', async () => {
  for (let done = 0; done < 18; done += 1) await ask('select 1 as quick');
  for (let done = 0; done < 2; done += 1) await ask('select pg_sleep(1.02)');
  const line = await vi.waitUntil(() => told('slow request', 'pg_sleep')[0], { timeout: 10_000 });
  expect(line).toMatchObject({ route: lookUp.path, statements: 1, slowest_statement: { sql: expect.stringContaining('pg_sleep') } });
  expect(told('slow request', 'quick')).toEqual([]);

  const metrics = await (await fetch(`${url}/metrics`)).text();
  const ofRoute = metrics
    .split('\n')
    .filter((each) => each.startsWith('request_duration_seconds_bucket{') && each.includes(`"${lookUp.path}"`));
  const buckets = ofRoute.map((each) => ({
    le: Number(/le="([^"]+)"/.exec(each)?.[1]?.replace('+Inf', 'Infinity')),
    count: Number(each.split(' ').at(-1)),
  }));
  const all = buckets.at(-1)?.count ?? 0;
  /** The upper end of the bucket in which a quantile lies. */
  const quantile = (share: number) => buckets.find(({ count }) => count >= share * all)?.le;
  expect(all).toBe(25);
  expect(quantile(0.5)).toBeLessThan(1);
  expect([quantile(0.95), quantile(0.99)].every((seconds) => seconds !== undefined && seconds > 1)).toBe(true);
});
