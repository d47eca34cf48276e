import type { TextPatch } from '@autograph/editor';
import { lineOf } from '../mermaid/lines.ts';
import type { Range } from './token.ts';

/** Takes a range out, with its line when nothing else is on it, else with the semicolon after it. */
export function without(source: string, { from, to }: Range): TextPatch {
  const line = lineOf(source, { from, to });
  const before = source.slice(line.from, from);
  const after = source.slice(to, line.to);
  if (before.trim() === '' && /^\s*;?\s*$/.test(after)) {
    const atEnd = line.to >= source.length;
    return { from: atEnd ? Math.max(0, line.from - 1) : line.from, to: atEnd ? line.to : line.to + 1, insert: '' };
  }
  const semicolon = /^\s*;\s*/.exec(after)?.[0].length ?? 0;
  return { from, to: to + semicolon, insert: '' };
}

/** Changes the items of a comma-separated list; takes the whole statement out when none is left. */
export function listPatch(
  source: string,
  statement: Range,
  range: Range,
  items: readonly string[],
  change: (item: string) => string | undefined,
): readonly TextPatch[] {
  const kept = items.flatMap((item) => change(item) ?? []);
  if (kept.length === 0) return [without(source, statement)];
  return kept.join(',') === items.join(',') ? [] : [{ ...range, insert: kept.join(',') }];
}
