// `npm start`: installs and builds what is missing or out of date, then runs everything in one process.
// What follows `--` goes to the server: `npm start -- --services=diagram`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, node24, root } from './install.mjs';

ensureInstalled();
ensureBuilt();

const server = spawn(node24(), [join(root, 'apps/server/main.ts'), 'serve', ...process.argv.slice(2)], {
  cwd: root,
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
