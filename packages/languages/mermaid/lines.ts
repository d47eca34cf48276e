import type { TextPatch } from '@autograph/editor';
import type { Range } from './cursor.ts';

/** Takes a statement out of a text, with its whole line when nothing else stands there, else with the semicolon that parts it from others. */
export function wholeLine(source: string, { from, to }: { readonly from: number; readonly to: number }): TextPatch {
  const start = source.lastIndexOf('\n', from - 1) + 1;
  const next = source.indexOf('\n', to);
  const end = next < 0 ? source.length : next;
  const alone = /^[^\S\n]*$/.test(source.slice(start, from)) && /^[^\S\n]*;?[^\S\n]*$/.test(source.slice(to, end));
  if (!alone) {
    const after = /^[^\S\n]*;[^\S\n]*/.exec(source.slice(to, end))?.[0].length;
    const before = after === undefined ? /(?<!#\w+);[^\S\n]*$/.exec(source.slice(start, from))?.[0].length : 0;
    return { from: from - (before ?? 0), to: to + (after ?? 0), insert: '' };
  }
  // A last line takes the line end before it along.
  if (next < 0 && start > 0) return { from: start - 1, to: end, insert: '' };
  return { from: start, to: next < 0 ? end : end + 1, insert: '' };
}

/** A new line after the last one, indented as most are below the line with this keyword. */
export function newLine(source: string, keyword: string, text: string): TextPatch {
  const end = source.trimEnd().length;
  const at = end + (/^[^\S\r\n]*/.exec(source.slice(end))?.[0].length ?? 0);
  const indent = /\n([^\S\n]+)\S/.exec(source.slice(source.indexOf(keyword)))?.[1] ?? '    ';
  return { from: at, to: at, insert: `${lineEndOf(source)}${indent}${text}` };
}

/** The space before a place in its line, when nothing else stands there. */
export function indentAt(source: string, at: number): string {
  return /(?:^|\n)([^\S\n]*)$/.exec(source.slice(0, at))?.[1] ?? '';
}

/** How the text ends its lines. */
export function lineEndOf(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}

/** The line, or lines, that a range lies in, without the last line end. */
export function lineOf(source: string, { from, to }: Range): Range {
  const end = source.indexOf('\n', to);
  return { from: source.lastIndexOf('\n', from - 1) + 1, to: end < 0 ? source.length : end };
}

/** What goes between a statement and one written after it: a new line indented alike, or a semicolon where it shares its line with others. */
export function jointAfter(source: string, { from, to }: Range): string {
  const line = lineOf(source, { from, to });
  const before = source.slice(line.from, from);
  const end = /^[^\S\n]*;?/.exec(source.slice(to, line.to))?.[0] ?? '';
  const alone = before.trim() === '' && source.slice(to + end.length, line.to).trim() === '';
  return alone ? `${end.endsWith(';') ? ';' : ''}${lineEndOf(source)}${before}` : '; ';
}

/** Writes a statement after another one. */
export function insertAfter(source: string, statement: Range, text: string): TextPatch {
  return { from: statement.to, to: statement.to, insert: jointAfter(source, statement) + text };
}

/** Writes a statement before what stands at a place, such as the word that ends a block; `indent` as of its own line when absent. */
export function insertBefore(source: string, at: number, text: string, indent?: string): TextPatch {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const own = source.slice(start, at);
  if (own.trim() !== '') return { from: at, to: at, insert: `${text}; ` };
  return { from: start, to: start, insert: `${indent ?? own}${text}${lineEndOf(source)}` };
}

/** Lines taken from one place to be written at another, with the space before the first of them replaced. */
export function indented(source: string, range: Range, indent: string): string {
  const before = indentAt(source, range.from);
  const lines = source.slice(range.from, range.to).split(/\r?\n/);
  const moved = lines.map((line, at) =>
    at === 0 ? line : indent + (line.startsWith(before) ? line.slice(before.length) : line.trimStart()),
  );
  return moved.join(lineEndOf(source));
}
