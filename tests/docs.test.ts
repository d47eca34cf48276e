import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from './source-files.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const Manifest = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });

describe('the documentation', () => {
  it('links only to what is there', () => {
    const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: root })];
    const dead = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
        .map((match) => match[1] ?? '')
        .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(page), target)))
        .map((target) => `${page} -> ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it('names the licence of every library that ships', () => {
    const licences = read('docs/licences.md');
    const libraries = ['package.json', ...globSync('{packages,services,apps}/*/package.json', { cwd: root })]
      .flatMap((path) => Object.keys(Manifest.parse(JSON.parse(read(path))).dependencies))
      .filter((name) => !/^@(autograph|types|fontsource(-variable)?)\//.test(name));
    expect([...new Set(libraries)].filter((name) => !licences.includes(name)).sort()).toEqual([]);
  });

  it('writes commands so that they work from the product’s folder, and only such as there are', () => {
    const pages = ['README.md', 'SECURITY.md', ...globSync('docs/**/*.md', { cwd: root })].map(read).join('\n');
    const compose = pages.match(/docker compose [^`\n]*/g) ?? [];
    expect(compose.length).toBeGreaterThan(5);
    expect(compose.filter((line) => !line.startsWith('docker compose -f deploy/compose.yaml '))).toEqual([]);
    const index = read('apps/server/commands/index.ts');
    const named = [...pages.matchAll(/(?:`|^ {4})autograph ([a-z]+)/gm), ...pages.matchAll(/run --rm (?:-v \S+ )?tool ([a-z]+)/g)].map(
      ([, name = '']) => name,
    );
    expect(new Set(named).size).toBeGreaterThan(5);
    expect([...new Set(named)].filter((name) => !new RegExp(`\\b${name}\\b`).test(index))).toEqual([]);
  });

  it('shows in .env.example every setting that the README names', () => {
    const example = read('.env.example');
    const names = [...read('README.md').matchAll(/`([A-Z][A-Z0-9]*_[A-Z0-9_]+)`/g)].map((match) => match[1] ?? '');
    expect(names).toContain('DATABASE_URL');
    expect(names.filter((name) => !new RegExp(`^#? ?${name}=`, 'm').test(example))).toEqual([]);
  });
});
