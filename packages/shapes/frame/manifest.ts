import type { Shape } from '@autograph/document';
import type { ShapeDefinition } from '@autograph/editor';
import { roundedRectanglePath } from '@autograph/geometry';
import { type DrawItem, layoutText, mixColors, type Theme, textItems } from '@autograph/render';
import { strokeOf, textStyleOf } from '../appearance.ts';
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

export const manifest: ShapeDefinition = {
  type: 'frame',
  label: 'Frame',
  schema: recordSchema('frame', {}),
  defaults: { w: 400, h: 280, text: 'Frame', stroke: 'grey' },
  resizable: true,
  rotatable: false,
  bindable: true,
  container: true,
  fields: ['stroke', 'stroke_style', 'opacity', 'font_size'],
  tool: { key: 'f', icon: 'frame', label: 'Frame', gesture: 'box', rank: 90 },
  outline,
  draw(shape, { theme, measure }) {
    const fill = ground(shape, theme);
    const stroke = strokeOf(shape, theme, 'grey');
    const border = stroke && { ...stroke, width: shape.stroke_width ?? 1, paint: mixColors(stroke.paint, theme.background, 0.35) };
    const body: DrawItem = { kind: 'path', path: outline(shape), ...(fill && { fill }), ...(border && { stroke: border }) };
    const style = { ...textStyleOf(shape, titleSize), bold: shape.bold ?? true };
    const { x, y, w } = titleBox(shape);
    const title = layoutText(shape.text ?? '', style, { measure, width: w, align: shape.text_align ?? 'left' });
    const paint = theme.stroke(shape.text_color ?? (shape.stroke === 'none' ? undefined : (shape.stroke ?? 'grey')));
    return [body, ...textItems(title, { style, paint, x, y })];
  },
  filled: () => true,
  textBox: titleBox,
};
