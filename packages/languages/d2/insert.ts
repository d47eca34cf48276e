import type { TextPatch } from '@autograph/editor';
import { indentUnit, inPlaceOf, insertAfterStatement, lineIndent, withComment as statementWithComment } from '../chart/insert.ts';
import type { Range } from '../mermaid/cursor.ts';
import { lineEndOf } from '../mermaid/lines.ts';
import type { Mapping } from './syntax.ts';

const comment = '#';

/** Writes a statement as the last one of a map, or of the whole text. */
export function insertInMap(source: string, map: Mapping, text: string): TextPatch {
  const last = map.entries.at(-1);
  if (last) return insertAfterEntry(source, last, text);
  if (map.from === 0 && source[0] !== '{') {
    const at = source.trimEnd().length;
    return { from: at, to: at, insert: at === 0 ? text : `${lineEndOf(source)}${text}` };
  }
  const at = map.from + 1;
  if (!source.slice(map.from, map.to).includes('\n')) return { from: at, to: map.to - 1, insert: text };
  return { from: at, to: at, insert: `${lineEndOf(source)}${lineIndent(source, map)}${indentUnit(source)}${text}` };
}

/** Writes a statement in a line of its own after another one, or after a semicolon where that shares its line. */
export function insertAfterEntry(source: string, entry: Range, text: string): TextPatch {
  return insertAfterStatement(source, entry, text, comment);
}

/** A statement with the comment behind it in its line. */
export function withComment(source: string, entry: Range): Range {
  return statementWithComment(source, entry, comment);
}

/** Takes statements for one, in its place. */
export function replaceEntry(source: string, { from, to }: Range, texts: readonly string[]): TextPatch {
  return { from, to, insert: inPlaceOf(source, { from, to }, texts, comment) };
}
