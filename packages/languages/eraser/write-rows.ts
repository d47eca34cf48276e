import { sameJson } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import type { EntityRow } from '@autograph/shapes/entity-table.ts';
import { z } from 'zod';
import type { Patches } from '../collect-edits.ts';
import { indentAt, lineEndOf, wholeLine } from '../mermaid/lines.ts';
import type { Chart, ChartNode } from './chart-model.ts';
import { nameSource } from './sources.ts';
import { type Column, columnsOf, shownRows } from './table-rows.ts';
import { lastIn, lastLine, lineBelow } from './text-lines.ts';

const rowsSchema = z.array(z.object({ type: z.string(), name: z.string(), keys: z.array(z.string()), comment: z.string() }));

/** Patches that make a table's lines say what the edited columns say: in place, or at the end of its braces. */
export function rowPatches({ source }: Chart, node: ChartNode, value: unknown): Patches {
  const parsed = rowsSchema.safeParse(value);
  if (!parsed.success) return { refused: 'These are not columns of a table.' };
  const after = parsed.data;
  if (
    after.some(
      ({ name, type, comment }) =>
        !/^[^\s"{}[\]:]+$/.test(name) || !/^[^\s"{}]*(?:\([^()"{}\n]*\))?$/.test(type) || /[{}\n]|\/\//.test(comment),
    )
  ) {
    return { refused: 'A column needs a name and may have a type, each without spaces, such as: email string.' };
  }
  const before = shownRows(node);
  const columns = columnsOf(node);
  const { head, tail } = alike(before, after);
  const old = columns.slice(head, columns.length - tail);
  const wanted = after.slice(head, after.length - tail);
  const changed = old.flatMap((column, at): readonly TextPatch[] => {
    const row = wanted[at];
    return row ? changedRow(column, row) : [wholeLine(source, column.row)];
  });
  const fresh = wanted.slice(old.length).map(rowSource);
  if (fresh.length === 0) return changed;
  return [...changed, ...added(source, node, fresh, columns[head + old.length - 1], columns[head + old.length])];
}

/** How many rows at the beginning and at the end stay. */
function alike(before: readonly unknown[], after: readonly unknown[]): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && sameJson(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < most - head && sameJson(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  return { head, tail };
}

const keyWords: Readonly<Record<string, string>> = { PK: 'pk', FK: 'fk', UK: 'unique' };

const rest = ({ keys, comment }: EntityRow) =>
  [...keys.map((key) => keyWords[key] ?? key.toLowerCase()), comment.trim()].filter((word) => word !== '').join(' ');

function rowSource(row: EntityRow): string {
  return [row.name, row.type, rest(row)].filter((word) => word !== '').join(' ');
}

function changedRow(column: Column, row: EntityRow): readonly TextPatch[] {
  const patches: TextPatch[] = [];
  if (row.name !== column.name) patches.push({ ...column.nameRange, insert: row.name });
  if (row.type !== column.type) {
    const gap = column.typeRange.from === column.nameRange.to ? ' ' : '';
    patches.push({ ...column.typeRange, insert: row.type === '' ? '' : gap + row.type });
  }
  if (rest(row) !== rest(column)) patches.push({ ...column.restRange, insert: rest(row) === '' ? '' : ` ${rest(row)}` });
  return patches;
}

function added(
  source: string,
  node: ChartNode,
  rows: readonly string[],
  above: Column | undefined,
  below: Column | undefined,
): readonly TextPatch[] {
  const end = lineEndOf(source);
  if (above) return [lineBelow(source, above.row, rows.join(end + indentAt(source, above.row.from)), indentAt(source, above.row.from))];
  if (below)
    return [{ from: below.row.from, to: below.row.from, insert: rows.map((row) => row + end + indentAt(source, below.row.from)).join('') }];
  const block = node.blocks.at(-1);
  if (block) return [lastIn(source, block, rows.join(`${end}  `))];
  return [lastLine(source, `${nameSource(node.id)} {${rows.map((row) => `${end}  ${row}`).join('')}${end}}`)];
}
