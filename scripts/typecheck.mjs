// Runs the type checker over each compilation domain: core (no DOM), node, browser, web. What has not changed since the last run is not checked again.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const projects = ['tsconfig.core.json', 'tsconfig.node.json', 'tsconfig.browser.json', 'apps/web/tsconfig.json'];
const known = join(root, 'node_modules/.cache/types');
mkdirSync(known, { recursive: true });
let failed = false;
for (const project of projects) {
  const buildInfo = join(known, `${project.replace(/\W+/g, '-')}.tsbuildinfo`);
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', project, '--incremental', '--tsBuildInfoFile', buildInfo],
    { cwd: root, stdio: 'inherit' },
  );
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
