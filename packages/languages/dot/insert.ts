import type { TextPatch } from '@autograph/editor';
import { indentUnit, inPlaceOf, insertAfterStatement, lineIndent, withComment as statementWithComment } from '../chart/insert.ts';
import type { Range } from '../mermaid/cursor.ts';
import { lineEndOf } from '../mermaid/lines.ts';
import type { Body } from './syntax.ts';

const comment = '\\/\\/|\\/\\*|#';

/** Writes a statement as the last one in braces. */
export function insertInBody(source: string, body: Body, text: string): TextPatch {
  const last = body.statements.at(-1);
  return last ? insertAfter(source, last, text) : insertFirst(source, body, text);
}

/** Writes a statement as the first one in braces. */
export function insertFirst(source: string, body: Body, text: string): TextPatch {
  const at = body.from + 1;
  const [first] = body.statements;
  const line = source.slice(at, first?.from ?? body.to);
  const ended = first && source.slice(first.to, body.to).trimStart().startsWith(';') ? ';' : '';
  if (line.includes('\n'))
    return { from: at, to: at, insert: `${lineEndOf(source)}${lineIndent(source, body)}${indentUnit(source)}${text}${ended}` };
  return first ? { from: first.from, to: first.from, insert: `${text}; ` } : { from: at, to: body.to - 1, insert: ` ${text} ` };
}

/** Writes a statement in a line of its own after another one, or after a semicolon where that shares its line. */
export function insertAfter(source: string, statement: Range, text: string): TextPatch {
  return insertAfterStatement(source, statement, text, comment);
}

/** A statement with the comment behind it in its line. */
export function withComment(source: string, statement: Range): Range {
  return statementWithComment(source, statement, comment);
}

/** Takes statements for one, in its place. */
export function replaceStatement(source: string, { from, to }: Range, texts: readonly string[]): TextPatch {
  return { from, to, insert: inPlaceOf(source, { from, to }, texts, comment) };
}
