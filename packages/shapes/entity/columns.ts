import type { ShapeList } from '@autograph/editor';
import type { EntityRow, EntityShape } from '../entity-table.ts';

/** `type name PK, FK "comment"`, as a data model writes a column. */
export const columns: ShapeList<EntityShape> = {
  id: 'rows',
  label: 'Columns',
  noun: 'column',
  example: 'string email UK',
  lines: ({ rows }) => rows.map(lineOf),
  change: ({ rows }, lines) => ({
    rows: lines.filter((line) => line.trim() !== '').map((line, at) => (rows[at] && lineOf(rows[at]) === line ? rows[at] : rowOf(line))),
  }),
  fresh({ rows }) {
    const names = new Set(rows.map(({ name }) => name));
    let number = 1;
    while (names.has(number === 1 ? 'column' : `column${number}`)) number += 1;
    return `string ${number === 1 ? 'column' : `column${number}`}`;
  },
};

function lineOf({ type, name, keys, comment }: EntityRow): string {
  return [type, name, keys.join(', '), comment === '' ? '' : `"${comment}"`].filter((part) => part !== '').join(' ');
}

function rowOf(line: string): EntityRow {
  const [, words = '', comment = ''] = /^([^"]*?)\s*(?:"(.*?)"?)?\s*$/.exec(line.trim()) ?? [];
  const [, plain = '', listed = ''] = /^(.*?)((?:(?:^|\s|,)\s*(?:PK|FK|UK))*)\s*$/i.exec(words) ?? [];
  const [first = '', ...rest] = plain.trim().split(/\s+/);
  const keys = [...listed.matchAll(/PK|FK|UK/gi)].map(([key]) => key.toUpperCase());
  // A single word is a name: most columns are texts.
  return { type: rest.length > 0 ? first : 'string', name: rest.length > 0 ? rest.join('_') : first, keys, comment };
}
