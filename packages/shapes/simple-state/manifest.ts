import type { Shape } from '@autograph/document';
import type { DrawContext, ShapeDefinition } from '@autograph/editor';
import { polylinePath, roundedRectanglePath } from '@autograph/geometry';
import { type DrawItem, mixColors, placedTextItems, placeText, textItems } from '@autograph/render';
import { z } from 'zod';
import { drawBody, inkOf, strokeOf } from '../appearance.ts';
import { nodeOutline } from '../node/outlines/index.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';
import { detailInset, layoutState, type StateShape, stateNameStyle } from '../state-compartments.ts';

const rounded = 'rounded';

/** A state has one outline; those of what it can be made into are for pictures of the choice. */
function outline(shape: Shape) {
  const { outline: other = rounded } = z.object({ outline: z.string().optional() }).parse(shape);
  return other === rounded ? roundedRectanglePath(localBox(shape), shape.radius ?? 12) : nodeOutline(other).path(shape);
}

function nameBox(shape: StateShape, { measure }: Pick<DrawContext, 'measure'>) {
  const { header, details } = layoutState(shape, measure);
  return { x: 8, y: 0, w: Math.max(0, shape.w - 16), h: details.length > 0 ? Math.min(shape.h, header) : shape.h };
}

/** A state of a state diagram: a rounded box with its name, and below a rule what it does. */
export const manifest: ShapeDefinition<StateShape> = {
  type: 'simple-state',
  label: 'State',
  schema: recordSchema('simple-state', { details: z.array(z.string().max(4_000)).max(1_000).optional() }),
  defaults: { w: 96, h: 40 },
  resizable: true,
  rotatable: false,
  bindable: true,
  container: false,
  fields: ['fill', 'stroke', 'stroke_width', 'stroke_style', 'look', 'dash_gap', 'opacity', 'text_color'],
  forms: [
    { id: rounded, label: 'State' },
    { id: 'diam', label: 'Choice' },
    { id: 'fork', label: 'Fork or join' },
  ],
  nodeOutline: () => rounded,
  outline,
  draw: drawState,
  filled: () => true,
  spoken: ({ text, details }) => [text ?? '', ...(details ?? [])].join(', '),
  textBox: nameBox,
  placeText: (shape, context) => placeText(shape, nameBox(shape, context), context, { style: stateNameStyle(shape) }),
};

function drawState(shape: StateShape, context: DrawContext): readonly DrawItem[] {
  const { theme, measure } = context;
  const { header, details } = layoutState(shape, measure);
  const paint = inkOf(shape, theme);
  const name = placeText(shape, nameBox(shape, context), context, { style: stateNameStyle(shape), paint });
  const body = drawBody(outline(shape), shape, theme);
  if (details.length === 0) return [...body, ...placedTextItems(name, theme)];
  const stroke = strokeOf(shape, theme, 'grey')?.paint ?? theme.stroke('grey');
  const rule = polylinePath([
    { x: 0, y: header },
    { x: shape.w, y: header },
  ]);
  const inside: readonly DrawItem[] = [
    { kind: 'path', path: rule, stroke: { paint: mixColors(stroke, theme.background, 0.35), width: 1 } },
    ...details.flatMap(({ y, layout }) => textItems(layout, { paint, x: detailInset, y })),
  ];
  return [...body, { kind: 'group', clip: outline(shape), items: inside }, ...placedTextItems(name, theme)];
}
