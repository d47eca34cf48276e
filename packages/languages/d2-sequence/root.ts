import { readD2 } from '../d2/read.ts';
import type { Entry, Mapping } from '../d2/syntax.ts';
import { keywords } from '../d2/vocabulary.ts';

/** The map in which a sequence is told, and its title. */
export interface Root {
  readonly map: Mapping;
  readonly title?: string;
}

/** The key of a statement that has one word for it, in lower case. */
function ownKey({ path, chain }: Entry): string | undefined {
  const [word, ...rest] = path?.words ?? [];
  return word && rest.length === 0 && !chain ? word.text.toLowerCase() : undefined;
}

export function isSequence({ entries }: Mapping): boolean {
  return entries.some((entry) => ownKey(entry) === 'shape' && entry.primary?.text.toLowerCase() === 'sequence_diagram');
}

/** Where a text tells a sequence: in all of it, or in the only thing that there is. Fails with a `Problem`; undefined when it tells none. */
export function sequenceRoot(source: string): Root | undefined {
  const map = readD2(source);
  if (isSequence(map)) return { map };
  const things = map.entries.filter((entry) => !keywords.has(ownKey(entry) ?? ''));
  const [only, ...others] = things;
  if (!only || others.length > 0 || only.value?.kind !== 'map' || !isSequence(only.value)) return undefined;
  return { map: only.value, title: only.primary?.text ?? only.path?.words[0]?.text ?? '' };
}
