import type { Shape, ShapeChange, ShapeId } from '@autograph/document';
import { boxCentre, type Vec } from '@autograph/geometry';
import { newShape } from './create-shape.ts';
import type { Editor } from './editor.ts';
import { freePlace } from './free-place.ts';
import { topIndexes } from './order.ts';

export type Table = readonly (readonly string[])[];

/** More cells than this stay a text. */
const mostCells = 2_000;

/** The cells of a text in rows and tab-separated columns, as spreadsheets copy them; undefined when it is none. */
export function readTable(text: string): Table | undefined {
  const rows = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((row) => row.split('\t'));
  const columns = rows[0]?.length ?? 0;
  if (columns < 2 || rows.some((row) => row.length !== columns) || rows.length * columns > mostCells) return undefined;
  return rows.map((row) => row.map((cell) => cell.trim()));
}

/** Puts a table on the board as one group of cells about a page point (where there is room in the view when absent), the first row bold. Gives the group, or the cells where groups are unknown. */
export function pasteTable(editor: Editor, table: Table, at?: Vec): readonly ShapeId[] {
  const cell = [...editor.definitions]
    .filter(({ tool }) => tool?.gesture === 'box')
    .sort((a, b) => (a.tool?.rank ?? 0) - (b.tool?.rank ?? 0))
    .find(({ textBox }) => textBox);
  const group = [...editor.definitions].find(({ wraps }) => wraps);
  if (!cell) return [];
  const widths = (table[0] ?? []).map((_, column) => columnWidth(editor, table, column));
  const height = 36;
  const size = { w: widths.reduce((sum, width) => sum + width, 0), h: table.length * height };
  const middle = at ?? boxCentre(freePlace(editor, { ...size, gap: 20 }));
  const corner = { x: middle.x - size.w / 2, y: middle.y - size.h / 2 };
  const parent = group && newShape(editor, group, null, {});
  const keys = topIndexes(editor.scene, null, table.length * widths.length);
  const cells = table.flatMap((row, y): Shape[] => {
    let x = corner.x;
    return row.map((text, column): Shape => {
      const w = widths[column] ?? 0;
      const head: ShapeChange = y === 0 ? { bold: true, fill: 'grey' } : {};
      const look: ShapeChange = { radius: 0, fill_style: 'soft', text_align: 'left', ...head };
      const shape = newShape(editor, cell, parent?.id ?? null, { ...look, x, y: corner.y + y * height, w, h: height, text });
      x += w;
      return { ...shape, index: keys[y * widths.length + column] ?? shape.index };
    });
  });
  return editor.transact(() => {
    if (!editor.createShapes(parent ? [parent, ...cells] : cells)) return [];
    editor.select(parent ? [parent.id] : cells.map(({ id }) => id));
    return editor.selection;
  });
}

/** Wide enough for its longest text, px, within reason. */
function columnWidth(editor: Editor, table: Table, column: number): number {
  const { measure } = editor.drawContext;
  const style = { font: 'sans', size: 16, bold: true } as const;
  const longest = Math.max(...table.map((row) => measure.width(row[column] ?? '', style)));
  return Math.ceil(Math.min(360, Math.max(64, longest + 32)));
}
