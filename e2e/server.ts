import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCluster } from '@autograph/server/testing/cluster.ts';
import { freePort } from '@autograph/service-kit/testing/free-port.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

async function untilHealthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
    const response = await fetch(`${url}/health`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server was not healthy in 90 s:\n${output()}`);
}

export interface RunningServer {
  readonly url: string;
  /** As a crash would. */
  kill(): Promise<void>;
  /** On the same data and port. */
  start(): Promise<void>;
  /** Ends it and removes its data. */
  dispose(): Promise<void>;
}

/** No limit that a test would meet, and only what is worth reading in the log. */
const quiet = { LOG_LEVEL: 'warn', RATE_LIMIT_USER: '100000', RATE_LIMIT_ADDRESS: '100000', MAX_SESSIONS: '1000' };

/** Starts the whole product on a free port and without data: as a cluster where E2E_TOPOLOGY says so, else in one process. */
export function startServer(environment: Record<string, string> = {}): Promise<RunningServer> {
  return process.env.E2E_TOPOLOGY === 'cluster' ? startCluster({ ...quiet, ...environment }) : startEmbedded(environment);
}

/** Starts it in one process in any case; its pages are reached under `host`. */
export async function startEmbedded(environment: Record<string, string>, host = '127.0.0.1'): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), 'autograph-e2e-'));
  const port = await freePort();
  const url = `http://${host}:${port}`;
  let child: ChildProcess | undefined;
  let output = '';

  const start = async () => {
    const started = spawn(join(root, 'node_modules/node/bin/node'), ['apps/server/main.ts', 'serve'], {
      cwd: root,
      env: {
        NODE_ENV: 'production',
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        PORT: String(port),
        DATA_DIR: data,
        NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
        PUBLIC_URL: url,
        ...quiet,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
    };
    child = started;
    started.stdout.on('data', keep);
    started.stderr.on('data', keep);
    await untilHealthy(url, started, () => output);
  };

  const end = async (signal: NodeJS.Signals) => {
    const running = child;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const closed = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await closed;
  };

  await start();
  return {
    url,
    kill: () => end('SIGKILL'),
    start,
    async dispose() {
      await end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}
