import type { Cursor, Range } from '../mermaid/cursor.ts';
import { asWritten } from '../mermaid/source.ts';
import type { Named } from './draft.ts';
import { annotationIn, readMember } from './member.ts';
import { readNote } from './parse-lines.ts';
import { readClassName, readNamespaceName, readWord } from './read-name.ts';
import type { Reading } from './reading.ts';
import type { ClassTokenKind } from './tokens.ts';

/** `class Name~T~["Label"]:::style <<annotation>> { members }`; a style and an annotation exclude each other. */
export function readClass(reading: Reading): void {
  const { cursor, draft } = reading;
  const { from } = cursor.take();
  const named = readClassName(cursor);
  const label = readLabel(cursor);
  draft.declare(named, label, { from, to: label ? cursor.previous().to : named.end });
  let styled = false;
  if (cursor.accept('class_suffix')) {
    draft.setClass(named.name, readWord(cursor, 'the name of a style class').text);
    styled = true;
  } else if (cursor.accept('punctuation', '<<')) {
    const word = readWord(cursor, 'the name of an annotation');
    cursor.expect('punctuation', '">>"', '>>');
    draft.annotate(named.name, { text: word.text, range: { from: word.from, to: word.to } });
  }
  if (cursor.peek().text === '{' && cursor.peek().kind === 'punctuation') readBody(reading, named, styled);
  draft.statement(named.name, { from, to: Math.max(cursor.previous().to, named.end) });
}

function readLabel(cursor: Cursor<ClassTokenKind>): { readonly text: string; readonly range: Range } | undefined {
  if (!cursor.accept('punctuation', '[')) return undefined;
  const label = cursor.expect('string', 'a label in quotes');
  cursor.expect('punctuation', '"]"', ']');
  return { text: asWritten(label.text), range: { from: label.from, to: label.to } };
}

function readBody({ cursor, draft }: Reading, named: Named, needsMember: boolean): void {
  const opening = cursor.take();
  if (needsMember && cursor.peek().kind !== 'member') cursor.fail('a member');
  while (cursor.peek().kind === 'member') {
    const token = cursor.take();
    const text = token.text.trim();
    const from = token.from + token.text.length - token.text.trimStart().length;
    const range = { from, to: from + text.length };
    const annotation = annotationIn(text, range);
    if (annotation) draft.annotate(named.name, annotation);
    else if (text !== '') {
      const member = readMember(text);
      if (!member) cursor.failAt(token, 'Expected the name of the method before its parentheses.');
      else draft.member(named.name, { ...member, range });
    }
  }
  cursor.expect('punctuation', 'a member or "}"', '}');
  draft.body(named.name, { from: opening.from, to: cursor.previous().to });
}

/** `namespace A.B["Label"] { … }` with classes, notes and namespaces in it, at least one. */
export function readNamespace(reading: Reading): void {
  const { cursor } = reading;
  let depth = 0;
  // Not by calling itself: a hostile text nests deeper than calls may.
  do {
    const { text } = cursor.peek();
    if (text === 'namespace') {
      openNamespace(reading);
      depth += 1;
    } else {
      if (text === 'class') readClass(reading);
      else readNote(reading);
      depth -= closeNamespaces(reading, depth);
    }
  } while (depth > 0);
}

function openNamespace({ cursor, draft }: Reading): void {
  const { from } = cursor.take();
  const named = readNamespaceName(cursor);
  const label = readLabel(cursor);
  cursor.expect('punctuation', '"{"', '{');
  if (!draft.openNamespace(named, label, from)) cursor.failAt(named, 'Namespaces nest no deeper than this.');
  cursor.accept('newline');
  if (!isInner(cursor)) cursor.fail('a class, a note or a namespace');
}

/** Reads up to the next statement in a namespace, or to the end of the outermost; gives how many namespaces have ended. */
function closeNamespaces({ cursor, draft }: Reading, depth: number): number {
  let closed = 0;
  while (closed < depth) {
    const ended = cursor.accept('newline');
    if (ended && isInner(cursor)) break;
    cursor.expect('punctuation', ended ? 'a class, a note, a namespace or "}"' : 'the end of the line or "}"', '}');
    draft.closeNamespace(cursor.previous().to);
    closed += 1;
  }
  return closed;
}

function isInner(cursor: Cursor<ClassTokenKind>): boolean {
  const { kind, text } = cursor.peek();
  return kind === 'keyword' && (text === 'class' || text === 'namespace' || text === 'note' || text === 'note for');
}
