import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Runs a script where a program of this name is the given shell script; gives the exit status, what it said and how the program was called. */
function run(script, args, program, body) {
  const folder = mkdtempSync(join(tmpdir(), 'autograph-gate-'));
  folders.push(folder);
  const calls = join(folder, 'calls');
  writeFileSync(join(folder, program), `#!/bin/sh\necho "$@" >> '${calls}'\n${body}\n`);
  chmodSync(join(folder, program), 0o755);
  const path = [folder, process.env.PATH].join(delimiter);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', script), ...args], {
    encoding: 'utf8',
    env: { ...process.env, PATH: path, AUTOGRAPH_IMAGE: 'registry.example/autograph:1.1' },
  });
  const called = () => readFileSync(calls, 'utf8').trim().split('\n');
  return { status, said: stdout + stderr, called };
}

const report = (counts) => {
  const vulnerabilities = Object.entries(counts).map(([severity], index) => [
    `package-${index}`,
    { name: `package-${index}`, severity, range: '<2' },
  ]);
  const all = { info: 0, low: 0, moderate: 0, high: 0, critical: 0, ...counts };
  return JSON.stringify({ vulnerabilities: Object.fromEntries(vulnerabilities), metadata: { vulnerabilities: all } });
};

describe('a build', () => {
  it('stops at a dependency with a known critical vulnerability, and names it [F060]', () => {
    const planted = run('audit.mjs', [], 'npm', `echo '${report({ critical: 1, low: 2 })}'; exit 1`);
    expect(planted.status).toBe(1);
    expect(planted.said).toMatch(/critical\s+package-0 <2[\s\S]*1 critical, 0 high, 0 moderate, 2 low/);
    expect(planted.called()).toEqual(['audit --omit=dev --json']);
    expect(run('audit.mjs', [], 'npm', `echo '${report({ high: 1 })}'; exit 1`).status).toBe(0);
    expect(run('audit.mjs', [], 'npm', `echo '${report({})}'`).status).toBe(0);
    expect(run('audit.mjs', [], 'npm', 'echo "{}"; exit 1').status).toBe(2);
  });

  it('stops at an image in which Trivy finds something critical, having looked at every one [F061]', () => {
    const clean = run('scan.mjs', [], 'trivy', 'exit 0');
    expect(clean.status).toBe(0);
    const images = clean.called().map((line) => line.split(' ').at(-1));
    const compose = parse(readFileSync(join(root, 'deploy/compose.yaml'), 'utf8'), { merge: true });
    expect(images).toContain('registry.example/autograph:1.1');
    for (const store of ['postgres', 'redis', 'minio', 'storage-setup']) expect(images).toContain(compose.services[store].image);
    for (const line of clean.called()) expect(line).toContain('--exit-code 1 --severity CRITICAL ');
    const found = run('scan.mjs', [], 'trivy', 'case "$*" in *redis*) exit 1;; esac');
    expect([found.status, found.said]).toEqual([1, expect.stringMatching(/Findings in redis:/)]);
    expect(found.called()).toHaveLength(images.length);
    expect(run('scan.mjs', ['--high'], 'trivy', 'exit 0').called()[0]).toContain('--severity CRITICAL,HIGH ');
  });

  it('that is to be released passes both before anything is pushed [F060, F061]', () => {
    const { jobs } = parse(readFileSync(join(root, '.github/workflows/release.yaml'), 'utf8'));
    const steps = Object.values(jobs).flatMap((job) => job.steps.map(({ run: command = '', uses = '' }) => command || uses));
    const at = (text) => steps.findIndex((step) => step.includes(text));
    expect([at('npm test'), at('npm run audit'), at('npm run scan'), at('docker push')].every((index) => index >= 0)).toBe(true);
    expect(Math.max(at('npm test'), at('npm run audit'), at('docker build'))).toBeLessThan(at('npm run scan'));
    expect(at('npm run scan')).toBeLessThan(at('docker push'));
    expect(Object.values(jobs).some((job) => job.steps.some((step) => step['continue-on-error']))).toBe(false);
  });
});
