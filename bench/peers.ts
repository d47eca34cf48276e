// Our canvas beside others in one run of the peer harness, whose README says what it measures.
// node bench/peers.ts <folder of a copy of the harness, set up> [options of its run.mjs; --peers autograph,excalidraw,… names who runs]

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { servePage } from './canvas/serve.ts';

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name the folder of a copy of the peer harness: node bench/peers.ts <folder> [options].');
  process.exit(1);
}
const server = await servePage();
// A ctrl+wheel event of 10 px zooms by 2 %.
const adapter = `import { make } from './_base.mjs';
export default make({ name: 'autograph', url: (n) => \`${server.url}?n=\${n}\`, wheelZoomDelta: () => 10 });
`;
try {
  await writeFile(join(folder, 'adapters', 'autograph.mjs'), adapter);
  const named = options.includes('--peers') ? options : ['--peers', 'autograph', ...options];
  const run = spawn(process.execPath, ['run.mjs', ...named], { cwd: resolve(folder), stdio: 'inherit' });
  const [code] = await once(run, 'exit');
  process.exitCode = code ?? 1;
} finally {
  await server.close();
}
