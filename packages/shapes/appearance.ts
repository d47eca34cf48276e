import type { Color, Shadow, Shape } from '@autograph/document';
import type { PanelField } from '@autograph/editor';
import type { Path } from '@autograph/geometry';
import { type DrawItem, type Paint, readableOn, type Stroke, type Theme, textBase, withAlpha } from '@autograph/render';
import { hatch } from './hatch.ts';

/** What drawn shapes share when they do not say otherwise. */
export const look = { strokeWidth: 1.5, fontSize: textBase.size, font: textBase.font, radius: 8 } as const;

/** What the panel offers of a body drawn by `drawBody`. */
export const bodyFields = [
  'fill',
  'fill_style',
  'stroke',
  'stroke_width',
  'stroke_style',
  'look',
  'dash_gap',
  'shadow',
  'opacity',
] as const satisfies readonly PanelField[];

/** The outline of a shape as its stroke properties say; undefined when it has none. */
export function strokeOf(shape: Shape, theme: Theme, fallback?: Color | 'none'): Stroke | undefined {
  const color = shape.stroke ?? fallback;
  const width = shape.stroke_width ?? look.strokeWidth;
  if (color === 'none' || width <= 0) return undefined;
  const dash = dashOf(shape, width);
  return { paint: theme.stroke(color), width, ...(dash && { dash }) };
}

/** Space between dashes or dots where the shape does not say, px: wider for wider strokes. */
export function usualDashGap(style: 'dashed' | 'dotted', width: number): number {
  return style === 'dashed' ? Math.max(5, width * 2.5) : Math.max(4, width * 2.4);
}

function dashOf({ stroke_style: style, dash_gap }: Shape, width: number): readonly number[] | undefined {
  if (style !== 'dashed' && style !== 'dotted') return undefined;
  return [style === 'dashed' ? Math.max(6, width * 3.5) : 0.01, dash_gap ?? usualDashGap(style, width)];
}

/** How an area is painted: one colour, or hatching of it over the board's surface. */
export interface Fill {
  readonly paint: Paint;
  readonly hatch?: Paint;
}

/** Strong enough to be told apart in every palette colour and in pastels, and still read through. */
const hatching = { width: 1.5, opacity: 0.6 } as const;

/** The fill of a shape; undefined when one sees through it. */
export function fillOf(shape: Shape, theme: Theme): Fill | undefined {
  const style = shape.fill_style ?? 'soft';
  if (shape.fill === 'none' || style === 'none') return undefined;
  if (style === 'hatch') return { paint: theme.fill(undefined, 'soft'), hatch: theme.fill(shape.fill ?? 'grey', 'solid') };
  return { paint: theme.fill(shape.fill, style) };
}

/** Whether a press inside the shape hits it. */
export function isFilled(shape: Shape): boolean {
  return (shape.fill !== 'none' && shape.fill_style !== 'none') || Boolean(shape.text);
}

/** What a shape's shadow looks like before it is changed: px, and a colour. */
export const firstShadow: Shadow = { x: 0, y: 4, blur: 12, color: 'black' };

/** The shadow that a shape casts; black is dark in every theme. */
function shadowOf(path: Path, { shadow }: Shape, theme: Theme, outline: number | undefined): readonly DrawItem[] {
  if (!shadow) return [];
  const tone = shadow.color === 'black' ? '#000000' : theme.fill(shadow.color, 'solid');
  const { x: dx, y: dy, blur } = shadow;
  return [{ kind: 'shadow', path, dx, dy, blur, paint: withAlpha(tone, 0.4), ...(outline !== undefined && { outline }) }];
}

/** A closed outline, filled and stroked as the shape says, over its shadow. */
export function drawBody(path: Path, shape: Shape, theme: Theme): readonly DrawItem[] {
  const fill = fillOf(shape, theme);
  const stroke = strokeOf(shape, theme);
  const shadow = fill || stroke ? shadowOf(path, shape, theme, fill ? undefined : stroke?.width) : [];
  if (fill?.hatch) {
    const lines: DrawItem = { kind: 'path', path: hatch(shape.w, shape.h), stroke: { paint: fill.hatch, width: hatching.width } };
    return [
      ...shadow,
      { kind: 'path', path, fill: fill.paint },
      { kind: 'group', clip: path, opacity: hatching.opacity, items: [lines] },
      ...(stroke ? [{ kind: 'path', path, stroke } as const] : []),
    ];
  }
  if (!fill && !stroke) return [];
  return [...shadow, { kind: 'path', path, ...(fill && { fill: fill.paint }), ...(stroke && { stroke }) }];
}

/** The colour of the shape's letters: its own, else what reads best on its fill. */
export function inkOf(shape: Shape, theme: Theme): Paint {
  if (shape.text_color) return theme.stroke(shape.text_color);
  const fill = fillOf(shape, theme);
  return fill && !fill.hatch ? readableOn(fill.paint, theme) : theme.text;
}
