import type { TokenCursor } from '../../text/token-cursor.ts';

export interface QualifiedName {
  /** Empty for the schema that a database uses when nobody says. */
  readonly schema: string;
  readonly name: string;
}

const usual = new Set(['public', 'dbo', 'main', 'pg_catalog']);

/** Reads `table`, `schema.table` or `database.schema.table`. */
export function readName(cursor: TokenCursor): QualifiedName | undefined {
  const parts: string[] = [];
  do {
    const token = cursor.peek();
    if (!token || token.kind === 'symbol' || token.text === '') return undefined;
    parts.push(token.text);
    cursor.take();
  } while (cursor.accept('.'));
  const schema = parts.at(-2) ?? '';
  return { schema: usual.has(schema.toLowerCase()) ? '' : schema, name: parts.at(-1) ?? '' };
}
