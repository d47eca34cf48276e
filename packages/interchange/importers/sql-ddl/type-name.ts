import type { Token } from '../../text/lexer.ts';
import { splitByCommas, type TokenCursor } from '../../text/token-cursor.ts';

export interface TypeName {
  readonly text: string;
  /** Values of an enumeration that is written in place. */
  readonly values: readonly string[];
}

/** Words that follow a type; none of them is part of one. */
const followers = new Set(
  (
    'NOT NULL DEFAULT PRIMARY UNIQUE REFERENCES CHECK CONSTRAINT GENERATED AS COLLATE COMMENT AUTO_INCREMENT AUTOINCREMENT IDENTITY KEY ON CHARSET ' +
    'INVISIBLE VISIBLE STORAGE COMPRESSION ENCODE FIRST AFTER VIRTUAL STORED DEFERRABLE INITIALLY USING OPTIONS SPARSE ROWGUIDCOL WITH WITHOUT INDEX'
  ).split(' '),
);

const aliases: readonly (readonly [RegExp, string])[] = [
  [/^character varying/i, 'varchar'],
  [/^character(?=$|\(|\[)/i, 'char'],
  [/^bit varying/i, 'varbit'],
  [/^(time(?:stamp)?)(\(\d+\))? without time zone/i, '$1$2'],
  [/^(time(?:stamp)?)(\(\d+\))? with time zone/i, '$1tz$2'],
];

/** Reads the type of a column, in the short form where the standard's is long. Empty where none is written. */
export function readType(cursor: TokenCursor): TypeName {
  let text = '';
  let values: readonly string[] = [];
  for (let token = cursor.peek(); token && token.kind !== 'string'; token = cursor.peek()) {
    const word = token.kind === 'word' ? token.text.toUpperCase() : '';
    if (token.text === '(') {
      const inside = cursor.group() ?? [];
      values = inside.flatMap(({ kind, text: value }) => (kind === 'string' || kind === 'quoted' ? [value] : []));
      if (values.length === 0) text += `(${splitByCommas(inside).map(joined).join(',')})`;
    } else if (token.text === '[') {
      text += '[]';
      while (!cursor.done && cursor.take()?.text !== ']');
    } else if (word === 'ARRAY') {
      cursor.take();
      if (!cursor.sees('[')) text += '[]';
    } else if (token.text === '.') {
      text = ['public', 'pg_catalog', 'dbo'].includes(text.toLowerCase()) ? '' : `${text}.`;
      cursor.take();
    } else if (token.kind === 'symbol' || (text !== '' && ends(cursor, word)) || (text === '' && followers.has(word))) break;
    else {
      text += text === '' || text.endsWith('.') ? token.text : ` ${token.text}`;
      cursor.take();
    }
  }
  return { text: aliases.reduce((named, [long, short]) => named.replace(long, short), text), values };
}

function ends(cursor: TokenCursor, word: string): boolean {
  if (word === 'CHARACTER') return true;
  const zone = (word === 'WITH' || word === 'WITHOUT') && cursor.peek(1)?.text.toUpperCase() === 'TIME';
  return followers.has(word) && !zone;
}

function joined(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ');
}
