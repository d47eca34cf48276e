// `npm run cluster`: every service as a process of its own, two of diagram and collaboration, over PostgreSQL, Redis and an S3 server
// of this machine, until Ctrl-C. `npm run cluster -- e2e [files]` runs the browser tests against such a cluster instead.
import { spawnSync } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, node24, root } from './install.mjs';

ensureInstalled();
ensureBuilt();
const [command, ...rest] = process.argv.slice(2);
const run = (args, environment) => {
  const { status } = spawnSync(node24(), args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
  process.exitCode = status ?? 1;
};
// The signal of a Ctrl-C goes to the child as well; this process ends when that one has stopped everything.
process.on('SIGINT', () => undefined);
if (command === 'e2e') run(['node_modules/@playwright/test/cli.js', 'test', ...rest], { E2E_TOPOLOGY: 'cluster' });
else run(['apps/server/testing/run-cluster.ts']);
