import { asWritten } from '../mermaid/source.ts';
import type { Field, FieldName, Item } from './model.ts';
import { type Reading, readNames, readWords } from './reading.ts';
import { levels, meaning, methods, requirementTypes } from './words.ts';

/** `requirement name:::class { … }` or `element name { … }`, with one field a line. */
export function readItem({ cursor, draft }: Reading): void {
  const { from, kind: opening, text: word } = cursor.take();
  const kind: Item['kind'] = opening === 'type' ? 'requirement' : 'element';
  const name = readWords(cursor, `the name of the ${kind}`);
  const classes = cursor.accept('style_suffix') ? readNames({ cursor, draft }, 'the name of a style class') : [];
  const brace = cursor.expect('opening', '"{"');
  cursor.expect('newline', 'the end of the line');
  const fields = new Map<FieldName, Field>();
  for (;;) {
    if (cursor.accept('newline')) continue;
    if (cursor.accept('closing')) break;
    const [field, value] = readField({ cursor, draft }, kind);
    // The first of several says it.
    if (!fields.has(field)) fields.set(field, value);
    cursor.expect('newline', 'the end of the line');
  }
  draft.define({
    name: name.name,
    kind,
    type: meaning(requirementTypes, word) ?? 'Element',
    fields,
    range: { from, to: cursor.previous().to },
    bodyFrom: brace.to,
  });
  draft.mention({ name: name.name, from: name.from, to: name.to });
  if (classes.length > 0)
    draft.setClasses(
      [name.name],
      classes.map((found) => found.name),
    );
}

const fieldsOf: Readonly<Record<Item['kind'], readonly FieldName[]>> = {
  requirement: ['id', 'text', 'risk', 'verifyMethod'],
  element: ['type', 'docref'],
};

function readField({ cursor }: Reading, kind: Item['kind']): readonly [FieldName, Field] {
  const names = fieldsOf[kind];
  const token = cursor.peek();
  const name = token.kind === 'field' ? names.find((field) => field === token.text) : undefined;
  if (!name) return cursor.fail(`${names.map((field) => `"${field}:"`).join(', ')} or "}"`);
  cursor.take();
  cursor.expect('colon', '":"');
  const valueAt = cursor.peek();
  if (name === 'risk' || name === 'verifyMethod') {
    const [tokenKind, table] = name === 'risk' ? (['level', levels] as const) : (['method', methods] as const);
    const { text, from, to } = cursor.expect(tokenKind, Object.keys(table).join(', '));
    return [name, { text: meaning(table, text) ?? text, range: { from, to }, line: { from: token.from, to } }];
  }
  const { name: text, inner, to } = readWords(cursor, 'a value, in quotes if it has signs in it');
  return [name, { text: asWritten(text), range: inner, line: { from: token.from, to: Math.max(to, valueAt.to) } }];
}
