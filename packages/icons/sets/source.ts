import { iconAliases } from '../aliases.ts';
import type { IconEntry, IconKind, IconSet } from '../icon.ts';
import { kindOf } from '../kinds.ts';

/** An icon with the way to its picture. */
export interface IconSource {
  readonly entry: IconEntry;
  readonly svg: () => Promise<string>;
}

/** An entry with what we know of it by its id. */
export function describeIcon(
  id: string,
  set: IconSet,
  title: string,
  known: { readonly aliases?: readonly string[]; readonly kind?: IconKind | undefined } = {},
): IconEntry {
  const kind = known.kind ?? kindOf(id.slice(id.indexOf(':') + 1));
  return { id, set, title, aliases: [...(iconAliases[id] ?? []), ...(known.aliases ?? [])], ...(kind && { kind }) };
}
