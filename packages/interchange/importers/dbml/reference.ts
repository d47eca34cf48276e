import { cursorOf, splitByCommas, type TokenCursor } from '../../text/token-cursor.ts';

/** `schema.table.column` or `table.(a, b)`. */
export interface Endpoint {
  /** With its schema, where one is written. */
  readonly table: string;
  readonly columns: readonly string[];
}

export type Operator = '<' | '>' | '-' | '<>';

export interface DraftReference {
  readonly left: Endpoint;
  readonly operator: Operator;
  readonly right: Endpoint;
  readonly at: number;
}

/** Names joined by dots. */
export function readPath(cursor: TokenCursor): readonly string[] | undefined {
  const parts: string[] = [];
  do {
    const token = cursor.peek();
    if ((token?.kind !== 'word' && token?.kind !== 'quoted') || token.text === '')
      return parts.length > 0 && cursor.sees('(') ? parts : undefined;
    parts.push(token.text);
    cursor.take();
  } while (cursor.accept('.'));
  return parts;
}

/** A table's name as both sides of a comparison write it. */
export function tableName(parts: readonly string[]): string {
  return (parts[0]?.toLowerCase() === 'public' && parts.length > 1 ? parts.slice(1) : parts).join('.');
}

export function readEndpoint(cursor: TokenCursor): Endpoint | undefined {
  const parts = readPath(cursor);
  if (!parts) return undefined;
  const list = cursor.group();
  if (!list) return parts.length < 2 ? undefined : { table: tableName(parts.slice(0, -1)), columns: parts.slice(-1) };
  const columns = splitByCommas(list.filter(({ kind }) => kind !== 'newline')).flatMap((tokens) => readPath(cursorOf(tokens)) ?? []);
  return columns.length > 0 ? { table: tableName(parts), columns } : undefined;
}

export function readOperator(cursor: TokenCursor): Operator | undefined {
  if (cursor.accept('<', '>')) return '<>';
  if (cursor.accept('<')) return '<';
  if (cursor.accept('>')) return '>';
  return cursor.accept('-') ? '-' : undefined;
}

/** `a.b > c.d` */
export function readReference(cursor: TokenCursor): DraftReference | undefined {
  const at = cursor.peek()?.from ?? 0;
  const left = readEndpoint(cursor);
  const operator = left && readOperator(cursor);
  const right = operator && readEndpoint(cursor);
  return left && operator && right ? { left, operator, right, at } : undefined;
}
