import type { Shape } from '@autograph/document';
import type { DrawContext, ShapeDefinition } from '@autograph/editor';
import { type Box, polylinePath, rectanglePath, roundedRectanglePath } from '@autograph/geometry';
import { type DrawItem, mixColors, placeText, type TextDefaults, type Theme, textStyleOf } from '@autograph/render';
import { z } from 'zod';
import { strokeOf } from '../appearance.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';
import { drawTitle } from '../title.ts';

/** A state with states in it. */
interface CompositeShape extends Shape {
  /** Lines between its concurrent regions: pairs of x and y, local px. */
  readonly dividers?: readonly (readonly number[])[];
}

const inset = 14;
const titleSize = 14;

const outline = (shape: Shape) => roundedRectanglePath(localBox(shape), shape.radius ?? 12);
const letters = ({ font_size }: Shape) => font_size ?? titleSize;
const barHeight = (shape: Shape) => Math.min(shape.h, Math.round(letters(shape) * 1.3) + 14);
const titleBox = (shape: Shape): Box => ({ x: inset, y: 0, w: Math.max(0, shape.w - 2 * inset), h: barHeight(shape) });

function titleLook(shape: Shape, theme: Theme): TextDefaults {
  const paint = theme.stroke(shape.text_color ?? (shape.stroke === 'none' ? undefined : (shape.stroke ?? 'grey')));
  return { style: textStyleOf(shape, titleSize, true), paint, align: 'left' };
}

/** A state with states in it: its name in a bar, and dashed lines between parts that run at the same time. */
export const manifest: ShapeDefinition<CompositeShape> = {
  type: 'composite-state',
  label: 'Composite state',
  schema: recordSchema('composite-state', { dividers: z.array(z.array(z.number()).min(4).max(4)).max(1_000).optional() }),
  defaults: { w: 240, h: 160 },
  resizable: true,
  rotatable: false,
  bindable: true,
  container: true,
  oneLine: true,
  heading: { box: titleBox, letters, draw: title },
  fields: ['fill', 'stroke', 'stroke_width', 'stroke_style', 'look', 'dash_gap', 'opacity', 'text_color'],
  outline,
  draw: drawComposite,
  filled: () => true,
  textBox: titleBox,
  placeText: (shape, context) => placeText(shape, titleBox(shape), context, { ...titleLook(shape, context.theme), wrap: false }),
};

function title(shape: Shape, context: DrawContext, box: Box): readonly DrawItem[] {
  return drawTitle(shape, box, context, titleLook(shape, context.theme), '');
}

function drawComposite(shape: CompositeShape, context: DrawContext): readonly DrawItem[] {
  const { theme } = context;
  const stroke = strokeOf(shape, theme, 'grey');
  const ink = stroke?.paint ?? theme.stroke('grey');
  const faint = mixColors(ink, theme.background, 0.35);
  const color = shape.fill ?? shape.stroke ?? 'grey';
  const tint = color === 'none' ? theme.background : theme.fill(color, shape.fill_style === 'solid' ? 'solid' : 'soft');
  const bar = barHeight(shape);
  const inside: readonly DrawItem[] = [
    { kind: 'path', path: rectanglePath({ x: 0, y: 0, w: shape.w, h: bar }), fill: tint },
    { kind: 'path', path: lineBetween(0, bar, shape.w, bar), stroke: { paint: faint, width: 1 } },
    ...(shape.dividers ?? []).map(
      ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]): DrawItem => ({
        kind: 'path',
        path: lineBetween(x1, y1, x2, y2),
        stroke: { paint: ink, width: 1.25, dash: [6, 5] },
      }),
    ),
  ];
  return [
    { kind: 'path', path: outline(shape), fill: mixColors(theme.background, tint, 0.3) },
    { kind: 'group', clip: outline(shape), items: inside },
    { kind: 'group', items: title(shape, context, titleBox(shape)), title: { id: shape.id, letters: letters(shape) } },
    ...(stroke ? [{ kind: 'path', path: outline(shape), stroke: { ...stroke, paint: faint } } as const] : []),
  ];
}

function lineBetween(x1: number, y1: number, x2: number, y2: number) {
  return polylinePath([
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ]);
}
