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

  it('shows in .env.example every setting that the README names', () => {
    const example = read('.env.example');
    const names = [...read('README.md').matchAll(/`([A-Z][A-Z0-9]*_[A-Z0-9_]+)`/g)].map((match) => match[1] ?? '');
    expect(names).toContain('DATABASE_URL');
    expect(names.filter((name) => !new RegExp(`^#? ?${name}=`, 'm').test(example))).toEqual([]);
  });
});
