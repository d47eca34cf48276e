import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readVitest } from './test-reports.mjs';

const tests = `
let runs = 0;
test('steady', () => {});
test('shaky', () => {
  runs += 1;
  if (runs === 1) throw new Error('not this time');
});
test('broken', () => {
  throw new Error('never');
});
test.skip('later', () => {});
`;

it('counts what Vitest reports, and names the tests that passed only when tried again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'autograph-reports-'));
  const report = join(folder, 'report.json');
  writeFileSync(join(folder, 'sample.test.mjs'), tests);
  const vitest = new URL('../node_modules/vitest/vitest.mjs', import.meta.url).pathname;
  const options = ['--root', folder, '--globals', '--retry=1', '--reporter=json', `--outputFile.json=${report}`];
  spawnSync(process.execPath, [vitest, 'run', ...options], { cwd: folder, env: { PATH: process.env.PATH } });
  const read = readVitest(JSON.parse(readFileSync(report, 'utf8')));
  rmSync(folder, { recursive: true });
  expect(read).toMatchObject({ passed: 2, failed: 1, skipped: 1 });
  expect(read.again).toEqual([expect.stringMatching(/sample\.test\.mjs › shaky: Error: not this time$/)]);
  expect(read.failures).toEqual([expect.stringMatching(/^✗ .*sample\.test\.mjs › broken\n {4}Error: never/)]);
});
