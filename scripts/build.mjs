// Collects the plug-ins and builds the web app, unless the last build was made from the same sources.
// `node scripts/build.mjs --force` builds in any case.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, node24, root } from './install.mjs';

const stamp = join(root, 'apps/web/.next/autograph-sources');
const skipped = new Set(['node_modules', '.next', 'testing', 'migrations']);
const isSource = (name) => !/\.test\.tsx?$|\.tsbuildinfo$|^next-env\.d\.ts$/.test(name);

/** What the web app is made of, as one line a file: path, size, time of change. */
function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name)) yield* sources(path);
    else if (entry.isFile() && isSource(entry.name)) {
      const { size, mtimeMs } = statSync(path);
      yield `${path} ${size} ${mtimeMs}`;
    }
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const folder of ['packages', 'apps/web']) for (const line of sources(join(root, folder))) hash.update(`${line}\n`);
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

function run(args, message) {
  const { status } = spawnSync(node24(), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status === 0) return;
  console.error(message);
  process.exit(1);
}

/** Builds what is out of date; exits with one clear line when that fails. */
export function ensureBuilt({ force = false } = {}) {
  run(['scripts/collect.mjs'], 'Collecting the plug-ins failed: the lines above say why.');
  const now = fingerprint();
  const built = existsSync(join(root, 'apps/web/.next/BUILD_ID')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now;
  if (built && !force) return;
  console.log('Building the web app (about a minute) …');
  run(['node_modules/next/dist/bin/next', 'build', 'apps/web'], 'Building the web app failed: the lines above say why.');
  writeFileSync(stamp, now);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureInstalled();
  ensureBuilt({ force: process.argv.includes('--force') });
}
