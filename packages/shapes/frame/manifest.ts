import type { Shape } from '@autograph/document';
import type { DrawContext, ShapeDefinition } from '@autograph/editor';
import { roundedRectanglePath } from '@autograph/geometry';
import { type DrawItem, mixColors, placedTextItems, placeText, type Theme, textStyleOf } from '@autograph/render';
import { strokeOf } from '../appearance.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';

const inset = { x: 14, y: 10 };
const titleSize = 14;

const outline = (shape: Shape) => roundedRectanglePath(localBox(shape), shape.radius ?? 12);

/** A breath of the frame's colour: what lies on it stays the louder. */
function ground(shape: Shape, theme: Theme) {
  const color = shape.fill ?? shape.stroke ?? 'grey';
  return color === 'none' ? undefined : mixColors(theme.background, theme.fill(color, 'soft'), 0.45);
}

function titleBox({ w, font_size }: Shape) {
  return { x: inset.x, y: inset.y, w: Math.max(0, w - 2 * inset.x), h: (font_size ?? titleSize) * 1.3 };
}

function placeTitle(shape: Shape, context: DrawContext) {
  const paint = context.theme.stroke(shape.text_color ?? (shape.stroke === 'none' ? undefined : (shape.stroke ?? 'grey')));
  const style = textStyleOf(shape, titleSize, true);
  return placeText({ ...shape, text_valign: 'top' }, titleBox(shape), context, { style, paint, align: 'left' });
}

export const manifest: ShapeDefinition = {
  type: 'frame',
  label: 'Frame',
  schema: recordSchema('frame', {}),
  defaults: { w: 400, h: 280, text: 'Frame', stroke: 'grey' },
  resizable: true,
  rotatable: false,
  bindable: true,
  container: true,
  fields: ['stroke', 'stroke_style', 'dash_gap', 'opacity', 'font_size'],
  tool: { key: 'f', icon: 'frame', label: 'Frame', gesture: 'box', rank: 90 },
  outline,
  draw(shape, context) {
    const { theme } = context;
    const fill = ground(shape, theme);
    const stroke = strokeOf(shape, theme, 'grey');
    const border = stroke && { ...stroke, width: shape.stroke_width ?? 1, paint: mixColors(stroke.paint, theme.background, 0.35) };
    const body: DrawItem = { kind: 'path', path: outline(shape), ...(fill && { fill }), ...(border && { stroke: border }) };
    return [body, ...placedTextItems(placeTitle(shape, context), theme)];
  },
  filled: () => true,
  textBox: titleBox,
  placeText: placeTitle,
};
