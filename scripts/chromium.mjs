import { existsSync } from 'node:fs';
import { installDebian } from './debian.mjs';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const installed = () => places.find((place) => place && existsSync(place));

/** Finds the system's Chromium, installing Debian's when root: `{path}`, or `{missing}` saying what to do. */
export function ensureChromium() {
  const found = installed();
  if (found) return { path: found };
  installDebian('chromium');
  const path = installed();
  return path
    ? { path }
    : { missing: 'The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.' };
}
