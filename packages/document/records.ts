import { fontFamilies } from '@autograph/geometry';
import { z } from 'zod';
import type { Block, Placement } from './block.ts';
import { limits } from './limits.ts';
import { isOrderKey } from './order.ts';
import { jsonProblem } from './plain-json.ts';
import { arrowHeads, paletteColors, type Shape } from './shape.ts';

const id = z.string().min(1).max(1_000);
const px = z.number().min(-limits.coordinate).max(limits.coordinate);
const length = z.number().min(0).max(limits.coordinate);
const orderKey = z.string().min(1).max(1_000).refine(isOrderKey, 'This is not an order key.');
const points = z.array(z.array(px).min(2).max(3)).max(limits.points).describe('Way points [x, y] or pen track [x, y, pressure], px');
const flag = z.boolean().optional();

/** A palette name or `#rrggbb`. */
export const ColorRecord = z
  .union([z.enum(paletteColors), z.templateLiteral(['#', z.string().regex(/^[\da-fA-F]{6}$/)])])
  .describe('Palette name or #rrggbb');
const paint = z.union([ColorRecord, z.literal('none')]);
const head = z.enum(arrowHeads);
const share = z.number().min(0).max(1);

const terminal = z
  .strictObject({
    shape_id: id.optional(),
    anchor: z.strictObject({ x: share, y: share }).optional(),
    x: px.optional(),
    y: px.optional(),
  })
  .describe('One end of an arrow: bound to a shape, or a free point in px');

const textSpan = z.strictObject({
  from: z.int().min(0).max(limits.shapeText),
  to: z.int().min(0).max(limits.shapeText),
  bold: flag,
  italic: flag,
  underline: flag,
  strike: flag,
  code: flag,
  link: z
    .string()
    .max(limits.link)
    .regex(/^(?:https?:\/\/|mailto:)/i, 'A link starts with https://, http:// or mailto:.')
    .optional(),
});

/** The schema of every property that a shape record may have, whatever its kind. */
export const shapeProperties = {
  id,
  type: z.string().min(1).max(64),
  x: px,
  y: px,
  w: length,
  h: length,
  rotation: z.number().min(-1e6).max(1e6),
  parent_id: id.nullable(),
  index: orderKey,
  name: z.string().max(1_000).optional(),
  locked: flag,
  hidden: flag,
  opacity: share.optional(),
  text: z.string().max(limits.shapeText).optional(),
  font: z.enum(fontFamilies).optional(),
  font_size: z.number().min(limits.fontSize.min).max(limits.fontSize.max).optional(),
  bold: flag,
  italic: flag,
  underline: flag,
  strike: flag,
  text_spans: z.array(textSpan).max(limits.textSpans).optional(),
  text_align: z.enum(['left', 'center', 'right', 'justify']).optional(),
  text_valign: z.enum(['top', 'middle', 'bottom']).optional(),
  text_color: ColorRecord.optional(),
  stroke: paint.optional(),
  stroke_width: z.number().min(0).max(100).optional(),
  stroke_style: z.enum(['solid', 'dashed', 'dotted']).optional(),
  dash_gap: z.number().min(1).max(100).optional(),
  fill: paint.optional(),
  fill_style: z.enum(['solid', 'soft', 'hatch', 'none']).optional(),
  look: z.literal('hand_drawn').optional(),
  radius: z.number().min(0).max(10_000).optional(),
  shadow: z
    .strictObject({
      x: z.number().min(-200).max(200),
      y: z.number().min(-200).max(200),
      blur: z.number().min(0).max(200),
      color: ColorRecord,
    })
    .optional(),
  collapsed: flag,
  start: terminal.optional(),
  end: terminal.optional(),
  start_head: head.optional(),
  end_head: head.optional(),
  route: z.enum(['straight', 'curved', 'orthogonal']).optional(),
  avoid: flag,
  label_position: share.optional(),
  points: points.optional(),
  origin: z.strictObject({ block_id: id, node_id: z.string().max(limits.nodeId) }).optional(),
};

/** What every stored shape must be; each kind's own properties are checked by its own schema. */
export const ShapeRecord: z.ZodType<Shape> = z.looseObject(shapeProperties).superRefine((record, context) => {
  for (const [key, value] of Object.entries(record)) {
    const problem = value === undefined ? null : jsonProblem(value);
    if (problem !== null) context.addIssue({ code: 'custom', path: [key], message: problem });
  }
});

/** Where a node of a code block was put. */
export const PlacementRecord = z.strictObject({
  x: px,
  y: px,
  w: length.optional(),
  h: length.optional(),
  pinned: z.boolean().optional(),
  points: points.optional(),
});

const block = {
  id,
  language: z.string().min(1).max(64),
  source: z.string().max(limits.source),
  valid_source: z.string().max(limits.source).optional(),
  x: px,
  y: px,
  index: orderKey,
  arrangement: z.enum(['layered', 'tree', 'force', 'circular']).optional(),
  lines: z.enum(['orthogonal', 'curved', 'straight']).optional(),
  layout: z
    .record(z.string().max(limits.nodeId), PlacementRecord)
    .refine((layout) => Object.keys(layout).length <= limits.placements, 'Too many placements.'),
};

/** What every stored code block must be. Its text may be anything: broken text is a state that people pass through while typing. */
export const BlockRecord: z.ZodType<Block> = z.strictObject(block);

/** What can be shown of a stored code block: with the usual in place of what cannot be read, without what this version does not know. */
export const ReadableBlock: z.ZodType<Block> = z.object({
  ...block,
  valid_source: block.valid_source.catch(undefined),
  x: px.catch(0),
  y: px.catch(0),
  index: orderKey.catch('a0'),
  layout: z
    .record(z.string(), z.unknown())
    .catch({})
    .transform((layout) => Object.fromEntries(Object.entries(layout).flatMap(([node, place]) => placed(node, place)))),
});

function placed(node: string, place: unknown): [string, Placement][] {
  const { data } = PlacementRecord.safeParse(place);
  return data ? [[node, data]] : [];
}

/** Where a guide stands. */
export const GuidePlace = z.strictObject({ axis: z.enum(['x', 'y']), at: px });
