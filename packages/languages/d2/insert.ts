import type { TextPatch } from '@autograph/editor';
import type { Range } from '../mermaid/cursor.ts';
import { indentAt, lineEndOf, lineOf } from '../mermaid/lines.ts';
import type { Mapping } from './syntax.ts';

/** The space by which a map's statements stand further in, as most of the text has it. */
function indentUnit(source: string): string {
  return /\{[^\S\n]*\n([^\S\n]+)\S/.exec(source)?.[1] ?? '  ';
}

/** Writes a statement as the last one of a map, or of the whole text. */
export function insertInMap(source: string, map: Mapping, text: string): TextPatch {
  const last = map.entries.at(-1);
  const isWhole = map.from === 0 && map.to === source.length && source[0] !== '{';
  if (last) return insertAfterEntry(source, last, text);
  if (isWhole) {
    const at = source.trimEnd().length;
    return { from: at, to: at, insert: at === 0 ? text : `${lineEndOf(source)}${text}` };
  }
  const lines = source.slice(map.from, map.to).includes('\n');
  const at = map.from + 1;
  if (!lines) return { from: at, to: map.to - 1, insert: text };
  const outer = /^[^\S\n]*/.exec(source.slice(lineOf(source, map).from))?.[0] ?? '';
  return { from: at, to: at, insert: `${lineEndOf(source)}${outer}${indentUnit(source)}${text}` };
}

/** Writes a statement in a line of its own after another one, or after a semicolon where that shares its line. */
export function insertAfterEntry(source: string, entry: Range, text: string): TextPatch {
  const line = lineOf(source, { from: entry.from, to: entry.to });
  const rest = source.slice(entry.to, line.to);
  const first = source.lastIndexOf('\n', entry.from - 1) + 1;
  const alone = source.slice(first, entry.from).trim() === '' && /^[^\S\n]*;?[^\S\n]*(?:#.*)?\r?$/.test(rest);
  if (!alone) return { from: entry.to, to: entry.to, insert: `; ${text}` };
  const at = entry.to + rest.trimEnd().length;
  return { from: at, to: at, insert: `${lineEndOf(source)}${indentAt(source, entry.from)}${text}` };
}

/** A statement with the comment behind it in its line. */
export function withComment(source: string, { from, to }: Range): Range {
  const comment = /^[^\S\n]*;?[^\S\n]*#[^\n]*/.exec(source.slice(to, lineOf(source, { from, to }).to))?.[0].trimEnd().length ?? 0;
  return { from, to: to + comment };
}
