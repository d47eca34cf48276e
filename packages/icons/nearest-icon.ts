import { iconAliases } from './aliases.ts';
import type { IconEntry } from './icon.ts';

const compact = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
/** What vendors put before the names of their services, and sets behind those of pictures. */
const withoutVendor = (name: string) =>
  name.replace(/^(?:amazon|aws|azure|microsoft|google-cloud|google|gcp)-(?=.)/, '').replace(/-icon$/, '');

/** Sets in which a name is looked for that is in none of its own. */
const everywhere = ['general', 'tech', 'brand'];

/** As written, without its vendor, and with the last word first, as pictures were called before their forms came first: `check-circle`. */
function spellings(name: string): readonly string[] {
  const turned = name.replace(/^(.+)-(\w+)$/, '$2-$1');
  return [name, withoutVendor(name), turned];
}

/** Sets of one vendor each: their names mean nothing elsewhere. */
const vendors: Readonly<Record<string, true>> = { aws: true, azure: true, gcp: true };

const setOf = (id: string) => id.slice(0, id.indexOf(':'));
const nameOf = (id: string) => id.slice(id.indexOf(':') + 1);

/** Finds the icon that is meant by an id that is none: `aws:s3`, `general:kafka`. Names come before other words for it, its own set before others. */
export function createNearestIcon(entries: readonly Pick<IconEntry, 'id' | 'title'>[]): (id: string) => string | undefined {
  const names = new Map<string, string>();
  const words = new Map<string, string>();
  const offer = (known: Map<string, string>, id: string, name: string) => {
    const key = `${setOf(id)}:${compact(name)}`;
    if (!known.has(key)) known.set(key, id);
  };
  // Beside a picture that also spells the name there is one that does not.
  for (const { id } of entries) if (id.endsWith('-icon')) offer(names, id, withoutVendor(nameOf(id)));
  for (const { id } of entries) offer(names, id, nameOf(id));
  for (const { id } of entries) if (setOf(id) in vendors) offer(names, id, withoutVendor(nameOf(id)));
  for (const [id, aliases] of Object.entries(iconAliases)) for (const alias of aliases) offer(words, id, alias);
  for (const { id, title } of entries) offer(words, id, title);
  return (id) => {
    const [set, name] = [setOf(id), nameOf(id)];
    const sets = [set, ...(set in vendors ? [] : everywhere)];
    for (const known of [names, words]) {
      for (const one of sets) {
        const found = spellings(name).flatMap((spelling) => known.get(`${one}:${compact(spelling)}`) ?? [])[0];
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
}
