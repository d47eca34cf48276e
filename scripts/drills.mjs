// `npm run drills`: breaks one part after the other of a cluster of this machine while people work, and tells what they lost and were
// told. `npm run drills -- redis-gone disk-full` only these. DRILL_HURRY=5 makes every fault five times shorter. Needs Redis.
import { spawn } from 'node:child_process';
import { ensureInstalled, node24, root } from './install.mjs';

ensureInstalled();
const child = spawn(node24(), ['apps/server/testing/drills/run-drills.ts', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
// A Ctrl-C reaches the child by itself, which stops everything that it has started.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.once('exit', (status) => {
  process.exitCode = status ?? 1;
});
