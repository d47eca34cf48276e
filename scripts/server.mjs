import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { node24, root } from './install.mjs';

/** Runs the server with these arguments as this process: it gets the signals, and its end is ours. */
export function runServer(args, options = {}) {
  const server = spawn(node24(), [join(root, 'apps/server/main.ts'), ...args], {
    ...options,
    stdio: 'inherit',
    // Compiled modules are kept: a start that need not compile a thousand of them anew takes half the time.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'), ...process.env, NODE_ENV: 'production' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  server.on('error', (error) => {
    console.error(`The server does not start: ${error.message}`);
    process.exit(1);
  });
  server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
