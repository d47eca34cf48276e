import { arrowHeads, paletteColors } from '@autograph/document';
import { z } from 'zod';

/** Farther than any board reaches, px: keeps sums of coordinates exact and finite. */
const coordinate = z.number().min(-1e7).max(1e7);
const size = z.number().min(0).max(1e6);
const id = z.string().min(1).max(400);
const color = z.union([z.enum(paletteColors), z.templateLiteral(['#', z.string().regex(/^[\da-fA-F]{6}$/)])]);
const head = z.enum(arrowHeads);

const terminal = z.strictObject({
  shape_id: id.optional(),
  anchor: z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).optional(),
  x: coordinate.optional(),
  y: coordinate.optional(),
});

const record = z.strictObject({
  id,
  type: z.string().min(1).max(60),
  x: coordinate,
  y: coordinate,
  w: size,
  h: size,
  rotation: z.number().min(-36_000).max(36_000),
  parent_id: id.nullable(),
  index: z.string().min(1).max(2_000),
  name: z.string().max(400).optional(),
  locked: z.boolean().optional(),
  hidden: z.boolean().optional(),
  opacity: z.number().min(0).max(1).optional(),
  text: z.string().max(100_000).optional(),
  font: z.enum(['sans', 'serif', 'mono', 'hand']).optional(),
  font_size: z.number().min(8).max(72).optional(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  text_align: z.enum(['left', 'center', 'right', 'justify']).optional(),
  text_valign: z.enum(['top', 'middle', 'bottom']).optional(),
  text_color: color.optional(),
  stroke: z.union([color, z.literal('none')]).optional(),
  stroke_width: z.number().min(0).max(100).optional(),
  stroke_style: z.enum(['solid', 'dashed', 'dotted']).optional(),
  fill: z.union([color, z.literal('none')]).optional(),
  fill_style: z.enum(['solid', 'soft', 'hatch', 'none']).optional(),
  radius: z.number().min(0).max(10_000).optional(),
  start: terminal.optional(),
  end: terminal.optional(),
  start_head: head.optional(),
  end_head: head.optional(),
  route: z.enum(['straight', 'curved', 'orthogonal']).optional(),
  points: z.array(z.array(coordinate).min(2).max(3)).max(50_000).optional(),
  origin: z.strictObject({ block_id: id, node_id: z.string().min(1).max(400) }).optional(),
});

/** The schema of a shape kind: every property of a shape record, plus the kind's own. Unknown properties are refused. */
export function recordSchema<const Type extends string, Own extends z.ZodRawShape>(type: Type, own: Own) {
  return record.extend({ type: z.literal(type), ...own });
}
