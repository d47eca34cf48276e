import type { EntityRow } from '@autograph/shapes/entity-table.ts';
import type { Range } from '../mermaid/cursor.ts';
import type { ChartNode } from './chart-model.ts';
import type { Row } from './syntax.ts';

/** A column of a table: `id int pk`. */
export interface Column extends EntityRow {
  readonly row: Row;
  readonly nameRange: Range;
  readonly typeRange: Range;
  /** What stands behind name and type. */
  readonly restRange: Range;
}

/** The lines in a table's braces. */
export function rowsOf({ blocks }: Pick<ChartNode, 'blocks'>): readonly Row[] {
  return blocks.flatMap(({ statements }) => statements.filter((statement) => statement.kind === 'row'));
}

const keys: Readonly<Record<string, string>> = { pk: 'PK', fk: 'FK', unique: 'UK', uk: 'UK' };
const pattern = /^("[^"]*"|[^\s":]+):?(\s+)?([^\s(]*(?:\([^)]*\))?[^\s]*)?(\s+)?(.*)$/;

/** A table's columns: a name, perhaps a type, and words about it, of which keys are known. */
export function columnsOf(node: Pick<ChartNode, 'blocks'>): readonly Column[] {
  return rowsOf(node).map((row) => {
    const [, name = row.text, gap = '', type = '', space = '', rest = ''] = pattern.exec(row.text) ?? [];
    const words = rest.split(/\s+/).filter((word) => word !== '');
    // A table may leave out types: `id pk`.
    const isKey = words.length === 0 && type.toLowerCase() in keys;
    const about = isKey ? [type] : words;
    const end = row.from + row.text.length;
    const typeFrom = end - rest.length - space.length - type.length;
    return {
      row,
      name: name.replace(/^"(.*)"$/, '$1'),
      type: isKey ? '' : type,
      keys: about.flatMap((word) => keys[word.toLowerCase()] ?? []),
      comment: about.filter((word) => !(word.toLowerCase() in keys)).join(' '),
      nameRange: { from: row.from, to: row.from + name.length },
      typeRange:
        isKey || (type === '' && gap === '')
          ? { from: row.from + name.length, to: row.from + name.length }
          : { from: typeFrom, to: typeFrom + type.length },
      restRange: isKey ? { from: row.from + name.length, to: end } : { from: typeFrom + type.length, to: end },
    };
  });
}

/** What the shape of a table shows. */
export function shownRows(node: Pick<ChartNode, 'blocks'>): readonly EntityRow[] {
  return columnsOf(node).map(({ name, type, keys: marks, comment }) => ({ name, type, keys: marks, comment }));
}
