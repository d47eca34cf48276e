import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { languages } from '@autograph/languages';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lineOf, namedIn } from './named-values.ts';
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

const files = sourceFiles(['packages', 'services', 'apps']);
const production = files.filter(({ path }) => !/\.test\.tsx?$|\/testing\//.test(path));

const collected = z
  .array(z.object({ folder: z.string() }))
  .parse(JSON.parse(readFileSync(join(root, 'scripts/plug-in-families.json'), 'utf8')));

interface Family {
  readonly folder: string;
  readonly ids: readonly string[];
  /** Where a word that has other meanings too, such as 'text', names a plug-in: what it is a value of, or is given to. */
  readonly places: readonly string[];
}

/** Every family that the collector knows must say here where its plug-ins are named. */
const places: Readonly<Record<string, readonly string[]>> = {
  'packages/shapes': ['type', 'shape_type', 'tool', 'setTool', 'definition'],
  'packages/languages': ['language', 'family', 'checkSource', 'detectLanguage'],
  'packages/languages/families': [],
  'packages/notes/syntaxes': [],
  'packages/interchange': ['format'],
  'packages/interchange/importers': ['importer'],
  'services/ai/providers': ['provider'],
  'services/git/providers': ['provider'],
  'services/git/analyzers': ['analyzer'],
  'services/export/exporters': ['format', 'exporter'],
  'services/integration-hub/connectors': ['connector'],
};

/** Ids that mean other things as well, in the DOM, in drawing or among files. All others may be spelt nowhere at all. */
const ordinary = new Set(
  'arrow block d2 diamond dot entity eraser frame group icon line mermaid node pen picture text primary json md pdf png svg'.split(' '),
);

const plugIns = collected.flatMap(({ folder }): Family[] => {
  if (!existsSync(join(root, folder))) return [];
  const ids = readdirSync(join(root, folder)).filter((name) => existsSync(join(root, folder, name, 'manifest.ts')));
  const shared = folder === 'packages/languages' ? new Set(languages.map(({ family }) => family)) : [];
  return [{ folder, ids: [...ids, ...shared], places: places[folder] ?? [] }];
});

/** What plug-ins of several families share, in a folder beside theirs. */
const sharedFolders = ['packages/languages/chart/'];

/** Inside a plug-in's folder, or in one that its kind shares. */
const isPlugin = ({ folder, ids }: Family, path: string) =>
  [...ids.map((id) => `${folder}/${id}/`), ...sharedFolders].some((own) => path.startsWith(own));
/** Where queries and tables may be made of drizzle-orm itself: see `packages/database/query.ts`. */
const drizzleDoors = ['query.ts', 'pg-core.ts', 'connect.ts', 'known-migrations.ts', 'drizzle.config.ts'].map(
  (name) => `packages/database/${name}`,
);

/** Who people are: read by joins wherever files and edits are theirs. */
const readByAll = ['users', 'teams', 'teamMembers'];
/** What opens accounts, and what they are given by. */
const ofAccounts = new Set(
  (
    'accountLinks accounts apiKeys backupCodes oauthApps oauthCodes oauthGrants oauthTokens passkeys refreshTokens scimGroups scimMembers ' +
    'sessions ssoAssertions ssoProviders ssoSessions teamInvitations twoFactors verifications'
  ).split(' '),
);

const isTool = (path: string) => /\/(scripts|conformance)\//.test(path);

/** A language, and a reader of other tools' files, names the shapes that it makes; an example file those that are drawn in it. */
const mayName = (family: Family, path: string) =>
  isPlugin(family, path) ||
  isTool(path) ||
  (family.folder === 'packages/shapes' && /^(packages\/(languages|interchange)|services\/auth\/examples)\//.test(path));

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
      .filter(({ path }) => domFree.some((name) => path.startsWith(`packages/${name}/`)) && !adapters.test(path) && !isTool(path))
      .flatMap(({ path, text, imports }) => [
        ...imports.filter((specifier) => specifier.startsWith('node:')).map((specifier) => `${path} imports ${specifier}`),
        ...(/\b(document\.(createElement|querySelector|body)|window\.|HTMLElement)\b/.test(text) ? [`${path} touches the DOM`] : []),
      ]);
    expect(wrong).toEqual([]);
  });

  it('takes what queries are made of through one door, and lets the gateway at no table', () => {
    const past = files.filter(({ path, imports }) => imports.some((each) => /^drizzle-orm/.test(each)) && !drizzleDoors.includes(path));
    expect(past.map(({ path }) => path)).toEqual([]);
    const reaching = production.filter(
      ({ path, imports }) => path.startsWith('services/gateway/') && imports.some((each) => target(each) === 'database'),
    );
    expect(reaching.map(({ path }) => path)).toEqual([]);
  });

  it('leaves the tables of accounts to the auth service: others read who people are, and write none of it', () => {
    const others = production.filter(({ path }) => /^services\/(?!auth\/)/.test(path));
    const wrong = others.flatMap(({ path, text }) => {
      const named = /import (?:type )?\{([^}]*)\} from '@autograph\/database'/.exec(text)?.[1]?.match(/\w+/g) ?? [];
      return [
        ...named.filter((name) => ofAccounts.has(name)).map((name) => `${path} reads ${name}`),
        ...readByAll
          .filter((name) => new RegExp(`\\.(insert|update|delete)\\(${name}\\)`).test(text))
          .map((name) => `${path} writes ${name}`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('knows every family of plug-ins', () => {
    expect(Object.keys(places).sort()).toEqual(collected.map(({ folder }) => folder).sort());
  });

  it('imports a plug-in nowhere but in plug-ins', () => {
    const wrong = plugIns.flatMap((family) =>
      production
        .filter(({ path }) => !isTool(path) && !plugIns.some((other) => isPlugin(other, path)))
        .flatMap(({ path, imports }) =>
          imports
            .filter((specifier) => family.ids.some((id) => specifier.includes(`/${id}/`)))
            .filter(
              (specifier) =>
                normalize(join(dirname(path), specifier)).startsWith(family.folder) ||
                specifier.startsWith(`@autograph/${family.folder.split('/')[1]}`),
            )
            .map((specifier) => `${path} imports ${specifier}`),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('spells the name of a plug-in, or a list of them, nowhere but in its family: a language may name the shapes it makes', () => {
    const wrong = production.flatMap(({ path, text }) => {
      const foreign = plugIns.filter((family) => !mayName(family, path));
      const { values, lists } = namedIn(text, path);
      return foreign.flatMap(({ ids, places }) => [
        ...values
          // A format that is both read and written has a folder in each family.
          .filter(({ value }) => !path.includes(`/${value}/`))
          .filter(({ value, of }) => ids.includes(value) && (!ordinary.has(value) || places.some((place) => of.has(place))))
          .map(({ value, at }) => `${path}:${lineOf(text, at)} names ${value}`),
        ...lists
          .map(({ values, at }) => ({ at, listed: values.filter((value) => ids.includes(value)) }))
          .filter(({ listed }) => listed.length > 2)
          .map(({ listed, at }) => `${path}:${lineOf(text, at)} lists ${listed.join(', ')}`),
      ]);
    });
    expect(wrong).toEqual([]);
  }, 60_000);

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
