// The gateway beside the service that it stands in front of, over HTTP, each a process of its own on PostgreSQL and Redis: requests a second and
// latency of the same request sent to both in turns; latency of the API at 300 requests a second, three reads to one write, over 50 files;
// memory of collaboration for 1,000 idle sockets. Needs PostgreSQL and Redis (TEST_DATABASE_URL, TEST_REDIS_URL).

import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { z } from 'zod';
import { createTestDatabase, freePort, testRedisUrl } from '../packages/service-kit/testing/index.ts';
import { speak } from '../services/collaboration/testing/speak.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const rounds = 3;
const names = ['auth', 'diagram', 'collaboration', 'gateway'] as const;
const main = new URL('../apps/server/main.ts', import.meta.url).pathname;
/** The server's word that a room lets somebody in: authentication, passed. */
const admitted: [number, number] = [2, 2];
const session = z.object({ access_token: z.string() });
const file = z.object({ id: z.string() });

async function start(environment: Record<string, string>, name: string, port: number): Promise<ChildProcess> {
  const profile = process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}/${name}`] : [];
  const child = spawn(process.execPath, [...profile, main, 'serve', `--services=${name}`], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise<void>((done, fail) => {
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      said += data;
      if (said.includes('is ready at')) done();
    });
    child.once('exit', () => fail(new Error(`${name} ended: ${said}`)));
  });
  return child;
}

const residentMegabytes = (child: ChildProcess) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** CPU time that a process has used, ms: what a request costs however busy the machine is. */
function cpuMilliseconds(child: ChildProcess): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value: number) => Math.round(value * 100) / 100;
/** Quantile of latencies, ms. */
const quantile = (values: readonly number[], part: number) => values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;

interface Load {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly connections: number;
  readonly rate?: number;
  readonly requests?: autocannon.Request[];
}

async function press({ url, headers, connections, rate, requests }: Load) {
  const times: number[] = [];
  const options = {
    url,
    headers,
    connections,
    duration: seconds,
    ...(rate ? { overallRate: rate } : {}),
    ...(requests ? { requests } : {}),
  };
  const result = await new Promise<autocannon.Result>((done, fail) => {
    const running = autocannon(options, (error, ended) => (error ? fail(error) : done(ended)));
    running.on('response', (_client, _status, _bytes, time) => times.push(time));
  });
  const { requests: total, non2xx, errors } = result;
  if (non2xx + errors > 0) console.error(`${non2xx} answers were not 2xx, ${errors} failed`);
  return { perSecond: total.average, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

type Measured = Awaited<ReturnType<typeof press>> & { readonly cpu: number };

async function compare(direct: Load, through: Load, title: string, processes: readonly ChildProcess[]): Promise<void> {
  const results: [Measured, Measured][] = [];
  await press(through);
  const costOf = async (load: Load) => {
    const before = processes.map(cpuMilliseconds);
    const result = await press(load);
    const cost = processes.reduce((sum, child, index) => sum + cpuMilliseconds(child) - (before[index] ?? 0), 0);
    return { ...result, cpu: cost / (result.perSecond * seconds) };
  };
  for (let index = 0; index < rounds; index += 1) results.push([await costOf(direct), await costOf(through)]);
  console.log(`\n${title}\n`);
  console.log('| | direct | through the gateway | ratio |\n|---|---|---|---|');
  for (const [label, key] of [
    ['requests/s', 'perSecond'],
    ['p50, ms', 'p50'],
    ['p95, ms', 'p95'],
    ['CPU a request, gateway and service, ms', 'cpu'],
  ] as const) {
    const [one, other] = [median(results.map(([each]) => each[key])), median(results.map(([, each]) => each[key]))];
    console.log(`| ${label} | ${round(one)} | ${round(other)} | ${round(other / one)} |`);
  }
}

const folder = await mkdtemp(join(tmpdir(), 'autograph-bench-'));
const database = await createTestDatabase();
const ports = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await freePort()] as const)));
const base = (name: string) => `http://127.0.0.1:${ports[name]}`;
const environment = {
  DATA_DIR: folder,
  DATABASE_URL: database.url,
  REDIS_URL: testRedisUrl,
  REDIS_PREFIX: `bench-${randomUUID()}:`,
  AUTH_SECRET: randomUUID() + randomUUID(),
  PUBLIC_URL: base('gateway'),
  LOG_LEVEL: 'warn',
  RATE_LIMIT_USER: '100000000',
  RATE_LIMIT_ADDRESS: '100000000',
  ...Object.fromEntries(names.map((name) => [`${name.toUpperCase()}_URL`, base(name)])),
};
const children = new Map<string, ChildProcess>();
try {
  for (const name of names) children.set(name, await start(environment, name, ports[name] ?? 0));
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> =>
    (
      await fetch(base('gateway') + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      })
    ).json();
  const person = { name: 'Bench', email: 'bench@example.com', password: 'Bench-horse-7-battery' };
  const headers = { authorization: `Bearer ${session.parse(await post('/api/auth/register', person)).access_token}` };
  const { id } = file.parse(await post('/api/diagrams', { title: 'Bench', type: 'canvas' }, headers));

  const processes = ['diagram', 'gateway'].flatMap((name) => children.get(name) ?? []);
  for (const connections of [1, 10]) {
    const load = (name: string) => ({ url: `${base(name)}/api/diagrams`, headers, connections });
    await compare(load('diagram'), load('gateway'), `The list of files, ${connections} at a time`, processes);
  }

  const read = { method: 'GET', headers } as const;
  const made = Array.from({ length: 50 }, async (_, n) =>
    file.parse(await post('/api/diagrams', { title: `File ${n}`, type: 'canvas' }, headers)),
  );
  const requests = (await Promise.all(made)).flatMap(({ id }): autocannon.Request[] => [
    { ...read, path: '/api/diagrams' },
    { ...read, path: `/api/diagrams/${id}` },
    { ...read, path: '/api/auth/me' },
    {
      method: 'PATCH',
      path: `/api/diagrams/${id}`,
      headers: { ...headers, 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ title: 'Bench again' }),
    },
  ]);
  const mixed = { url: base('gateway'), headers, connections: 20, rate: 300, requests };
  await press(mixed);
  const { perSecond, p50, p95 } = await press(mixed);
  console.log(`\n300 requests/s, three reads to one write: ${round(perSecond)} requests/s, p50 ${round(p50)} ms, p95 ${round(p95)} ms`);

  const collaboration = children.get('collaboration');
  if (!collaboration) throw new Error('collaboration was not started');
  const before = residentMegabytes(collaboration);
  const files: string[] = [];
  const sockets: { readonly socket: { terminate(): void } }[] = [];
  const url = `${base('gateway').replace('http', 'ws')}/collab`;
  for (let index = 0; index < 1000; index += 1) {
    if (index % 10 === 0) files.push(file.parse(await post('/api/diagrams', { title: 'Idle', type: 'canvas' }, headers)).id);
    const fileId = files.at(-1) ?? id;
    const client = await speak(`${url}?file=${fileId}`, fileId, headers.authorization.replace('Bearer ', ''));
    await client.until(() => client.count(admitted) > 0);
    sockets.push(client);
  }
  const gateway = children.get('gateway');
  console.log(
    `\n1,000 idle sockets of people in 100 files: collaboration from ${round(before)} to ${round(residentMegabytes(collaboration))} MB resident; the gateway ${gateway ? round(residentMegabytes(gateway)) : 0} MB`,
  );
  for (const { socket } of sockets) socket.terminate();
} finally {
  for (const child of [...children.values()].reverse()) {
    child.removeAllListeners('exit');
    child.kill('SIGTERM');
  }
  await Promise.all([...children.values()].map((child) => child.exitCode ?? new Promise((done) => child.once('exit', done))));
  await database.drop();
  await rm(folder, { recursive: true, force: true });
}
