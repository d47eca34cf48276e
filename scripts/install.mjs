import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Path of the pinned Node.js that the dependencies bring. */
export const node24 = () => join(root, 'node_modules/node/bin/node');

const stamp = join(root, 'node_modules/.package-lock.json');

const stale = () =>
  !existsSync(stamp) || !existsSync(node24()) || statSync(join(root, 'package-lock.json')).mtimeMs > statSync(stamp).mtimeMs;

/** Installs the dependencies when they are missing or older than the lock file; exits with one clear line when that fails. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`AutoGraph needs Node.js 20.19 or newer to start; this is ${process.versions.node}. See https://nodejs.org.`);
    process.exit(1);
  }
  if (!stale()) return;
  console.log('Installing dependencies (about two minutes the first time) …');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const { status } = spawnSync(
    npm[0],
    // Not `npm ci`: it refuses a lock file that lacks a build for a platform which the registry does not offer.
    [...npm.slice(1), 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (status !== 0 || !existsSync(node24())) {
    console.error(
      'Installing the dependencies failed: the npm registry must be reachable, and install scripts allowed. The lines above say more.',
    );
    process.exit(1);
  }
  const now = new Date();
  utimesSync(stamp, now, now);
}
