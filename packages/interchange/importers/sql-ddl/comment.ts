import type { Token } from '../../text/lexer.ts';
import { cursorOf } from '../../text/token-cursor.ts';
import { readName } from './names.ts';
import { columnOf, type DraftSchema } from './schema.ts';

/** Reads COMMENT ON TABLE and COMMENT ON COLUMN. */
export function readComment(schema: DraftSchema, tokens: readonly Token[]): void {
  const cursor = cursorOf(tokens);
  const said = tokens.at(-1);
  const text = said?.kind === 'string' ? said.text : '';
  if (cursor.accept('COMMENT', 'ON', 'TABLE')) {
    const name = readName(cursor);
    const table = name && schema.find(name);
    if (table) table.note = text;
  } else if (cursor.accept('COMMENT', 'ON', 'COLUMN')) {
    const parts = tokens.slice(3).filter(({ kind, text: part }) => kind !== 'symbol' && part.toUpperCase() !== 'IS');
    const path = parts.slice(0, said?.kind === 'string' ? -1 : undefined).map(({ text: part }) => part);
    const owner = readName(cursorOf(tokens.slice(3, 3 + 2 * (path.length - 1) - 1)));
    const table = owner && schema.find(owner);
    const column = table && columnOf(table, path.at(-1) ?? '');
    if (column) column.comment = text;
  }
}
