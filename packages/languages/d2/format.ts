import type { TextPatch } from '@autograph/editor';
import { lineEndOf } from '../mermaid/lines.ts';
import type { Range } from '../text-range.ts';
import { type Enclosed, gap, indentedWithin, patched } from '../tidy.ts';
import { readD2 } from './read.ts';
import type { Chain, Entry, List, Mapping, Value, Word } from './syntax.ts';

/** A D2 text that parses, in tidy lines: as far in as the maps around them, with the same spaces everywhere; remarks and blocks of text stay. */
export function formatD2(source: string): string {
  const root = readD2(source);
  const apart = patched(source, ownLines(source, root));
  const spaced = patched(apart, inMap(apart, readD2(apart)));
  const found = { enclosed: [] as Enclosed[], verbatim: [...longRemarks(spaced)] };
  gather(readD2(spaced), found);
  return indentedWithin(spaced, found.enclosed, found.verbatim);
}

/** Where a statement's last sign ends. */
function endOf({ path, chain, primary, value, to }: Entry): number {
  return value?.to ?? primary?.to ?? chain?.to ?? path?.to ?? to;
}

/** Statements outside of all maps that share a line. */
function ownLines(source: string, { entries }: Mapping): readonly TextPatch[] {
  return entries.slice(1).flatMap((entry, at): readonly TextPatch[] => {
    const from = endOf(entries[at] ?? entry);
    return /^[ \t]*;[ \t;]*$/.test(source.slice(from, entry.from)) ? [{ from, to: entry.from, insert: lineEndOf(source) }] : [];
  });
}

function inMap(source: string, { entries, from, to }: Mapping): readonly TextPatch[] {
  const own = entries.flatMap((entry) => inEntry(source, entry));
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last || source.charAt(from) !== '{' || source.slice(from, to).includes('\n')) return own;
  return [
    ...own,
    ...gap(source, from + 1, first.from, ''),
    ...gap(source, endOf(last), to - 1, ''),
    ...entries.slice(1).flatMap((entry, at) => {
      const before = endOf(entries[at] ?? entry);
      return /^[ \t]*;[ \t]*$/.test(source.slice(before, entry.from)) ? [{ from: before, to: entry.from, insert: '; ' }] : [];
    }),
  ];
}

function inEntry(source: string, { path, chain, primary, value }: Entry): readonly TextPatch[] {
  const key = chain?.to ?? path?.to;
  const next = primary ?? value;
  const between = key === undefined || !next ? '' : source.slice(key, next.from);
  return [
    ...(chain ? inChain(source, chain) : []),
    ...(key !== undefined && next && /^[ \t]*:?[ \t]*$/.test(between) && between !== ': '
      ? [{ from: key, to: next.from, insert: ': ' }]
      : []),
    ...(primary && value ? gap(source, primary.to, value.from, ' ') : []),
    ...(value?.kind === 'map' ? inMap(source, value) : []),
  ];
}

function inChain(source: string, { ends, arrows }: Chain): readonly TextPatch[] {
  return arrows.flatMap((arrow, at) => [
    ...gap(source, ends[at]?.to ?? arrow.from, arrow.from, ' '),
    ...gap(source, arrow.to, ends[at + 1]?.from ?? arrow.to, ' '),
  ]);
}

interface Found {
  readonly enclosed: Enclosed[];
  readonly verbatim: Range[];
}

function gather(map: Mapping | List, found: Found): void {
  if (map.from > 0 || map.kind === 'list') found.enclosed.push(map);
  const values: readonly Value[] =
    map.kind === 'list' ? map.items : map.entries.flatMap(({ primary, value }) => [primary ?? [], value ?? []].flat());
  for (const value of values) {
    if (value.kind === 'word') keep(value, found);
    else if (value.kind !== 'import') gather(value, found);
  }
}

/** The lines of a block of text say how far in they are by themselves. */
function keep(word: Word, { verbatim }: Found): void {
  if (word.form === 'block') verbatim.push(word);
}

function* longRemarks(source: string): Iterable<Range> {
  for (const { index, 0: remark } of source.matchAll(/"""[\s\S]*?"""/g)) yield { from: index, to: index + remark.length };
}
