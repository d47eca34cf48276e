import type { ShapeDefinition } from '@autograph/editor';
import { rectanglePath } from '@autograph/geometry';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';

/** Shapes that are selected and moved as one; paints nothing itself. */
export const manifest: ShapeDefinition = {
  type: 'group',
  label: 'Group',
  schema: recordSchema('group', {}),
  defaults: { w: 0, h: 0 },
  resizable: true,
  rotatable: false,
  bindable: false,
  container: true,
  wraps: true,
  fields: ['opacity'],
  outline: (shape) => rectanglePath(localBox(shape)),
  draw: () => [],
  filled: () => false,
};
