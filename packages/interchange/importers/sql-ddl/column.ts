import { says, type TokenCursor } from '../../text/token-cursor.ts';
import { readName } from './names.ts';
import { columnOf, type DraftTable, isFull } from './schema.ts';
import { readType } from './type-name.ts';

/** Reads a column's definition into the table, in the place of one with the same name; false when it is none. */
export function readColumn(table: DraftTable, cursor: TokenCursor): boolean {
  const token = cursor.peek();
  if (!token || token.kind === 'symbol' || token.text === '' || /^\d/.test(token.text)) return false;
  const name = token.text;
  cursor.take();
  if (cursor.sees('(') || cursor.sees('.') || cursor.sees('=')) return false;
  if (isFull(table)) return true;
  const { text, values } = readType(cursor);
  const column = { name, type: text || 'any', values, nullable: true, comment: '' };
  const known = columnOf(table, name);
  if (known) Object.assign(known, column);
  else table.columns.push(column);
  readRules(table, known ?? column, cursor);
  return true;
}

function readRules(table: DraftTable, column: { readonly name: string; nullable: boolean; comment: string }, cursor: TokenCursor): void {
  const columns = [column.name];
  while (!cursor.done) {
    const at = cursor.peek()?.from ?? 0;
    if (cursor.accept('NOT', 'NULL')) column.nullable = false;
    else if (cursor.accept('PRIMARY', 'KEY')) {
      table.primaryKey = columns;
      column.nullable = false;
    } else if (cursor.accept('UNIQUE')) table.uniques.push({ name: '', columns });
    else if (cursor.accept('REFERENCES')) {
      const target = readName(cursor);
      if (target) table.foreignKeys.push({ name: '', columns, target, at });
    } else if (cursor.accept('COMMENT')) {
      const said = cursor.peek();
      if (said?.kind === 'string' || said?.kind === 'quoted') column.comment = cursor.take()?.text ?? '';
    } else if (cursor.accept('DEFAULT')) {
      // Whatever it is, it is no rule: DEFAULT 'unique'.
      if (!cursor.group()) cursor.take();
    } else if (says(cursor.peek(), '(')) cursor.group();
    else cursor.take();
  }
}
