import {
  arrowHeads,
  type Block,
  type BoardSettings,
  type CanvasData as CanvasDataRecord,
  paletteColors,
  type Shape,
} from '@autograph/document';
import { z } from 'zod';

const px = z.number().refine(Number.isFinite);
const color = z
  .union([z.enum(paletteColors), z.templateLiteral(['#', z.string().regex(/[0-9a-fA-F]{6}/)])])
  .describe('Palette name or #rrggbb');
const paint = z.union([color, z.literal('none')]);
const head = z.enum(arrowHeads);

const Terminal = z
  .object({
    shape_id: z.string().optional(),
    anchor: z.object({ x: z.number(), y: z.number() }).optional(),
    x: px.optional(),
    y: px.optional(),
  })
  .describe('One end of an arrow: bound to a shape, or a free point in px');

const points = z.array(z.array(z.number())).describe('Way points [x, y] or pen track [x, y, pressure], px');

const properties = {
  name: z.string().optional(),
  locked: z.boolean().optional(),
  hidden: z.boolean().optional(),
  opacity: z.number().min(0).max(1).optional(),
  text: z.string().max(20_000).optional(),
  font: z.enum(['sans', 'serif', 'mono', 'hand']).optional(),
  font_size: z.number().optional(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  text_align: z.enum(['left', 'center', 'right', 'justify']).optional(),
  text_valign: z.enum(['top', 'middle', 'bottom']).optional(),
  text_color: color.optional(),
  stroke: paint.optional(),
  stroke_width: z.number().optional(),
  stroke_style: z.enum(['solid', 'dashed', 'dotted']).optional(),
  fill: paint.optional(),
  fill_style: z.enum(['solid', 'soft', 'hatch', 'none']).optional(),
  radius: z.number().optional(),
  start: Terminal.optional(),
  end: Terminal.optional(),
  start_head: head.optional(),
  end_head: head.optional(),
  route: z.enum(['straight', 'curved', 'orthogonal']).optional(),
  points: points.optional(),
  origin: z.object({ block_id: z.string(), node_id: z.string() }).optional().describe('Set on shapes that come from a code block'),
};

const Placement = z.object({
  x: px,
  y: px,
  w: px.optional(),
  h: px.optional(),
  pinned: z.boolean().optional(),
  points: points.optional(),
});

/** A shape as answered: everything drawn, derived shapes included. */
export const ShapeRecord: z.ZodType<Shape> = z
  .looseObject({
    id: z.string(),
    type: z.string(),
    x: px,
    y: px,
    w: px,
    h: px,
    rotation: z.number(),
    parent_id: z.string().nullable(),
    index: z.string(),
    ...properties,
  })
  .describe('A shape; x, y, w, h in px, rotation in degrees clockwise');

export const BlockRecord: z.ZodType<Block> = z.object({
  id: z.string(),
  language: z.string(),
  source: z.string(),
  valid_source: z.string().optional(),
  x: px,
  y: px,
  index: z.string(),
  layout: z.record(z.string(), Placement),
});

const Guide = z.object({
  id: z.string().min(1).max(58),
  axis: z.enum(['x', 'y']).describe('x: upright at this x; y: level at this y'),
  at: px,
});

export const Board: z.ZodType<BoardSettings> = z
  .object({
    background: color.optional().describe('Palette names mean their pastel; the theme decides when absent'),
    guides: z.array(Guide).max(500).optional(),
  })
  .describe('What everyone sees of the board besides its shapes');

/** What the API answers for a canvas, in paint order. */
export const CanvasData: z.ZodType<CanvasDataRecord> = z.object({
  shapes: z.array(ShapeRecord).describe('In paint order, shapes of code blocks included'),
  blocks: z.array(BlockRecord),
  board: Board,
});

/** A shape as a caller may send it; what is left out gets the shape kind's default. Shapes with an `origin` are ignored: code owns them. */
export const ShapeInput = z.looseObject({
  id: z.string().min(1).max(200).optional(),
  type: z.string().min(1).max(64),
  x: px,
  y: px,
  w: px.min(0),
  h: px.min(0),
  rotation: z.number().default(0),
  parent_id: z.string().nullable().default(null),
  index: z.string().optional(),
  ...properties,
});
export type ShapeInput = z.output<typeof ShapeInput>;

export const BlockInput = z.object({
  id: z.string().min(1).max(64).optional(),
  language: z
    .string()
    .optional()
    .describe('A language family, the product’s first one when left out; the diagram kind is detected from the source'),
  source: z.string().min(1).max(200_000),
  x: px.optional(),
  y: px.optional(),
  index: z.string().optional(),
  layout: z.record(z.string(), Placement).optional(),
});
export type BlockInput = z.output<typeof BlockInput>;

/** A whole canvas as a caller may send it; the order of `shapes` is the paint order where `index` is absent. */
export const CanvasDataInput = z.object({
  shapes: z.array(ShapeInput).max(20_000).default([]),
  blocks: z.array(BlockInput).max(500).default([]),
  board: Board.optional().describe('Stays as it is when left out'),
});
export type CanvasDataInput = z.output<typeof CanvasDataInput>;
