import type { Entry, Mapping, Word } from './syntax.ts';

/** What `vars` says, for `${name}`. */
export interface Variables {
  /** A text with its variables filled in; those that there are not stay. */
  filled(word: Word): string;
  map(name: string): Mapping | undefined;
}

const deepest = 8;
/** UTF-16 units. */
const longest = 20_000;

export function createVariables(syntax: Mapping): Variables {
  const texts = new Map<string, Word>();
  const maps = new Map<string, Mapping>();
  const gather = (entry: Entry, outer: readonly string[]) => {
    const name = [...outer, ...(entry.path?.words ?? []).map(({ text }) => text)];
    if (entry.primary) texts.set(name.slice(1).join('.'), entry.primary);
    if (entry.value?.kind !== 'map') return;
    maps.set(name.slice(1).join('.'), entry.value);
    for (const inner of entry.value.entries) gather(inner, name);
  };
  for (const entry of syntax.entries) if (!entry.chain && entry.path?.words[0]?.text === 'vars') gather(entry, []);
  const known = new Map<string, string>();
  const filled = (word: Word, depth: number): string => {
    if (word.form === 'single' || word.form === 'block' || depth > deepest) return word.text;
    return word.text.replace(/\$\{\s*([^}]*?)\s*\}/g, (whole, name: string) => valueNamed(name, depth) ?? whole).slice(0, longest);
  };
  const valueNamed = (name: string, depth: number) => {
    const found = texts.get(name);
    if (!found) return undefined;
    const value = known.get(name) ?? filled(found, depth + 1);
    known.set(name, value);
    return value;
  };
  return { filled: (word) => filled(word, 0), map: (name) => maps.get(name) };
}
