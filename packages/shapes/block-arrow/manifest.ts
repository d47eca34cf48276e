import type { ShapeDefinition } from '@autograph/editor';
import { z } from 'zod';
import { drawBody, isFilled } from '../appearance.ts';
import { drawLabel, placeLabel } from '../label.ts';
import { recordSchema } from '../record-schema.ts';
import { arrowBody, arrowPath, type BlockArrowShape } from './arrow-path.ts';

/** A thick arrow with words in it, in one direction or several. */
export const manifest: ShapeDefinition<BlockArrowShape> = {
  type: 'block-arrow',
  label: 'Block arrow',
  schema: recordSchema('block-arrow', {
    directions: z
      .array(z.enum(['right', 'left', 'up', 'down', 'x', 'y']))
      .max(20)
      .optional(),
  }),
  defaults: { w: 120, h: 64 },
  resizable: true,
  rotatable: false,
  bindable: true,
  container: false,
  fields: ['fill', 'stroke', 'stroke_width', 'stroke_style', 'look', 'dash_gap', 'opacity', 'text_color'],
  outline: arrowPath,
  draw: (shape, context) => [...drawBody(arrowPath(shape), shape, context.theme), ...drawLabel(shape, arrowBody(shape), context)],
  filled: isFilled,
  textBox: arrowBody,
  placeText: (shape, context) => placeLabel(shape, arrowBody(shape), context),
};
