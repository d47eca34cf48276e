import type { PaletteColor } from '@autograph/document';
import type { DrawContext } from '@autograph/editor';
import { roundedRectanglePath } from '@autograph/geometry';
import { type DrawItem, layoutText, mixColors, textItems } from '@autograph/render';
import {
  badgeOffsets,
  badgeStyle,
  badgeWidth,
  type EntityRow,
  keyNameStyle,
  nameStyle,
  type TableLayout,
  type TableRow,
  typeStyle,
} from '../entity-table.ts';

const badgeHeight = 16;
const keyColors: Readonly<Record<string, PaletteColor>> = { PK: 'orange', FK: 'blue', UK: 'purple' };

/** One attribute: name, type, key badges and comment, each in its column. */
export function drawRow(row: EntityRow, place: TableRow, table: TableLayout, { theme, measure }: DrawContext): readonly DrawItem[] {
  const quiet = mixColors(theme.text, theme.background, 0.4);
  const middle = place.y + place.h / 2;
  const cell = (text: string, x: number, style: typeof nameStyle, paint: string) => {
    const layout = layoutText(text, style, { measure });
    return textItems(layout, { paint, x, y: middle - layout.height / 2 });
  };
  return [
    ...cell(row.name, table.columns.name, row.keys.includes('PK') ? keyNameStyle : nameStyle, theme.text),
    ...cell(row.type, table.columns.type, typeStyle, quiet),
    ...badgeOffsets(row.keys, measure).flatMap((offset, at): readonly DrawItem[] => {
      const key = row.keys[at] ?? '';
      const color = keyColors[key] ?? 'grey';
      const x = table.columns.keys + offset;
      const w = badgeWidth(key, measure);
      const box = { x, y: middle - badgeHeight / 2, w, h: badgeHeight };
      const label = layoutText(key, badgeStyle, { measure, width: w, align: 'center' });
      return [
        { kind: 'path', path: roundedRectanglePath(box, 4), fill: theme.fill(color, 'soft') },
        ...textItems(label, { paint: theme.stroke(color), x, y: middle - label.height / 2 }),
      ];
    }),
    ...textItems(place.comment, { paint: quiet, x: table.columns.comment, y: middle - place.comment.height / 2 }),
  ];
}
