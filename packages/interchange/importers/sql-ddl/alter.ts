import type { Token } from '../../text/lexer.ts';
import { cursorOf, splitByCommas, type TokenCursor } from '../../text/token-cursor.ts';
import { readColumn } from './column.ts';
import { readName } from './names.ts';
import { columnOf, type DraftSchema, type DraftTable, wholeOf } from './schema.ts';
import { readElement } from './table-element.ts';
import { readType } from './type-name.ts';

/** Reads ALTER TABLE and ALTER TYPE; of a table that is not known, nothing. */
export function readAlter(schema: DraftSchema, tokens: readonly Token[]): void {
  const cursor = cursorOf(tokens);
  cursor.accept('ALTER');
  if (cursor.accept('TYPE')) {
    const name = readName(cursor);
    if (!name || !cursor.accept('ADD', 'VALUE')) return;
    cursor.accept('IF', 'NOT', 'EXISTS');
    const value = cursor.peek();
    if (value?.kind === 'string') schema.defineEnum(name, [value.text]);
    return;
  }
  cursor.accept('FOREIGN');
  if (!cursor.accept('TABLE')) return;
  cursor.accept('IF', 'EXISTS');
  cursor.accept('ONLY');
  const name = readName(cursor);
  const table = name && schema.find(name);
  if (!table) return;
  for (const action of splitByCommas(rest(cursor))) readAction(schema, table, action);
}

const tableParts = ['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK', 'INDEX', 'KEY', 'FULLTEXT', 'SPATIAL', 'EXCLUDE', 'PERIOD'];

function readAction(schema: DraftSchema, table: DraftTable, tokens: readonly Token[]): void {
  const cursor = cursorOf(tokens);
  if (cursor.accept('WITH')) cursor.take();
  if (cursor.accept('ADD')) {
    cursor.accept('COLUMN');
    cursor.accept('IF', 'NOT', 'EXISTS');
    const list = cursor.group();
    for (const element of list ? splitByCommas(list) : [rest(cursor)]) readElement(schema, table, element);
  } else if (cursor.accept('DROP')) dropPart(table, cursor);
  else if (cursor.accept('RENAME')) rename(schema, table, cursor);
  else if (cursor.accept('MODIFY')) {
    cursor.accept('COLUMN');
    readColumn(table, cursor);
  } else if (cursor.accept('CHANGE')) {
    cursor.accept('COLUMN');
    renameColumn(table, cursor.take()?.text ?? '', cursor.peek()?.text ?? '');
    readColumn(table, cursor);
  } else if (cursor.accept('ALTER')) {
    cursor.accept('COLUMN');
    const column = columnOf(table, cursor.take()?.text ?? '');
    if (column) alterColumn(column, cursor);
  } else if (cursor.accept('ATTACH', 'PARTITION')) {
    const name = readName(cursor);
    const part = name && schema.find(name, table);
    if (part && wholeOf(table) !== part) part.partOf = table;
  }
}

function alterColumn(column: { type: string; nullable: boolean }, cursor: TokenCursor): void {
  if (cursor.accept('SET', 'NOT', 'NULL')) column.nullable = false;
  else if (cursor.accept('DROP', 'NOT', 'NULL')) column.nullable = true;
  else if (cursor.accept('TYPE') || cursor.accept('SET', 'DATA', 'TYPE')) column.type = readType(cursor).text || column.type;
}

function dropPart(table: DraftTable, cursor: TokenCursor): void {
  if (cursor.accept('PRIMARY', 'KEY')) {
    table.primaryKey = [];
    return;
  }
  const constraint = tableParts.some((word) => cursor.accept(word));
  if (constraint) cursor.accept('KEY');
  else cursor.accept('COLUMN');
  cursor.accept('IF', 'EXISTS');
  const name = cursor.take()?.text ?? '';
  const named = (key: { readonly name: string }) => key.name.toLowerCase() === name.toLowerCase();
  if (constraint) {
    table.uniques = table.uniques.filter((key) => !named(key));
    table.foreignKeys = table.foreignKeys.filter((key) => !named(key));
    return;
  }
  const without = <K extends { readonly columns: readonly string[] }>(keys: readonly K[]) =>
    keys.filter(({ columns }) => !columns.some((column) => column.toLowerCase() === name.toLowerCase()));
  table.columns = table.columns.filter((column) => !named(column));
  table.uniques = without(table.uniques);
  table.foreignKeys = without(table.foreignKeys);
}

function rename(schema: DraftSchema, table: DraftTable, cursor: TokenCursor): void {
  if (cursor.accept('TO') || cursor.accept('AS')) {
    const name = readName(cursor);
    if (name) schema.rename(table, name.name);
    return;
  }
  if (['CONSTRAINT', 'INDEX', 'KEY'].some((word) => cursor.sees(word))) return;
  cursor.accept('COLUMN');
  const before = cursor.take()?.text ?? '';
  if (cursor.accept('TO')) renameColumn(table, before, cursor.take()?.text ?? '');
}

function renameColumn(table: DraftTable, before: string, name: string): void {
  const column = columnOf(table, before);
  if (!column || name === '') return;
  const renamed = (columns: readonly string[]) => columns.map((one) => (one.toLowerCase() === before.toLowerCase() ? name : one));
  column.name = name;
  table.primaryKey = renamed(table.primaryKey);
  table.uniques = table.uniques.map((key) => ({ ...key, columns: renamed(key.columns) }));
  table.foreignKeys = table.foreignKeys.map((key) => ({ ...key, columns: renamed(key.columns) }));
}

function rest(cursor: TokenCursor): readonly Token[] {
  const tokens: Token[] = [];
  for (let token = cursor.peek(); token; token = cursor.peek()) {
    tokens.push(token);
    cursor.take();
  }
  return tokens;
}
