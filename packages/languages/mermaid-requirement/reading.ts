import type { Cursor, Range } from '../mermaid/cursor.ts';
import { asWritten } from '../mermaid/source.ts';
import type { RequirementDraft } from './draft.ts';
import type { Mention } from './model.ts';
import type { RequirementTokenKind } from './tokens.ts';

/** What the parts of the parser share. */
export interface Reading {
  readonly cursor: Cursor<RequirementTokenKind>;
  readonly draft: RequirementDraft;
}

/** Bare words or a quoted text: a name or a value. Its range has no space around it, and its quotes when `whole`. */
export function readWords(cursor: Cursor<RequirementTokenKind>, what: string): Mention & { readonly inner: Range } {
  const token = cursor.peek();
  if (cursor.accept('string')) {
    const inner = { from: token.from, to: token.to };
    return { name: asWritten(token.text), inner, from: token.from - 1, to: token.to + 1 };
  }
  if (!cursor.accept('words')) cursor.fail(what);
  const name = token.text.trim();
  const range = { from: token.from, to: token.from + name.length };
  return { name: asWritten(name), inner: range, ...range };
}

/** Names between commas. */
export function readNames(reading: Reading, what: string): readonly Mention[] {
  const names = [readWords(reading.cursor, what)];
  while (reading.cursor.accept('comma')) names.push(readWords(reading.cursor, what));
  return names;
}
