import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { installDebian } from './debian.mjs';

const startMilliseconds = 10_000;

/** Whether a server answers at a Redis address. */
function answers(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 2000 }, () => resolve(true));
    for (const event of ['error', 'timeout']) socket.on(event, () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

const installed = () => ['redis-server', 'valkey-server'].find((program) => spawnSync(program, ['--version']).status === 0);

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Runs a server of our own that keeps nothing. */
async function start(program) {
  const url = `redis://127.0.0.1:${await freePort()}`;
  const args = ['--port', new URL(url).port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()];
  const server = spawn(program, args, { stdio: 'ignore' });
  for (const deadline = Date.now() + startMilliseconds; Date.now() < deadline; await delay(50))
    if (await answers(url)) return { url, stop: () => server.kill() };
  server.kill();
  return null;
}

/**
 * The Redis of the tests: the one at `url` when it answers. Where it must be there and is not, one of our own, Debian's installed
 * when root: `{url, stop}`, or `{missing}` saying what to do.
 */
export async function ensureRedis({ url = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379', needed = Boolean(process.env.CI) } = {}) {
  if (!needed || (await answers(url))) return { url, stop: () => undefined };
  if (!installed()) installDebian('redis-server');
  const program = installed();
  const own = program ? await start(program) : null;
  return (
    own ?? { missing: 'On CI the integration tests need Redis: install it (Debian: apt-get install redis-server) or set TEST_REDIS_URL.' }
  );
}
