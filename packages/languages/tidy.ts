import { patchText, type TextPatch } from '@autograph/editor';
import type { Range } from './text-range.ts';

const unit = '  ';

/** What stands in braces or brackets, with them. */
export type Enclosed = Range;

/** The patch after which two things of one line have just this between them; none where a line end or a remark is there. */
export function gap(source: string, from: number, to: number, wanted: string): readonly TextPatch[] {
  const now = source.slice(from, to);
  return from > to || now === wanted || /[^ \t]/.test(now) ? [] : [{ from, to, insert: wanted }];
}

/** A text with patches made in it, in any order; none may overlap. */
export function patched(source: string, patches: readonly TextPatch[]): string {
  return patchText(
    source,
    patches.toSorted((a, b) => a.from - b.from || a.to - b.to),
  );
}

/**
 * A text with each line two blanks further in than what it lies within, and no blanks at the ends of lines. What is opened in one line
 * counts once. Lines that begin within a `verbatim` range, and the last blanks of such, stay.
 */
export function indentedWithin(source: string, enclosed: readonly Enclosed[], verbatim: readonly Range[] = []): string {
  const starts = lineStarts(source);
  const lineAt = (offset: number) => starts.findLastIndex((start) => start <= offset);
  const spans = enclosed.map(({ from, to }) => ({ opens: lineAt(from), closes: lineAt(to - 1), end: to - 1 }));
  let at = 0;
  return source
    .split('\n')
    .map((line, number) => {
      const from = at;
      at += line.length + 1;
      const isIn = (place: number) => verbatim.some((range) => range.from < place && place < range.to);
      const kept = isIn(from);
      const ended = isIn(from + line.length) ? line : line.trimEnd() + (line.endsWith('\r') ? '\r' : '');
      if (kept) return ended;
      const text = ended.trimStart();
      if (text.trim() === '') return line.endsWith('\r') ? '\r' : '';
      const first = from + line.length - line.trimStart().length;
      const around = spans.filter(({ opens, closes, end }) => opens < number && (closes > number || (closes === number && end > first)));
      return unit.repeat(new Set(around.map(({ opens }) => opens)).size) + text;
    })
    .join('\n');
}

function lineStarts(source: string): readonly number[] {
  return [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
}
