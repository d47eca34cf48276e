import type { TextPatch } from '@autograph/editor';
import type { Range } from './cursor.ts';
import { wholeLine } from './lines.ts';

/** A place that names something of the diagram. */
export interface Mention extends Range {
  /** In a line that only lists names, such as `style A,B fill:#fff`: the whole line, and how many names it lists. */
  readonly list?: { readonly range: Range; readonly names: number };
}

/** What the text says of a thing that it names. */
export interface Mentioned {
  /** Names of classes of styles. */
  readonly classes: readonly string[];
  /** `property:value` declarations of `style` lines. */
  readonly styles: readonly string[];
  readonly mentions: readonly Mention[];
  /** Statements about nothing but this. */
  readonly statements: readonly Range[];
}

/** Takes things out of the lines that list names: the whole line when all that it names go. */
export function withoutListed(things: readonly Pick<Mentioned, 'mentions'>[], source: string): TextPatch[] {
  const lists = new Map<number, { readonly range: Range; readonly names: number; readonly mentions: Range[] }>();
  for (const { list, from, to } of things.flatMap(({ mentions }) => mentions)) {
    if (!list) continue;
    const known = lists.get(list.range.from) ?? { ...list, mentions: [] };
    known.mentions.push({ from, to });
    lists.set(list.range.from, known);
  }
  return [...lists.values()].flatMap(({ range, names, mentions }) => {
    if (mentions.length >= names) return [wholeLine(source, range)];
    return mentions.map(({ from, to }) => {
      const after = /^\s*,\s*/.exec(source.slice(to))?.[0];
      if (after !== undefined) return { from, to: to + after.length, insert: '' };
      const before = /\s*,\s*$/.exec(source.slice(0, from))?.[0] ?? '';
      return { from: from - before.length, to, insert: '' };
    });
  });
}
