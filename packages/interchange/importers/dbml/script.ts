import { createLexer, type Lexicon, type Token } from '../../text/lexer.ts';
import { cursorOf, type TokenCursor } from '../../text/token-cursor.ts';
import { type DraftReference, readPath, readReference, tableName } from './reference.ts';
import { readSettings, skipBraces, skipLine, skipLines, textOf } from './settings.ts';
import { type DraftTable, readBody, readNote } from './table.ts';

const lexicon: Lexicon = {
  word: /[\p{L}\p{N}_]+/uy,
  quotes: [
    { open: "'''", close: "'''", kind: 'string', escape: 'backslash' },
    { open: "'", close: "'", kind: 'string', escape: 'backslash', oneLine: true },
    { open: '"', close: '"', kind: 'quoted', escape: 'backslash', oneLine: true },
    { open: '`', close: '`', kind: 'string' },
  ],
  lineComments: ['//'],
  newlines: true,
};

/** What a DBML text says, as written. */
export interface Script {
  readonly tables: readonly DraftTable[];
  readonly partials: ReadonlyMap<string, DraftTable>;
  /** Tables by the names that stand for them. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly references: readonly DraftReference[];
  readonly enums: ReadonlyMap<string, readonly string[]>;
  readonly groups: readonly { readonly title: string; readonly members: readonly string[] }[];
  readonly unclosed: readonly number[];
}

/** Parts that say nothing about tables. */
const silent = ['PROJECT', 'NOTE', 'RECORDS', 'DIAGRAMVIEW'];

/** Reads a DBML text; `misread` hears of the lines that were not understood. */
export function readScript(text: string, misread: (at: number) => void): Script {
  const lexer = createLexer(text, lexicon);
  const tokens: Token[] = [];
  for (let token = lexer.next(); token; token = lexer.next()) tokens.push(token);
  const cursor = cursorOf(tokens);
  const tables: DraftTable[] = [];
  const partials = new Map<string, DraftTable>();
  const aliases = new Map<string, string>();
  const references: DraftReference[] = [];
  const enums = new Map<string, readonly string[]>();
  const groups: { title: string; members: readonly string[] }[] = [];

  for (skipLines(cursor); !cursor.done; skipLines(cursor)) {
    const at = cursor.peek()?.from ?? 0;
    if (cursor.accept('TABLE')) readTable((table) => tables.push(table));
    else if (cursor.accept('TABLEPARTIAL')) readTable((table) => partials.set(table.name, table));
    else if (cursor.accept('REF')) readReferences(cursor, references, misread);
    else if (cursor.accept('ENUM')) readEnum(cursor, enums);
    else if (cursor.accept('TABLEGROUP')) groups.push(readGroup(cursor));
    else {
      const known = silent.some((word) => cursor.accept(word));
      if (!known) {
        misread(at);
        cursor.take();
      }
      skipToBraces(cursor);
    }
  }
  return { tables, partials, aliases, references, enums, groups, unclosed: lexer.unclosed };

  function readTable(keep: (table: DraftTable) => void): void {
    const at = cursor.peek()?.from ?? 0;
    const path = readPath(cursor);
    const name = path && tableName(path);
    const alias = cursor.accept('AS') ? cursor.take()?.text : undefined;
    const settings = readSettings(cursor);
    skipLines(cursor);
    if (!name || !cursor.accept('{')) {
      misread(at);
      skipToBraces(cursor);
      return;
    }
    const table: DraftTable = { name, note: textOf(settings, 'NOTE'), columns: [], primaryKeys: [], uniques: [], references: [] };
    if (alias) aliases.set(alias, name);
    readBody(cursor, table, misread);
    keep(table);
  }
}

/** `Ref: …`, `Ref name { … }` with one or more */
function readReferences(cursor: TokenCursor, references: DraftReference[], misread: (at: number) => void): void {
  const at = cursor.peek()?.from ?? 0;
  readPath(cursor);
  readSettings(cursor);
  const one = () => {
    const start = cursor.peek()?.from ?? at;
    const reference = readReference(cursor);
    if (reference) references.push(reference);
    else misread(start);
    readSettings(cursor);
    skipLine(cursor);
  };
  if (cursor.accept(':')) one();
  else if (cursor.accept('{')) for (skipLines(cursor); !cursor.done && !cursor.accept('}'); skipLines(cursor)) one();
  else {
    misread(at);
    cursor.take();
  }
}

function readEnum(cursor: TokenCursor, enums: Map<string, readonly string[]>): void {
  const path = readPath(cursor);
  const values: string[] = [];
  skipLines(cursor);
  if (cursor.accept('{')) {
    for (skipLines(cursor); !cursor.done && !cursor.accept('}'); skipLines(cursor)) {
      const token = cursor.take();
      if (token?.kind === 'word' || token?.kind === 'quoted') values.push(token.text);
      readSettings(cursor);
    }
  }
  if (path) enums.set(tableName(path), values);
}

function readGroup(cursor: TokenCursor): { readonly title: string; readonly members: readonly string[] } {
  const title = (readPath(cursor) ?? []).join('.');
  readSettings(cursor);
  skipLines(cursor);
  const members: string[] = [];
  if (cursor.accept('{')) {
    for (skipLines(cursor); !cursor.done && !cursor.accept('}'); skipLines(cursor)) {
      if (cursor.sees('NOTE', ':') || cursor.sees('NOTE', '{')) readNote(cursor);
      else {
        const path = readPath(cursor);
        if (path) members.push(tableName(path));
        else cursor.take();
      }
    }
  }
  return { title, members };
}

/** Past a part that is not read: its line, and its braces where it has some. */
function skipToBraces(cursor: TokenCursor): void {
  while (!cursor.done && cursor.peek()?.kind !== 'newline' && !cursor.sees('{')) cursor.take();
  skipBraces(cursor);
}
