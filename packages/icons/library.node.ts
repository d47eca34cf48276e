import { type IconEntry, iconSets } from './icon.ts';
import { type IconLook, inkIcon, missingIcon } from './ink.ts';
import { createNearestIcon } from './nearest-icon.ts';
import { awsIcons } from './sets/aws-icons.node.ts';
import { likec4Icons } from './sets/likec4-icons.node.ts';
import { lucideIcons } from './sets/lucide.node.ts';
import { simpleIcons } from './sets/simple-icons.node.ts';
import type { IconSource } from './sets/source.ts';

/** A product by its name alone: "Amazon DynamoDB" and "dynamo-db" are the same. */
const productOf = ({ entry }: IconSource) => entry.id.replace(/^aws:((amazon|aws)-)?/, '').replace(/[^a-z0-9]/g, '');

/** AWS services that Amazon has retired from its set, and that older systems still have. */
function retired(current: readonly IconSource[]): IconSource[] {
  const products = new Set(current.map(productOf));
  return likec4Icons('aws').filter((source) => !products.has(productOf(source)));
}

/** Technologies under the names that their brands are written by, where both sets have them. */
function withBrandTitles(sources: readonly IconSource[], brands: readonly IconSource[]): IconSource[] {
  const compact = (title: string) => title.toLowerCase().replace(/[^a-z0-9]/g, '');
  const titles = new Map(brands.map(({ entry: { title } }) => [compact(title), title]));
  return sources.map((source) => {
    const title = titles.get(compact(source.entry.title));
    return title === undefined ? source : { ...source, entry: { ...source.entry, title } };
  });
}

function collect(): ReadonlyMap<string, IconSource> {
  const aws = awsIcons();
  const brands = simpleIcons();
  const all = [
    ...aws,
    ...retired(aws),
    ...likec4Icons('azure'),
    ...likec4Icons('gcp'),
    ...withBrandTitles(likec4Icons('tech'), brands),
    ...brands,
    ...lucideIcons(),
  ];
  const rank = ({ entry }: IconSource) => iconSets.indexOf(entry.set);
  return new Map(all.sort((a, b) => rank(a) - rank(b)).map((source) => [source.entry.id, source]));
}

let library: ReadonlyMap<string, IconSource> | undefined;

function sources(): ReadonlyMap<string, IconSource> {
  library ??= collect();
  return library;
}

/** Every icon of the bundled libraries, set by set; read from the installed packages on first use. */
export function iconEntries(): readonly IconEntry[] {
  return [...sources().values()].map((source) => source.entry);
}

let nearest: ((id: string) => string | undefined) | undefined;

/** The icon of an id, or of a name that is as good as one: `aws:s3`. */
function sourceOf(id: string): IconSource | undefined {
  const found = sources().get(id);
  if (found) return found;
  nearest ??= createNearestIcon(iconEntries());
  return sources().get(nearest(id) ?? '');
}

/** The SVG markup of an icon, by its id or another name in its set, as it looks on a ground; undefined when there is none. */
export async function loadIcon(id: string, look: IconLook = {}): Promise<string | undefined> {
  const svg = await sourceOf(id)?.svg();
  return svg === undefined ? undefined : inkIcon(svg, look);
}

/** As `loadIcon`, with a mark in place of an icon that there is not. */
export async function loadIconOrMark(id: string, look: IconLook): Promise<string> {
  return (await loadIcon(id, look)) ?? inkIcon(missingIcon, look);
}
