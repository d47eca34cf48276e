import type { Shape } from '@autograph/document';
import type { ShapeDefinition } from '@autograph/editor';
import { bodyFields, drawBody, isFilled } from '../appearance.ts';
import { drawLabel, textFields } from '../label.ts';
import { roundedPolygonPath } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';

function outline({ w, h, radius = 6 }: Shape) {
  const corners = [
    { x: w / 2, y: 0 },
    { x: w, y: h / 2 },
    { x: w / 2, y: h },
    { x: 0, y: h / 2 },
  ];
  return roundedPolygonPath(corners, radius);
}

function textBox({ w, h }: Shape) {
  return { x: w * 0.18, y: h * 0.18, w: w * 0.64, h: h * 0.64 };
}

export const manifest: ShapeDefinition = {
  type: 'diamond',
  label: 'Diamond',
  schema: recordSchema('diamond', {}),
  defaults: { w: 140, h: 100 },
  resizable: true,
  rotatable: true,
  bindable: true,
  container: false,
  fields: [...bodyFields, 'radius', ...textFields],
  tool: { key: 'd', icon: 'diamond', label: 'Diamond', gesture: 'box', rank: 50 },
  nodeOutline: () => 'diam',
  outline,
  draw: (shape, context) => [...drawBody(outline(shape), shape, context.theme), ...drawLabel(shape, textBox(shape), context)],
  filled: isFilled,
  textBox,
};
