/** What is called how in a text. */
export interface Names {
  /** Names of what is of the new one's kind, in the order of the text. */
  readonly ids: readonly string[];
  /** All that are in use. */
  readonly taken: ReadonlySet<string>;
  /** What means something else to the grammar. */
  readonly reserved: ReadonlySet<string>;
  /** What one is: `node`. */
  readonly noun: string;
}

/** A name for something new, in the manner of the names that are there: the next letter, the next number, or words joined alike. */
export function newName({ ids, taken: used, reserved, noun }: Names): string {
  const taken = new Set([...used, ...reserved]);
  const manner = mostOf(ids.map(mannerOf));
  if (manner === 'upper' || manner === 'lower') {
    const letters = manner === 'upper' ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' : 'abcdefghijklmnopqrstuvwxyz';
    const last = Math.max(-1, ...ids.map((id) => (id.length === 1 ? letters.indexOf(id) : -1)));
    const found = [...letters.slice(last + 1), ...letters].find((letter) => !taken.has(letter));
    if (found !== undefined) return found;
  }
  if (manner === 'numbered') {
    const stem = mostOf(ids.filter((id) => mannerOf(id) === 'numbered').map((id) => id.replace(/\d+$/, ''))) ?? '';
    const numbers = ids.flatMap((id) =>
      id.startsWith(stem) && /^\d{1,9}$/.test(id.slice(stem.length)) ? [Number(id.slice(stem.length))] : [],
    );
    return free(taken, stem, Math.max(0, ...numbers) + 1);
  }
  const word = wordsOf(manner, noun);
  return taken.has(word) ? free(taken, word, 2) : word;
}

function wordsOf(manner: Manner | undefined, noun: string): string {
  const Noun = noun.charAt(0).toUpperCase() + noun.slice(1);
  switch (manner) {
    case 'capitals':
      return `NEW_${noun.toUpperCase()}`;
    case 'snake':
      return `new_${noun}`;
    case 'kebab':
      return `new-${noun}`;
    case 'camel':
      return `new${Noun}`;
    case 'pascal':
      return `New${Noun}`;
    default:
      return noun;
  }
}

function free(taken: ReadonlySet<string>, stem: string, from: number): string {
  let number = from;
  while (taken.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

type Manner = 'upper' | 'lower' | 'capitals' | 'numbered' | 'snake' | 'kebab' | 'camel' | 'pascal' | 'word';

function mannerOf(id: string): Manner {
  if (/^[A-Z]$/.test(id)) return 'upper';
  if (/^[a-z]$/.test(id)) return 'lower';
  if (/^[A-Za-z_-]*\d+$/.test(id)) return 'numbered';
  if (/^[A-Z\d]+(?:[_-][A-Z\d]+)*$/.test(id)) return 'capitals';
  if (/^[a-z\d]+(?:_[a-z\d]+)+$/.test(id)) return 'snake';
  if (/^[a-z\d]+(?:-[a-z\d]+)+$/.test(id)) return 'kebab';
  if (/^[a-z]+(?:[A-Z][a-z\d]*)+$/.test(id)) return 'camel';
  return /^[A-Z]/.test(id) ? 'pascal' : 'word';
}

/** The most frequent one; of equals the first. */
function mostOf<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
