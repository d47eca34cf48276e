import type { Token } from '../../text/lexer.ts';
import { cursorOf, says, splitByCommas, type TokenCursor } from '../../text/token-cursor.ts';
import { readColumn } from './column.ts';
import { readName } from './names.ts';
import type { DraftSchema, DraftTable } from './schema.ts';

/** Reads what stands between two commas of a table's definition, a column or a constraint, into the table. */
export function readElement(schema: DraftSchema, table: DraftTable, tokens: readonly Token[]): void {
  const cursor = cursorOf(tokens);
  const named = cursor.accept('CONSTRAINT');
  const name = named && !isConstraint(cursor) ? (cursor.take()?.text ?? '') : '';
  if (isConstraint(cursor)) readConstraint(schema, table, cursor, name);
  else if (!named && !isIndex(tokens) && !readColumn(table, cursor)) {
    const at = tokens[0]?.from ?? 0;
    schema.warn(`A part of the table “${table.name}” was not understood: ${excerpt(tokens)}`, at);
  }
}

function isConstraint(cursor: TokenCursor): boolean {
  return (
    cursor.sees('PRIMARY', 'KEY') ||
    cursor.sees('FOREIGN', 'KEY') ||
    cursor.sees('UNIQUE') ||
    cursor.sees('CHECK', '(') ||
    cursor.sees('EXCLUDE', 'USING') ||
    cursor.sees('EXCLUDE', '(') ||
    cursor.sees('PERIOD', 'FOR') ||
    cursor.sees('DEFAULT') ||
    cursor.sees('LIKE')
  );
}

/** An index that is no key, such as KEY name (columns). A column may be called key as well: key varchar(20). */
function isIndex(tokens: readonly Token[]): boolean {
  const cursor = cursorOf(tokens);
  const kind = ['KEY', 'INDEX', 'FULLTEXT', 'SPATIAL'].find((word) => cursor.accept(word));
  if (kind === undefined) return false;
  if (kind === 'FULLTEXT' || kind === 'SPATIAL') return true;
  while (!cursor.done && !cursor.sees('(')) cursor.take();
  const inside = cursor.group();
  return inside?.[0] !== undefined && !/^\d/.test(inside[0].text);
}

function readConstraint(schema: DraftSchema, table: DraftTable, cursor: TokenCursor, name: string): void {
  const at = cursor.peek()?.from ?? 0;
  if (cursor.accept('PRIMARY', 'KEY')) {
    table.primaryKey = columnList(cursor) ?? table.primaryKey;
  } else if (cursor.accept('UNIQUE')) {
    const own = indexName(cursor);
    const columns = columnList(cursor);
    if (columns) table.uniques.push({ name: name || own, columns });
  } else if (cursor.accept('FOREIGN', 'KEY')) {
    const own = indexName(cursor);
    const columns = columnList(cursor);
    const target = cursor.accept('REFERENCES') ? readName(cursor) : undefined;
    if (columns && target) table.foreignKeys.push({ name: name || own, columns, target, at });
    else schema.warn(`A foreign key of the table “${table.name}” was not understood.`, at);
  } else if (cursor.accept('LIKE')) {
    const source = readName(cursor);
    const found = source && schema.find(source, table);
    for (const column of found?.columns ?? []) table.columns.push({ ...column });
  }
}

/** Past the words between a constraint's kind and its columns; gives the name among them. */
function indexName(cursor: TokenCursor): string {
  let name = '';
  for (let token = cursor.peek(); token && !says(token, '('); token = cursor.peek()) {
    if (['KEY', 'INDEX', 'NULLS', 'NOT', 'DISTINCT', 'USING', 'BTREE', 'CLUSTERED', 'NONCLUSTERED'].some((word) => says(token, word)))
      cursor.take();
    else name = cursor.take()?.text ?? '';
  }
  return name;
}

/** Columns in parentheses, without lengths and orders; undefined when something else is there, such as an expression. */
export function columnList(cursor: TokenCursor): readonly string[] | undefined {
  while (!cursor.done && !cursor.sees('(')) cursor.take();
  const parts = splitByCommas(cursor.group() ?? []);
  const names = parts.flatMap(([first, next, length]) =>
    first && first.kind !== 'symbol' && (!says(next, '(') || /^\d/.test(length?.text ?? '')) ? [first.text] : [],
  );
  return names.length > 0 && names.length === parts.length ? names : undefined;
}

function excerpt(tokens: readonly Token[]): string {
  const words = tokens.slice(0, 6).map(({ text }) => text.slice(0, 24));
  return `${words.join(' ')}${tokens.length > 6 ? ' …' : ''}`;
}
