import type { Shape } from '@autograph/document';
import type { ShapeDefinition } from '@autograph/editor';
import { roundedRectanglePath } from '@autograph/geometry';
import { drawBody } from '../appearance.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';

const outline = (shape: Shape) => roundedRectanglePath(localBox(shape), 2);

/** The bar on a lifeline that shows when its participant is active. */
export const manifest: ShapeDefinition = {
  type: 'activation',
  label: 'Activation',
  schema: recordSchema('activation', {}),
  defaults: { w: 10, h: 40 },
  resizable: false,
  rotatable: false,
  bindable: false,
  container: false,
  fields: ['fill', 'fill_style', 'stroke', 'opacity'],
  outline,
  draw: (shape, { theme }) => {
    const body = { stroke: 'blue', ...shape, fill: shape.fill ?? 'blue', stroke_width: shape.stroke_width ?? 1.25 } as const;
    return drawBody(outline(shape), body, theme);
  },
  filled: () => true,
};
