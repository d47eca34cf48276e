// npm run bench -- [names]: runs the named benches one after the other, all of them when none is named.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Each name with its program. */
const benches = {
  canvas: 'canvas/run.ts',
  editor: 'editor.ts',
  languages: 'languages.ts',
  export: 'export.ts',
  layout: 'layout.ts',
  picture: 'picture.ts',
  'code-to-canvas': 'code-to-canvas.ts',
  gateway: 'gateway.ts',
} as const;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
let failed = false;
for (const [name, program] of Object.entries(benches)) {
  const path = join(import.meta.dirname, program);
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n# ${name}`);
  failed = spawnSync(process.execPath, [path], { stdio: 'inherit' }).status !== 0 || failed;
}
process.exitCode = failed ? 1 : 0;
