import { z } from 'zod';
import { keepValue, recallValue } from './kept-value.ts';
import { limits } from './limits.ts';
import { shapeProperties } from './records.ts';
import type { Shape, ShapeId } from './shape.ts';

/** The kind of what stands on a board in place of something stored that cannot be shown. */
export const placeholderType = 'placeholder';

export interface Placeholder extends Shape {
  /** Everything that is stored and is not among the properties beside this one, as JSON text. */
  readonly kept: string;
  /** The kind that it says it is of. */
  readonly kind?: string;
  /** Why it cannot be shown: a sentence for people. */
  readonly problem?: string;
  /** Set when what it keeps is no shape but a code block. */
  readonly of?: 'block';
}

export const PlaceholderRecord = z.strictObject({
  ...shapeProperties,
  type: z.literal(placeholderType),
  kept: z.string().max(limits.kept),
  kind: z.string().max(64).optional(),
  problem: z.string().max(500).optional(),
  of: z.literal('block').optional(),
}) satisfies z.ZodType<Placeholder>;

/** What a placeholder takes over where it can be read, and what edits of it change. */
const { x, y, rotation, parent_id, index, name, locked, hidden, opacity } = shapeProperties;
const taken = { x, y, rotation, parent_id, index, name, locked, hidden, opacity };

/** px; what is smaller than the least could not be seen. */
const size = { w: 184, h: 88, least: 24 } as const;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

/** Stands for the stored value: where that lies, as far as this can be read, and keeping all of it. */
export function placeholderFor(id: ShapeId, stored: unknown, problem: string): Placeholder {
  const own = isRecord(stored) ? stored : {};
  const place = readablePart(own);
  const rest = Object.fromEntries(
    Object.entries(own).filter(([key, value]) => !Object.hasOwn(place, key) && !(key === 'id' && value === id)),
  );
  const kind = z.string().min(1).max(64).safeParse(own.type).data;
  return {
    ...spotFor(id),
    rotation: 0,
    parent_id: null,
    index: 'a0',
    ...place,
    id,
    type: placeholderType,
    w: side(own.w, shapeProperties.w, size.w),
    h: side(own.h, shapeProperties.h, size.h),
    kept: keepValue(isRecord(stored) ? rest : stored),
    ...(kind !== undefined && { kind }),
    problem,
  };
}

/** What a placeholder was made from, with what has been changed of it since; undefined when it keeps no record. */
export function restored(placeholder: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  const kept = typeof placeholder.kept === 'string' ? recallValue(placeholder.kept) : undefined;
  return isRecord(kept) ? { ...kept, ...readablePart(placeholder) } : undefined;
}

/** What a placeholder takes over of a record. */
function readablePart(record: object): Partial<Shape> {
  const given: Readonly<Record<string, unknown>> = { ...record };
  const entries = Object.entries(taken).flatMap(([key, schema]) => {
    const { data } = schema.safeParse(given[key]);
    return data === undefined ? [] : [[key, data]];
  });
  return Object.fromEntries(entries);
}

function side(value: unknown, schema: z.ZodType<number>, usual: number): number {
  const { data = 0 } = schema.safeParse(value);
  return data < size.least ? usual : data;
}

/** Where to put what says no place: near the page's origin, the same on every machine, seldom two on one spot. */
function spotFor(id: ShapeId): { readonly x: number; readonly y: number } {
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 999_983;
  return { x: (hash % 6) * (size.w + 16), y: (Math.floor(hash / 6) % 6) * (size.h + 16) };
}
