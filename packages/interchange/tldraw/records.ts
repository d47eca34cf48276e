import { z } from 'zod';

/**
 * The part of tldraw's file format (`.tldr`, version 1) that is read: a list of records. Properties that a shape kind has
 * not, or that are odd, are undefined.
 */
const number = z.number().optional().catch(undefined);
const text = z.string().optional().catch(undefined);
const vec = z.looseObject({ x: z.number(), y: z.number() });

/** An arrow's end: a point, or, before bindings were records, the shape it is bound to. */
const end = z.looseObject({
  x: number,
  y: number,
  boundShapeId: text,
  normalizedAnchor: vec.optional().catch(undefined),
  isPrecise: z.boolean().optional().catch(undefined),
});

const props = z.looseObject({
  w: number,
  h: number,
  growY: number,
  scale: number,
  geo: text,
  color: text,
  labelColor: text,
  fill: text,
  dash: text,
  size: text,
  font: text,
  align: text,
  textAlign: text,
  verticalAlign: text,
  text,
  richText: z.unknown().optional(),
  autoSize: z.boolean().optional().catch(undefined),
  name: text,
  url: text,
  assetId: z.string().nullish().catch(null),
  start: end.optional().catch(undefined),
  end: end.optional().catch(undefined),
  bend: number,
  kind: text,
  arrowheadStart: text,
  arrowheadEnd: text,
  labelPosition: number,
  spline: text,
  points: z.unknown().optional(),
  segments: z
    .array(
      z.looseObject({
        points: z
          .array(vec.extend({ z: number }))
          .optional()
          .catch(undefined),
        path: text,
      }),
    )
    .optional()
    .catch(undefined),
});

export const ShapeRecord = z.looseObject({
  typeName: z.literal('shape'),
  id: z.string().min(1),
  type: z.string(),
  x: z.number().catch(0),
  y: z.number().catch(0),
  rotation: z.number().catch(0),
  index: z.string().catch('a0'),
  parentId: z.string(),
  isLocked: z.boolean().catch(false),
  opacity: z.number().min(0).max(1).catch(1),
  props,
});
export type ShapeRecord = z.output<typeof ShapeRecord>;

export const PageRecord = z.looseObject({
  typeName: z.literal('page'),
  id: z.string(),
  name: z.string().catch('Page'),
  index: z.string().catch('a0'),
});

export const AssetRecord = z.looseObject({
  typeName: z.literal('asset'),
  id: z.string(),
  props: z.looseObject({ src: z.string().nullish().catch(null) }),
});

export const BindingRecord = z.looseObject({
  typeName: z.literal('binding'),
  type: z.literal('arrow'),
  fromId: z.string(),
  toId: z.string(),
  props: z.looseObject({
    terminal: z.enum(['start', 'end']),
    normalizedAnchor: vec.optional().catch(undefined),
    isPrecise: z.boolean().catch(false),
  }),
});
export type BindingRecord = z.output<typeof BindingRecord>;

export const File = z.looseObject({ tldrawFileFormatVersion: z.number(), records: z.array(z.unknown()) });
