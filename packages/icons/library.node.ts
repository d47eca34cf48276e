import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { iconAliases } from './aliases.ts';
import type { IconEntry, IconSet } from './icon.ts';
import { nameWords, slug } from './slug.ts';

const require = createRequire(import.meta.url);
/** Package folders by a file that their exports let resolve. */
const home = (file: string) => dirname(require.resolve(file));

interface Source {
  readonly entry: IconEntry;
  readonly svg: () => Promise<string>;
}

const BrandData = z.array(
  z.object({
    title: z.string(),
    slug: z.string().optional(),
    hex: z.string(),
    aliases: z.object({ aka: z.array(z.string()).optional() }).optional(),
  }),
);

const Component = z.object({ default: z.custom<(props: object) => import('react').ReactElement>((value) => typeof value === 'function') });

function entry(set: IconSet, name: string, title: string, aliases: readonly string[] = []): IconEntry {
  const id = `${set}:${slug(name)}`;
  return { id, set, title, aliases: [...(iconAliases[id] ?? []), ...aliases] };
}

function aws(): Source[] {
  const root = join(home('aws-icons/package.json'), 'icons');
  return ['architecture-service', 'resource', 'category', 'architecture-group'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.svg'))
      .map((file) => {
        const name = file.slice(0, -4);
        return { entry: entry('aws', name, nameWords(name).join(' ')), svg: async () => readFileSync(join(root, folder, file), 'utf8') };
      }),
  );
}

const words = (file: string) =>
  file
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

function likec4(set: 'azure' | 'gcp' | 'tech'): Source[] {
  const root = home(`@likec4/icons/${set}`);
  return readdirSync(root)
    .filter((file) => file.endsWith('.js') && file !== 'index.js')
    .map((file) => {
      const name = file.slice(0, -3);
      return {
        entry: entry(set, name, words(name.replace(/-icon$/, ''))),
        svg: async () => {
          const { renderToStaticMarkup } = await import('react-dom/server');
          return renderToStaticMarkup(Component.parse(await import(pathToFileURL(join(root, file)).href)).default({}));
        },
      };
    });
}

function brands(): Source[] {
  const root = home('simple-icons');
  const slugs = new Map(readdirSync(join(root, 'icons')).map((file) => [file.slice(0, -4), file]));
  return BrandData.parse(JSON.parse(readFileSync(join(root, 'data/simple-icons.json'), 'utf8'))).flatMap(
    ({ title, slug: given, hex, aliases }) => {
      const name =
        given ??
        title
          .toLowerCase()
          .replace(/\+/g, 'plus')
          .replace(/^\./, 'dot-')
          .replace(/\./g, 'dot')
          .replace(/&/g, 'and')
          .normalize('NFD')
          .replace(/[^a-z0-9-]/g, '');
      const file = slugs.get(name);
      if (!file) return [];
      const svg = async () => readFileSync(join(root, 'icons', file), 'utf8').replace('<svg ', `<svg fill="#${hex}" `);
      return [{ entry: { id: `brand:${name}`, set: 'brand' as const, title, aliases: aliases?.aka ?? [] }, svg }];
    },
  );
}

let library: ReadonlyMap<string, Source> | undefined;

function sources(): ReadonlyMap<string, Source> {
  library ??= new Map(
    [...aws(), ...likec4('tech'), ...likec4('azure'), ...likec4('gcp'), ...brands()].map((source) => [source.entry.id, source]),
  );
  return library;
}

/** Every icon of the bundled libraries; read from the installed packages on first use. */
export function iconEntries(): readonly IconEntry[] {
  return [...sources().values()].map((source) => source.entry);
}

/** An icon's SVG markup, or undefined when there is none of that id. */
export async function loadIcon(id: string): Promise<string | undefined> {
  return sources().get(id)?.svg();
}
