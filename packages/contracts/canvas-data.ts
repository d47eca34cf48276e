import {
  type Block,
  type BoardSettings,
  type CanvasData as CanvasDataRecord,
  ColorRecord,
  limits,
  PlacementRecord,
  type Shape,
  shapeProperties,
} from '@autograph/document';
import { z } from 'zod';

const { x: px, w: length, rotation, type, parent_id, index, id: _, ...properties } = shapeProperties;

const boxSides = ['x', 'y', 'w', 'h'] as const;

const AnsweredTerminal = z
  .object({
    shape_id: z.string().optional(),
    anchor: z.object({ x: z.number(), y: z.number() }).optional(),
    x: z.number().optional(),
    y: z.number().optional(),
  })
  .optional();

/** A shape as answered: everything drawn. What code derives keeps to no limit of what is stored. */
export const ShapeRecord: z.ZodType<Shape> = z
  .looseObject({
    ...shapeProperties,
    id: z.string(),
    parent_id: z.string().nullable(),
    index: z.string(),
    name: z.string().optional(),
    text: z.string().optional(),
    font_size: z.number().optional(),
    stroke_width: z.number().optional(),
    radius: z.number().optional(),
    start: AnsweredTerminal,
    end: AnsweredTerminal,
    points: z.array(z.array(z.number())).optional(),
    origin: z.object({ block_id: z.string(), node_id: z.string() }).optional().describe('Set on shapes that come from a code block'),
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
  arrangement: z.enum(['layered', 'tree', 'force', 'circular']).optional(),
  lines: z.enum(['orthogonal', 'curved', 'straight']).optional(),
  layout: z.record(z.string(), PlacementRecord),
});

const Guide = z.object({
  id: z.string().min(1).max(58),
  axis: z.enum(['x', 'y']).describe('x: upright at this x; y: level at this y'),
  at: px,
});

export const Board: z.ZodType<BoardSettings> = z
  .object({
    background: ColorRecord.optional().describe('Palette names mean their pastel; the theme decides when absent'),
    guides: z.array(Guide).max(limits.guides).optional(),
  })
  .describe('What everyone sees of the board besides its shapes');

/** What the API answers for a canvas, in paint order. */
export const CanvasData: z.ZodType<CanvasDataRecord> = z.object({
  shapes: z.array(ShapeRecord).describe('In paint order, shapes of code blocks included'),
  blocks: z.array(BlockRecord),
  board: Board,
});

const unlessBound = 'May be left out where `start` and `end` name shapes: they say where a connection is';

/**
 * A shape as a caller may send it; what is left out gets the shape kind's default. Shapes with an `origin` are ignored: code owns them.
 * Everything has a box but what connects two shapes.
 */
export const ShapeInput = z
  .looseObject({
    ...properties,
    id: z.string().min(1).max(200).optional(),
    type,
    x: px.optional().describe(unlessBound),
    y: px.optional().describe(unlessBound),
    w: length.optional().describe(unlessBound),
    h: length.optional().describe(unlessBound),
    rotation: rotation.default(0),
    parent_id: parent_id.default(null),
    index: index.optional(),
  })
  .transform((shape, context) => {
    const bound = shape.start?.shape_id !== undefined && shape.end?.shape_id !== undefined;
    for (const side of bound ? [] : boxSides)
      if (shape[side] === undefined) context.issues.push({ code: 'invalid_type', expected: 'number', input: undefined, path: [side] });
    return { ...shape, x: shape.x ?? 0, y: shape.y ?? 0, w: shape.w ?? 0, h: shape.h ?? 0 };
  });
export type ShapeInput = z.output<typeof ShapeInput>;

export const BlockInput = z.object({
  id: z.string().min(1).max(64).optional(),
  language: z
    .string()
    .optional()
    .describe('A language family, the product’s first one when left out; the diagram kind is detected from the source'),
  source: z.string().min(1).max(limits.source),
  x: px.optional(),
  y: px.optional(),
  index: z.string().optional(),
  layout: z.record(z.string(), PlacementRecord).optional(),
});
export type BlockInput = z.output<typeof BlockInput>;

/** A whole canvas as a caller may send it; the order of `shapes` is the paint order where `index` is absent. */
export const CanvasDataInput = z.object({
  shapes: z.array(ShapeInput).max(20_000).default([]),
  blocks: z.array(BlockInput).max(limits.blocks).default([]),
  board: Board.optional().describe('Stays as it is when left out'),
});
export type CanvasDataInput = z.output<typeof CanvasDataInput>;
