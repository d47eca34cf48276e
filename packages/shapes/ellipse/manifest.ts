import type { Shape } from '@autograph/document';
import type { ShapeDefinition } from '@autograph/editor';
import { ellipsePath } from '@autograph/geometry';
import { bodyFields, drawBody, isFilled } from '../appearance.ts';
import { drawLabel, textFields } from '../label.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';

const outline = (shape: Shape) => ellipsePath(localBox(shape));

/** A box inside the ellipse, wider than the largest inscribed one: lines rarely reach its corners. */
function textBox({ w, h }: Shape) {
  return { x: w * 0.12, y: h * 0.12, w: w * 0.76, h: h * 0.76 };
}

export const manifest: ShapeDefinition = {
  type: 'ellipse',
  label: 'Ellipse',
  schema: recordSchema('ellipse', {}),
  defaults: { w: 140, h: 90 },
  resizable: true,
  rotatable: true,
  bindable: true,
  container: false,
  fields: [...bodyFields, ...textFields],
  tool: { key: 'o', icon: 'circle', label: 'Ellipse', gesture: 'box', rank: 40 },
  nodeOutline: () => 'circle',
  outline,
  draw: (shape, context) => [...drawBody(outline(shape), shape, context.theme), ...drawLabel(shape, textBox(shape), context)],
  filled: isFilled,
  textBox,
};
