import type { TextPatch } from '@autograph/editor';
import type { Range } from '../mermaid/cursor.ts';
import { indentAt, lineEndOf, lineOf } from '../mermaid/lines.ts';

/** The space by which what stands in braces is further in, as most of the text has it. */
export function indentUnit(source: string): string {
  return /\{[^\S\n]*\n([^\S\n]+)\S/.exec(source)?.[1] ?? '  ';
}

/** The space at the beginning of the line of a place. */
export function lineIndent(source: string, range: Range): string {
  return /^[^\S\n]*/.exec(source.slice(lineOf(source, range).from))?.[0] ?? '';
}

/**
 * Writes a statement in a line of its own after another one and the comment behind it, ended alike; or after a semicolon where that shares
 * its line with others. `comment` is what begins a comment, as a pattern.
 */
export function insertAfterStatement(source: string, { from, to }: Range, text: string, comment: string): TextPatch {
  const line = lineOf(source, { from, to });
  const rest = source.slice(to, line.to);
  const end = new RegExp(`^[^\\S\\n]*(;?)[^\\S\\n]*(?:(?:${comment}).*)?\\r?$`).exec(rest);
  if (!end || source.slice(source.lastIndexOf('\n', from - 1) + 1, from).trim() !== '') return { from: to, to, insert: `; ${text}` };
  const at = to + rest.trimEnd().length;
  return { from: at, to: at, insert: `${lineEndOf(source)}${indentAt(source, from)}${text}${end[1]}` };
}

/** A statement with the comment behind it in its line. */
export function withComment(source: string, { from, to }: Range, comment: string): Range {
  const rest = source.slice(to, lineOf(source, { from, to }).to);
  const found = new RegExp(`^[^\\S\\n]*;?[^\\S\\n]*(?:${comment})[^\\n]*`).exec(rest);
  return { from, to: to + (found?.[0].trimEnd().length ?? 0) };
}

/** Several statements as one text, to stand where one of them stood: each in a line of its own where that one was alone in its line. */
export function inPlaceOf(source: string, statement: Range, texts: readonly string[], comment: string): string {
  const [before = '', after = ''] = insertAfterStatement(source, statement, '\0', comment).insert.split('\0');
  return texts.join(after + before);
}
