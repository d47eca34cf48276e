// Runs the type checker over each compilation domain: core (no DOM), node, browser, web.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const projects = ['tsconfig.core.json', 'tsconfig.node.json', 'tsconfig.browser.json', 'apps/web/tsconfig.json'];
let failed = false;
for (const project of projects) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], {
    cwd: root,
    stdio: 'inherit',
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
