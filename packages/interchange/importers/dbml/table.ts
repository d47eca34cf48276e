import { cursorOf, says, splitByCommas, type TokenCursor } from '../../text/token-cursor.ts';
import { type DraftReference, readEndpoint, readOperator } from './reference.ts';
import { has, readSettings, type Settings, skipBraces, skipLine, skipLines } from './settings.ts';

export interface DraftColumn {
  readonly name: string;
  readonly type: string;
  readonly settings: Settings;
}

export interface DraftTable {
  readonly name: string;
  note: string;
  /** Columns, and names of partials whose columns stand there. */
  readonly columns: (DraftColumn | string)[];
  readonly primaryKeys: (readonly string[])[];
  readonly uniques: (readonly string[])[];
  readonly references: DraftReference[];
}

/** Reads a table's body behind its opening brace, closing brace included. */
export function readBody(cursor: TokenCursor, table: DraftTable, misread: (at: number) => void): void {
  for (skipLines(cursor); !cursor.done && !cursor.accept('}'); skipLines(cursor)) {
    if (cursor.sees('NOTE', ':') || cursor.sees('NOTE', '{')) table.note = readNote(cursor);
    else if (cursor.accept('INDEXES', '{')) readIndexes(cursor, table);
    else if (cursor.accept('CHECKS')) skipBraces(cursor);
    else if (cursor.accept('~')) table.columns.push(cursor.take()?.text ?? '');
    else readColumn(cursor, table, misread);
  }
}

/** `Note: 'x'` or `Note { 'x' }` */
export function readNote(cursor: TokenCursor): string {
  cursor.accept('NOTE');
  const braces = !cursor.accept(':') && cursor.accept('{');
  skipLines(cursor);
  const token = cursor.peek();
  const text = token?.kind === 'string' || token?.kind === 'quoted' ? (cursor.take()?.text ?? '') : '';
  skipLines(cursor);
  if (braces) cursor.accept('}');
  return text;
}

function readColumn(cursor: TokenCursor, table: DraftTable, misread: (at: number) => void): void {
  const token = cursor.take();
  const type = token?.kind === 'word' || token?.kind === 'quoted' ? readType(cursor) : '';
  if (!token || token.text === '' || type === '') {
    misread(token?.from ?? 0);
    skipLine(cursor);
    return;
  }
  const settings = readSettings(cursor);
  table.columns.push({ name: token.text, type, settings });
  for (const setting of settings) {
    if (!says(setting[0], 'REF') || !says(setting[1], ':')) continue;
    const inside = cursorOf(setting.slice(2));
    const operator = readOperator(inside);
    const right = operator && readEndpoint(inside);
    if (right) table.references.push({ left: { table: table.name, columns: [token.text] }, operator, right, at: token.from });
    else misread(setting[0]?.from ?? token.from);
  }
  skipLine(cursor);
}

/** Brackets that touch a type are part of it, as in int[]; others hold settings. */
function readType(cursor: TokenCursor): string {
  let text = '';
  let end = -1;
  for (let token = cursor.peek(); token && token.kind !== 'newline' && !says(token, '}'); token = cursor.peek()) {
    if (says(token, '(')) {
      const inside = cursor.group() ?? [];
      text += `(${splitByCommas(inside)
        .map((part) => part.map((one) => one.text).join(' '))
        .join(',')})`;
    } else if (says(token, '[')) {
      const size = cursor.peek(1)?.text ?? '';
      if (token.from !== end || !(size === ']' || (/^\d+$/.test(size) && says(cursor.peek(2), ']')))) break;
      while (!cursor.accept(']')) cursor.take();
      text += '[]';
    } else {
      text += text === '' || text.endsWith('.') || says(token, '.') ? token.text : ` ${token.text}`;
      cursor.take();
    }
    end = cursor.peek(-1)?.to ?? token.to;
  }
  return text.replace(/^public\./i, '');
}

function readIndexes(cursor: TokenCursor, table: DraftTable): void {
  for (skipLines(cursor); !cursor.done && !cursor.accept('}'); skipLines(cursor)) {
    const list = cursor.group();
    const token = list ? undefined : cursor.take();
    const parts = list ? splitByCommas(list.filter(({ kind }) => kind !== 'newline')) : token ? [[token]] : [];
    const columns = parts.flatMap(([first]) => (first?.kind === 'word' || first?.kind === 'quoted' ? [first.text] : []));
    const settings = readSettings(cursor);
    if (columns.length === parts.length && columns.length > 0) {
      if (has(settings, 'PK')) table.primaryKeys.push(columns);
      else if (has(settings, 'UNIQUE')) table.uniques.push(columns);
    }
    skipLine(cursor);
  }
}
