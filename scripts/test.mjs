// `npm test`: type check, lint, unit, integration and browser tests; quiet when all is well, and a plain count at the end.
// `npm test -- unit integration` runs only the named steps.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, node24, root } from './install.mjs';
import { ensureRedis } from './redis.mjs';
import { readPlaywright, readVitest } from './test-reports.mjs';

const reports = join(tmpdir(), `autograph-test-${process.pid}`);
mkdirSync(reports, { recursive: true });

/** Runs a command with its output kept back; gives exit status and what it printed. */
function run(args, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(node24(), args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0', NODE_OPTIONS: '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (status) => resolve({ status, output }));
  });
}

const single = async (args) => {
  const { status, output } = await run(args);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
};

/** The outcome of a runner: its report where it wrote one, what it printed where it failed without. */
function outcome({ status, output }, report, read) {
  if (!existsSync(report)) return { passed: 0, failed: 1, output };
  const { failures, ...counts } = read(JSON.parse(readFileSync(report, 'utf8')));
  if (status !== 0 && failures.length === 0) return { ...counts, failed: Math.max(1, counts.failed), output };
  return { ...counts, output: failures.join('\n') };
}

async function vitest(project, environment) {
  const report = join(reports, `${project}.json`);
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=json', `--outputFile.json=${report}`];
  return outcome(await run(args, environment), report, readVitest);
}

async function integration() {
  const redis = await ensureRedis();
  if ('missing' in redis) return { passed: 0, failed: 1, output: redis.missing };
  return vitest('integration', { TEST_REDIS_URL: redis.url }).finally(redis.stop);
}

async function playwright() {
  const chromium = ensureChromium();
  if ('missing' in chromium) return { passed: 0, failed: 1, output: chromium.missing };
  const built = await run(['scripts/build.mjs']);
  if (built.status !== 0) return { passed: 0, failed: 1, output: built.output };
  const report = join(reports, 'browser.json');
  const ran = await run(['node_modules/@playwright/test/cli.js', 'test', '--reporter=json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    CHROMIUM_PATH: chromium.path,
  });
  return outcome(ran, report, readPlaywright);
}

const steps = [
  ['typecheck', 'Types', () => single(['scripts/typecheck.mjs'])],
  ['lint', 'Lint', () => single(['node_modules/@biomejs/biome/bin/biome', 'check', '.'])],
  ['unit', 'Unit tests', () => vitest('unit')],
  ['integration', 'Integration tests', integration],
  ['browser', 'Browser tests', playwright],
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some(([id]) => id === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are ${steps.map(([id]) => id).join(', ')}.`);
  process.exit(2);
}

ensureInstalled();
await run(['scripts/collect.mjs']);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [id, title, step] of steps) {
  if (asked.length > 0 && !asked.includes(id)) continue;
  const started = Date.now();
  const { passed, failed, skipped = 0, again = [], output } = await step();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  console.log(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${title.padEnd(18)} ${passed} passed, ${failed} failed  ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
  for (const test of again) console.log(`     passed when tried again: ${test}`);
  if (output) console.log(output);
}
rmSync(reports, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed === 0 ? 0 : 1);
