import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from './source-files.ts';

/** From the bottom up: a folder imports only folders that stand before it. */
const packages = [
  'icons',
  'geometry',
  'document',
  'render',
  'editor',
  'shapes',
  'layout',
  'languages',
  'interchange',
  'collab',
  'editor-dom',
  'notes',
  'contracts',
  'database',
  'service-kit',
];
const services = ['gateway', 'auth', 'diagram', 'collaboration', 'ai', 'git', 'export', 'integration-hub'];
const apps = ['web', 'server'];

/** Below this line of the list nothing knows the DOM. */
const domFree = packages.slice(0, packages.indexOf('editor-dom'));

const families = ['packages/shapes', 'packages/languages', 'packages/interchange', 'services/ai/providers', 'services/export/exporters'];

const files = sourceFiles(['packages', 'services', 'apps']);
const production = files.filter(({ path }) => !/\.test\.tsx?$|\/testing\//.test(path));

/** Inside a plug-in's folder, or in one that languages share. */
const isPlugin = (path: string) =>
  /^packages\/languages\/mermaid\//.test(path) ||
  families.some(
    (family) =>
      path.startsWith(`${family}/`) && existsSync(join(root, family, path.slice(family.length + 1).split('/')[0] ?? '', 'manifest.ts')),
  );

function target(specifier: string): string | undefined {
  return /^@autograph\/([^/]+)/.exec(specifier)?.[1];
}

function allowed(from: string, folder: string): ReadonlySet<string> {
  if (from === 'packages') return new Set(packages.slice(0, packages.indexOf(folder)));
  if (from === 'services') return new Set(packages);
  return folder === 'server'
    ? new Set([...packages, ...services])
    : new Set(packages.filter((name) => !['database', 'service-kit'].includes(name)));
}

describe('the house', () => {
  it('has no folder that the order does not name', () => {
    const found = (folder: string) =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
    expect(found('packages').sort()).toEqual([...packages].sort());
    expect(found('services').sort()).toEqual([...services].sort());
    expect(found('apps').sort()).toEqual([...apps].sort());
  });

  it('imports only downwards, and no service imports another', () => {
    const wrong = files.flatMap(({ path, imports }) => {
      const [from = '', folder = ''] = path.split('/');
      const may = allowed(from, folder);
      return imports.flatMap((specifier) => {
        const to = target(specifier);
        return to && to !== folder && !may.has(to) ? [`${path} imports ${specifier}`] : [];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('reaches another package by its name, never by a relative path', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter((specifier) => specifier.startsWith('.'))
        .filter(
          (specifier) =>
            normalize(join(dirname(path), specifier))
              .split('/')
              .slice(0, 2)
              .join('/') !== path.split('/').slice(0, 2).join('/'),
        )
        .map((specifier) => `${path} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the DOM and Node.js out of the core', () => {
    const adapters = /\.(node|browser)(\.test)?\.ts$/;
    const wrong = production
      .filter(
        ({ path }) =>
          domFree.some((name) => path.startsWith(`packages/${name}/`)) && !adapters.test(path) && !/\/(scripts|conformance)\//.test(path),
      )
      .flatMap(({ path, text, imports }) => [
        ...imports.filter((specifier) => specifier.startsWith('node:')).map((specifier) => `${path} imports ${specifier}`),
        ...(/\b(document\.(createElement|querySelector|body)|window\.|HTMLElement)\b/.test(text) ? [`${path} touches the DOM`] : []),
      ]);
    expect(wrong).toEqual([]);
  });

  it('names a plug-in nowhere but in plug-ins: a language may name the shapes it makes', () => {
    const wrong = families.flatMap((family) => {
      if (!existsSync(join(root, family))) return [];
      const ids = readdirSync(join(root, family)).filter((name) => existsSync(join(root, family, name, 'manifest.ts')));
      return production
        .filter(({ path }) => !isPlugin(path))
        .flatMap(({ path, imports }) =>
          imports
            .filter((specifier) => ids.some((id) => specifier.includes(`/${id}/`) && !path.startsWith(`${family}/${id}/`)))
            .filter(
              (specifier) =>
                normalize(join(dirname(path), specifier)).startsWith(family) || specifier.startsWith(`@autograph/${family.split('/')[1]}`),
            )
            .map((specifier) => `${path} imports ${specifier}`),
        );
    });
    expect(wrong).toEqual([]);
  });

  it('holds one idea a file: none over 400 lines, half of them under 100', () => {
    const lengths = production.map(({ path, text }) => ({ path, lines: text.split('\n').length }));
    expect(lengths.filter(({ lines }) => lines > 401)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
  });

  it('silences no check', () => {
    const wrong = files
      .filter(({ text }) => /@ts-(ignore|expect-error|nocheck)|\bas any\b|: any\b|biome-ignore-all/.test(text))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});
