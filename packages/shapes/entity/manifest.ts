import type { Shape } from '@autograph/document';
import type { DrawContext, ShapeDefinition } from '@autograph/editor';
import { rectanglePath, roundedRectanglePath } from '@autograph/geometry';
import { type DrawItem, layoutText, mixColors, readableOn, textItems } from '@autograph/render';
import { z } from 'zod';
import { strokeOf } from '../appearance.ts';
import { type EntityShape, layoutTable, titleStyle } from '../entity-table.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';
import { columns } from './columns.ts';
import { drawRow } from './draw-row.ts';

const row = z.strictObject({
  type: z.string().max(400),
  name: z.string().max(400),
  keys: z.array(z.string().max(10)).max(10),
  comment: z.string().max(4_000),
});

const outline = (shape: Shape) => roundedRectanglePath(localBox(shape), shape.radius ?? 8);

export const manifest: ShapeDefinition<EntityShape> = {
  type: 'entity',
  label: 'Entity',
  schema: recordSchema('entity', { rows: z.array(row).max(1_000) }),
  defaults: { w: 160, h: 44, rows: [] },
  resizable: false,
  rotatable: false,
  bindable: true,
  container: false,
  lists: [columns],
  fields: ['fill', 'stroke', 'stroke_width', 'opacity', 'text_color'],
  outline,
  draw: (shape, context) => drawTable(shape, context),
  filled: () => true,
  spoken: ({ text, rows }) => `${text ?? ''}, ${rows.length === 1 ? '1 column' : `${rows.length} columns`}`,
  textBox: ({ w, h, text, rows }, { measure }) => ({ x: 0, y: 0, w, h: Math.min(h, layoutTable(text ?? '', rows, measure).header.h) }),
};

function drawTable(shape: EntityShape, context: DrawContext): readonly DrawItem[] {
  const { theme, measure } = context;
  const table = layoutTable(shape.text ?? '', shape.rows, measure);
  const tint = shape.fill === 'none' ? theme.background : theme.fill(shape.fill ?? 'blue', 'soft');
  const surface = theme.fill(undefined, 'soft');
  const stroke = strokeOf(shape, theme, 'grey');
  const hairline = mixColors(theme.stroke(shape.stroke === 'none' ? 'grey' : (shape.stroke ?? 'grey')), surface, 0.72);
  const headerHeight = shape.rows.length > 0 ? table.header.h : shape.h;
  const title = layoutText(shape.text ?? '', titleStyle, { measure, width: shape.w, align: 'center' });
  const paint = shape.text_color ? theme.stroke(shape.text_color) : readableOn(tint, theme);
  const inside: DrawItem[] = [
    { kind: 'path', path: rectanglePath({ x: 0, y: 0, w: shape.w, h: headerHeight }), fill: tint },
    ...table.rows.flatMap((place, at): DrawItem[] => {
      const row = shape.rows[at];
      return row ? [separator(place.y, shape.w, hairline), ...drawRow(row, place, table, context)] : [];
    }),
  ];
  return [
    { kind: 'path', path: outline(shape), fill: surface },
    { kind: 'group', clip: outline(shape), items: inside },
    ...(stroke ? [{ kind: 'path', path: outline(shape), stroke } as const] : []),
    ...textItems(title, { paint, x: 0, y: (headerHeight - title.height) / 2 }),
  ];
}

function separator(y: number, w: number, paint: string): DrawItem {
  const path = [
    ['M', 0, y],
    ['L', w, y],
  ] as const;
  return { kind: 'path', path, stroke: { paint, width: 1 } };
}
