import type { Cursor } from '../mermaid/cursor.ts';
import { asWritten } from '../mermaid/source.ts';
import type { ErAttribute } from './model.ts';
import type { ErTokenKind } from './tokens.ts';

/** Reads `type name PK, FK "comment"` rows up to and including the closing brace. */
export function readAttributes(cursor: Cursor<ErTokenKind>): readonly ErAttribute[] {
  const attributes: ErAttribute[] = [];
  while (!cursor.accept('punctuation', '}')) attributes.push(readAttribute(cursor));
  return attributes;
}

function readAttribute(cursor: Cursor<ErTokenKind>): ErAttribute {
  const type = cursor.expect('attribute_word', 'an attribute (type, then name) or "}"');
  const optional = cursor.accept('punctuation', '?');
  const typeRange = { from: type.from, to: cursor.previous().to };
  const name = cursor.expect('attribute_word', `the name of the attribute after its type "${asWritten(type.text)}"`);
  const keys = readKeys(cursor);
  const comment = cursor.peek();
  const commented = cursor.accept('comment');
  return {
    type: asWritten(type.text) + (optional ? '?' : ''),
    name: asWritten(name.text),
    keys,
    comment: commented ? asWritten(comment.text) : '',
    range: { from: type.from, to: cursor.previous().to },
    typeRange,
    nameRange: name,
    ...(commented ? { commentRange: comment } : {}),
  };
}

function readKeys(cursor: Cursor<ErTokenKind>): ErAttribute['keys'] {
  const keys: ('PK' | 'FK' | 'UK')[] = [];
  if (cursor.peek().kind !== 'key') return keys;
  do {
    const word = cursor.expect('key', 'PK, FK or UK').text.toUpperCase();
    keys.push(word === 'FK' || word === 'UK' ? word : 'PK');
  } while (cursor.accept('punctuation', ','));
  return keys;
}
