import type { Token } from '../../text/lexer.ts';
import { cursorOf, splitByCommas, type TokenCursor } from '../../text/token-cursor.ts';
import { readName } from './names.ts';
import type { DraftSchema, DraftTable } from './schema.ts';
import { columnList, readElement } from './table-element.ts';

/** Reads a statement that begins with CREATE, as far as it says something about tables. */
export function readCreate(schema: DraftSchema, tokens: readonly Token[]): void {
  const cursor = cursorOf(tokens);
  const at = tokens[0]?.from ?? 0;
  cursor.accept('CREATE');
  cursor.accept('OR', 'REPLACE');
  const temporary = cursor.accept('GLOBAL') || cursor.accept('LOCAL');
  const passing = cursor.accept('TEMP') || cursor.accept('TEMPORARY') || temporary;
  cursor.accept('UNLOGGED');
  cursor.accept('FOREIGN');
  if (cursor.accept('TABLE')) {
    if (!passing) readTable(schema, cursor, at);
  } else if (cursor.accept('VIRTUAL', 'TABLE')) {
    cursor.accept('IF', 'NOT', 'EXISTS');
    schema.warn(`The virtual table “${readName(cursor)?.name ?? ''}” is left out.`, at);
  } else if (cursor.accept('TYPE')) readEnum(schema, cursor);
  else if (cursor.accept('UNIQUE')) readUniqueIndex(schema, cursor);
}

function readTable(schema: DraftSchema, cursor: TokenCursor, at: number): void {
  cursor.accept('IF', 'NOT', 'EXISTS');
  const name = readName(cursor);
  if (!name) {
    schema.warn('A CREATE TABLE without a name is left out.', at);
    return;
  }
  if (cursor.accept('PARTITION', 'OF')) {
    const whole = readName(cursor);
    const found = whole && schema.find(whole, name);
    const part = found && schema.create(name);
    if (part) part.partOf = found;
    return;
  }
  if (!cursor.sees('(')) {
    const source = cursor.accept('LIKE') ? readName(cursor) : undefined;
    const found = source && schema.find(source, name);
    if (!found) schema.warn(`The table “${name.name}” lists no columns here, so it has none in the diagram.`, at);
    const table = schema.create(name);
    if (table && found) {
      table.columns = found.columns.map((column) => ({ ...column }));
      table.primaryKey = found.primaryKey;
      table.uniques = [...found.uniques];
    }
    return;
  }
  const table = schema.create(name);
  if (!table) {
    schema.warn(`The table “${name.name}” is defined twice; the first definition counts.`, at);
    return;
  }
  for (const element of splitByCommas(cursor.group() ?? [])) readElement(schema, table, element);
  if (cursor.accept('INHERITS')) inherit(schema, table, cursor.group() ?? []);
  while (!cursor.done) {
    if (cursor.accept('COMMENT')) {
      cursor.accept('=');
      const said = cursor.take();
      if (said?.kind === 'string' || said?.kind === 'quoted') table.note = said.text;
    } else cursor.take();
  }
}

function inherit(schema: DraftSchema, table: DraftTable, parents: readonly Token[]): void {
  const own = new Set(table.columns.map(({ name }) => name));
  const inherited = splitByCommas(parents).flatMap((tokens) => {
    const name = readName(cursorOf(tokens));
    return (name && schema.find(name, table)?.columns) ?? [];
  });
  table.columns.unshift(...inherited.filter(({ name }) => !own.has(name)).map((column) => ({ ...column })));
}

function readEnum(schema: DraftSchema, cursor: TokenCursor): void {
  const name = readName(cursor);
  if (name && cursor.accept('AS', 'ENUM'))
    schema.defineEnum(
      name,
      (cursor.group() ?? []).flatMap(({ kind, text }) => (kind === 'string' ? [text] : [])),
    );
}

/** An index over all rows is a key; one with a condition, or over expressions, is none. */
function readUniqueIndex(schema: DraftSchema, cursor: TokenCursor): void {
  while (!cursor.done && !cursor.accept('ON')) cursor.take();
  cursor.accept('ONLY');
  const name = readName(cursor);
  const table = name && schema.find(name);
  const columns = columnList(cursor);
  while (!cursor.done && !cursor.sees('WHERE')) cursor.take();
  if (table && columns && cursor.done) table.uniques.push({ name: '', columns });
}
