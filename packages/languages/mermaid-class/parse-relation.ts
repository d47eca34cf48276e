import { asWritten } from '../mermaid/source.ts';
import type { Named } from './draft.ts';
import { annotationIn, readMember } from './member.ts';
import type { RelationHead } from './model.ts';
import { readClassName } from './read-name.ts';
import type { Reading } from './reading.ts';

/** A statement that begins with a class: a relation, a member, or the name alone, which says nothing. */
export function readNamed(reading: Reading): void {
  const { cursor, draft } = reading;
  const first = readClassName(cursor, 'a class, a relation or another statement');
  const next = cursor.peek();
  if (next.kind === 'string' || next.kind === 'head' || next.kind === 'line') readRelation(reading, first);
  else if (next.kind === 'label') readMemberLine(reading, first);
  else draft.mention(first.name, { from: first.from, to: first.to });
}

function readMemberLine({ cursor, draft }: Reading, named: Named): void {
  const label = cursor.take();
  const statement = { from: named.from, to: label.to };
  const text = label.text.slice(1).trim();
  const from = label.from + 1 + (label.text.slice(1).length - label.text.slice(1).trimStart().length);
  const range = { from, to: from + text.length };
  const annotation = annotationIn(text, range);
  draft.add(named);
  draft.statement(named.name, statement);
  if (annotation) {
    draft.annotate(named.name, annotation);
    return;
  }
  const member = readMember(text);
  if (!member) cursor.failAt(label, 'Expected the name of the method before its parentheses.');
  else if (text !== '') draft.member(named.name, { ...member, range, statement });
}

function readRelation({ cursor, draft }: Reading, first: Named): void {
  const fromText = cursor.peek();
  const leading = cursor.accept('string');
  const arrowFrom = cursor.peek();
  const fromHead = readHead(cursor);
  const dashed = cursor.expect('line', 'a line, "--" or ".."').text === 'dashed';
  const toHead = readHead(cursor);
  const arrowRange = { from: arrowFrom.from, to: cursor.previous().to };
  const toText = cursor.peek();
  const trailing = cursor.accept('string');
  const second = readClassName(cursor, 'the class at the other end');
  const label = cursor.peek();
  const labelled = cursor.accept('label');
  draft.relate(first, second, {
    fromHead,
    toHead,
    dashed,
    fromText: leading ? cardinality(fromText.text) : '',
    toText: trailing ? cardinality(toText.text) : '',
    label: labelled ? asWritten(label.text.slice(1)).trim() : '',
    arrowRange,
    range: { from: first.from, to: labelled ? label.to : second.end },
    ...(leading && { fromTextRange: { from: fromText.from, to: fromText.to } }),
    ...(trailing && { toTextRange: { from: toText.from, to: toText.to } }),
    ...(labelled && { labelRange: { from: label.from, to: label.to } }),
  });
}

/** To Mermaid, a cardinality of “none” is none. */
function cardinality(text: string): string {
  const said = asWritten(text).trim();
  return said === 'none' ? '' : said;
}

const heads: ReadonlyMap<string, RelationHead> = new Map(
  (['extension', 'composition', 'aggregation', 'dependency', 'lollipop'] as const).map((head) => [head, head]),
);

function readHead(cursor: Reading['cursor']): RelationHead {
  const { text } = cursor.peek();
  return cursor.accept('head') ? (heads.get(text) ?? 'none') : 'none';
}
