import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
/** Compiled modules are kept, as by the command: ten processes that compile the same ones take minutes. */
const compiled = fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url));

export interface ServerProcess {
  readonly child: ChildProcess;
  /** What it has logged so far. */
  logs(): string;
  /** Its exit status and what it said on the error stream. */
  readonly ended: Promise<{ status: number | null; errors: string }>;
  /** Resolves once it is ready; throws with what it said when it ends before. */
  readonly ready: Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<{ status: number | null; errors: string }>;
}

/** `autograph serve` as a process of its own, with no other settings than these. */
export function startServer(environment: Readonly<Record<string, string>>, args: readonly string[] = []): ServerProcess {
  const child = spawn(process.execPath, [main, 'serve', ...args], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      HOST: '127.0.0.1',
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: compiled,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let logs = '';
  let errors = '';
  const announced = Promise.withResolvers<void>();
  child.stdout.on('data', (data: Buffer) => {
    logs += data;
  });
  child.stderr.on('data', (data: Buffer) => {
    errors += data;
    if (errors.includes('is ready at')) announced.resolve();
  });
  const ended = new Promise<{ status: number | null; errors: string }>((resolve) =>
    child.once('close', (status) => {
      announced.reject(new Error(`ended with ${status}: ${errors}`));
      resolve({ status, errors });
    }),
  );
  announced.promise.catch(() => undefined);
  return {
    child,
    logs: () => logs,
    ended,
    ready: announced.promise,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}
