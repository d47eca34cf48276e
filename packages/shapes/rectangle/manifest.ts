import type { Shape } from '@autograph/document';
import type { ShapeDefinition } from '@autograph/editor';
import { roundedRectanglePath } from '@autograph/geometry';
import { bodyFields, drawBody, isFilled, look } from '../appearance.ts';
import { drawLabel, growToText, padded, textFields } from '../label.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';

const outline = (shape: Shape) => roundedRectanglePath(localBox(shape), shape.radius ?? look.radius);
const textBox = (shape: Shape) => padded(localBox(shape));

export const manifest: ShapeDefinition = {
  type: 'rectangle',
  label: 'Rectangle',
  schema: recordSchema('rectangle', {}),
  defaults: { w: 160, h: 80 },
  resizable: true,
  rotatable: true,
  bindable: true,
  container: false,
  fields: [...bodyFields, 'radius', ...textFields],
  tool: { key: 'r', icon: 'square', label: 'Rectangle', gesture: 'box', rank: 30 },
  nodeOutline: () => 'rect',
  outline,
  draw: (shape, context) => [...drawBody(outline(shape), shape, context.theme), ...drawLabel(shape, textBox(shape), context)],
  filled: isFilled,
  textBox,
  fit: (shape, context) => growToText(shape, textBox, context),
};
