import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { Redis } from 'ioredis';
import { describe, expect, it, vi } from 'vitest';
import { createLog } from '../log.ts';
import { openMessages } from '../messages.ts';
import { freePort } from '../testing/index.ts';

const program = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0);

async function startRedis(port: number): Promise<ChildProcess> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()];
  const server = spawn(program ?? '', args, { stdio: 'ignore' });
  const probe = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => null });
  probe.on('error', () => undefined);
  await vi.waitUntil(
    () =>
      probe.connect().then(
        () => true,
        () => false,
      ),
    { timeout: 10_000, interval: 20 },
  );
  probe.disconnect();
  return server;
}

async function end(server: ChildProcess): Promise<void> {
  const exited = once(server, 'exit');
  server.kill('SIGKILL');
  await exited;
}

// Where none is installed it is left out, but never unnoticed in CI.
describe.skipIf(program === undefined && !process.env.CI)('Redis', () => {
  it('is reached by few connections whatever is asked at once, and again after an outage, without more of them [F016]', async () => {
    const port = await freePort();
    let server = await startRedis(port);
    const { kv, pubsub, close } = await openMessages(`redis://127.0.0.1:${port}`, 'test:', createLog('test', 'silent'));
    const heard: string[] = [];
    await pubsub.subscribe('news', (text) => heard.push(text));
    const clients = async () => {
      const watcher = new Redis(port, '127.0.0.1');
      const list = String(await watcher.client('LIST'));
      watcher.disconnect();
      return list.trim().split('\n').length - 1;
    };
    const work = () => Promise.all(Array.from({ length: 50 }, (_, n) => kv.set(`key-${n}`, String(n)).then(() => kv.get(`key-${n}`))));
    const wanted = Array.from({ length: 50 }, (_, n) => String(n));
    expect(await work()).toEqual(wanted);
    expect(await clients()).toBeLessThanOrEqual(2);
    for (let outage = 0; outage < 2; outage += 1) {
      await end(server);
      await expect(kv.get('key-1')).rejects.toThrow();
      server = await startRedis(port);
      await vi.waitUntil(
        () =>
          kv.ping().then(
            () => true,
            () => false,
          ),
        { timeout: 20_000, interval: 50 },
      );
      expect(await work()).toEqual(wanted);
      await vi.waitUntil(
        async () => {
          await pubsub.publish('news', `after ${outage}`);
          return heard.includes(`after ${outage}`);
        },
        { timeout: 20_000, interval: 50 },
      );
      expect(await clients()).toBeLessThanOrEqual(2);
    }
    await close();
    await end(server);
  });
});
