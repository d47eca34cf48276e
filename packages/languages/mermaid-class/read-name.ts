import type { Cursor } from '../mermaid/cursor.ts';
import { asWritten } from '../mermaid/source.ts';
import type { Named } from './draft.ts';
import type { ClassTokenKind } from './tokens.ts';

/** Kinds of tokens that a bare name is made of. */
const parts: ReadonlySet<string> = new Set(['word', 'minus', 'letter']);

/** The one word, letter or minus that comes next. */
export function readWord(
  cursor: Cursor<ClassTokenKind>,
  what: string,
): { readonly text: string; readonly from: number; readonly to: number } {
  if (!parts.has(cursor.peek().kind)) cursor.fail(what);
  return cursor.take();
}

/** A class's name with its generic type: bare words that join, with dots between; or anything between backticks. */
export function readClassName(cursor: Cursor<ClassTokenKind>, what = 'the name of a class'): Named {
  const { name, from, to } = readParts(cursor, what);
  const generic = cursor.peek();
  const typed = cursor.accept('generic');
  const end = typed ? generic.to + 1 : to;
  // A tilde between backticks parts name and type as well.
  const split = name.indexOf('~');
  if (split > 0) return { name: name.slice(0, split), generic: name.slice(split + 1).split('~')[0] ?? '', from, to, end };
  if (!typed) return { name, generic: '', from, to, end };
  return { name, generic: asWritten(generic.text), genericRange: { from: generic.from, to: generic.to }, from, to, end };
}

/** A namespace's name, which is of no generic type. */
export function readNamespaceName(cursor: Cursor<ClassTokenKind>): Named {
  const { name, from, to } = readParts(cursor, 'the name of a namespace');
  return { name, generic: '', from, to, end: to };
}

function readParts(cursor: Cursor<ClassTokenKind>, what: string): { readonly name: string; readonly from: number; readonly to: number } {
  const first = cursor.peek();
  // The backticks around a name are no tokens.
  const from = first.kind === 'quoted_name' ? first.from - 1 : first.from;
  let name = '';
  for (;;) {
    const token = cursor.peek();
    if (cursor.accept('quoted_name')) return { name: name + asWritten(token.text), from, to: token.to + 1 };
    name += asWritten(readWord(cursor, what).text);
    const { kind } = cursor.peek();
    if (cursor.accept('dot')) name += '.';
    else if (!parts.has(kind) && kind !== 'quoted_name') return { name, from, to: cursor.previous().to };
  }
}
