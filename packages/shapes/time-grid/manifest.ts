import { ColorRecord } from '@autograph/document';
import type { DrawContext, ShapeDefinition } from '@autograph/editor';
import { type Box, ellipsePath, type Path, rectanglePath } from '@autograph/geometry';
import { type DrawItem, layoutText, mixColors, textItems, withAlpha } from '@autograph/render';
import { z } from 'zod';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';
import { axisHeight, type TimeGridShape, tickStyle } from '../time-axis.ts';

const px = z.number().min(-1e6).max(1e6);
const size = z.number().min(0).max(1e6);

/** The axis of a Gantt chart with all that lies behind its bars. */
export const manifest: ShapeDefinition<TimeGridShape> = {
  type: 'time-grid',
  label: 'Time axis',
  schema: recordSchema('time-grid', {
    plot: z.strictObject({ x: px, y: px, w: size, h: size }),
    bands: z.array(z.strictObject({ y: px, h: size })).max(10_000),
    ticks: z.array(z.strictObject({ x: px, text: z.string().max(400).optional() })).max(20_000),
    top_axis: z.boolean().optional(),
    shaded: z.array(z.strictObject({ x: px, w: size })).max(20_000),
    now: z
      .strictObject({ x: px, color: ColorRecord.optional(), width: size.optional(), opacity: z.number().min(0).max(1).optional() })
      .optional(),
  }),
  defaults: { w: 400, h: 200, plot: { x: 0, y: 0, w: 400, h: 176 }, bands: [], ticks: [], shaded: [] },
  resizable: false,
  rotatable: false,
  bindable: false,
  container: false,
  fields: [],
  outline: (shape) => rectanglePath(localBox(shape)),
  draw: drawGrid,
  filled: () => false,
  spoken: ({ ticks }) => {
    const labels = ticks.flatMap(({ text }) => text ?? []);
    return labels.length > 1 ? `from ${labels[0]} to ${labels.at(-1)}` : labels[0];
  },
};

function drawGrid(shape: TimeGridShape, context: DrawContext): readonly DrawItem[] {
  const { theme } = context;
  const { plot, bands, ticks, shaded, now } = shape;
  const grey = theme.stroke('grey');
  const bottom = plot.y + plot.h;
  const area = (box: Box, alpha: number): DrawItem => ({ kind: 'path', path: rectanglePath(box), fill: withAlpha(grey, alpha) });
  const hairline = { paint: mixColors(grey, theme.background, 0.72), width: 1 };
  return [
    ...bands.flatMap(({ y, h }, at) => (at % 2 === 0 ? [area({ x: 0, y, w: shape.w, h }, 0.07)] : [])),
    ...shaded.map(({ x, w }) => area({ x, y: plot.y, w, h: plot.h }, 0.1)),
    { kind: 'path', path: ticks.flatMap(({ x }) => upright(x, plot.y, bottom)), stroke: hairline },
    { kind: 'path', path: level(plot.x, plot.x + plot.w, bottom), stroke: { ...hairline, paint: mixColors(grey, theme.background, 0.4) } },
    ...ticks.flatMap(({ x, text }) => (text ? tickLabels(text, x, shape, context) : [])),
    ...(now ? nowLine(now, shape, context) : []),
  ];
}

function tickLabels(text: string, x: number, { plot, top_axis }: TimeGridShape, { theme, measure }: DrawContext): readonly DrawItem[] {
  const layout = layoutText(text, tickStyle, { measure });
  const place = (y: number) =>
    textItems(layout, { paint: theme.stroke('grey'), x: x - layout.width / 2, y: y + (axisHeight - layout.height) / 2 });
  return [...place(plot.y + plot.h), ...(top_axis ? place(plot.y - axisHeight) : [])];
}

function nowLine(now: NonNullable<TimeGridShape['now']>, { plot }: TimeGridShape, { theme }: DrawContext): readonly DrawItem[] {
  const paint = withAlpha(theme.stroke(now.color ?? 'orange'), now.opacity ?? 1);
  const width = now.width ?? 1.5;
  return [
    { kind: 'path', path: upright(now.x, plot.y, plot.y + plot.h), stroke: { paint, width } },
    { kind: 'path', path: ellipsePath({ x: now.x - 3.5, y: plot.y - 3.5, w: 7, h: 7 }), fill: paint },
  ];
}

function upright(x: number, from: number, to: number): Path {
  return [
    ['M', x, from],
    ['L', x, to],
  ];
}

function level(from: number, to: number, y: number): Path {
  return [
    ['M', from, y],
    ['L', to, y],
  ];
}
