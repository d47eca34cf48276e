import type { TextPatch } from '@autograph/editor';
import type { Range } from './cursor.ts';

/** What stands on lines of its own, with lines that say more of it. */
interface Lines {
  readonly range: Range;
  readonly decorations: readonly Range[];
}

/** The lines of things that follow each other: from the first one's beginning to the last one's end, line end included. */
export function linesOf(things: readonly Lines[], source: string): Range {
  const from = source.lastIndexOf('\n', (things[0]?.range.from ?? 0) - 1) + 1;
  const to = things.flatMap(({ range, decorations }) => [range, ...decorations]).reduce((most, range) => Math.max(most, range.to), from);
  const end = source.indexOf('\n', to);
  return { from, to: end < 0 ? source.length : end + 1 };
}

/** Cuts whole lines out; a last line takes the line end before it along. */
export function cutLines({ from, to }: Range, source: string): TextPatch {
  const isLast = to === source.length && from > 0 && !source.endsWith('\n');
  return { from: isLast ? from - 1 : from, to, insert: '' };
}

/** Moves whole lines to the beginning of another one, `by` blanks further in. */
export function moveLines(lines: Range, place: number, source: string, by = 0): readonly TextPatch[] {
  const moved = source
    .slice(lines.from, lines.to)
    .replace(/\r?\n$/, '')
    .split('\n')
    .map((line) => reindented(line, by))
    .join('\n');
  if (place >= lines.from && place <= lines.to) {
    return by === 0 ? [] : [{ ...lines, insert: source[lines.to - 1] === '\n' ? `${moved}\n` : moved }];
  }
  const atEnd = place === source.length && !source.endsWith('\n');
  const patches = [cutLines(lines, source), { from: place, to: place, insert: atEnd ? `\n${moved}` : `${moved}\n` }];
  return patches.sort((a, b) => a.from - b.from || a.to - b.to);
}

function reindented(line: string, by: number): string {
  if (line.trim() === '') return line;
  return by >= 0 ? ' '.repeat(by) + line : line.slice(Math.min(-by, line.length - line.trimStart().length));
}
