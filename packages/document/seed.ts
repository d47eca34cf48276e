import type { Block, Placement } from './block.ts';
import { createBlockId, createShapeId } from './ids.ts';
import { compareOrder, isOrderKey, keysBetween } from './order.ts';
import { ShapeRecord } from './records.ts';
import type { Shape } from './shape.ts';

/** A shape as a caller may give it; without an order key it paints above the one before it. */
export interface ShapeSeed {
  readonly id?: string;
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly rotation?: number;
  readonly parent_id?: string | null;
  readonly index?: string;
  /** Derived shapes have one, and are left out. */
  readonly origin?: unknown;
}

export interface BlockSeed {
  readonly id?: string;
  readonly language: string;
  readonly source: string;
  readonly x?: number;
  readonly y?: number;
  readonly index?: string;
  readonly layout?: Readonly<Record<string, Placement>>;
}

function withOrderKeys<T extends { readonly index?: string }>(
  records: readonly T[],
  after: string | null,
): (T & { readonly index: string })[] {
  const fresh = records.every((record) => record.index !== undefined && isOrderKey(record.index))
    ? []
    : keysBetween(after, null, records.length);
  return records.map((record, at) => ({ ...record, index: fresh[at] ?? record.index ?? '' }));
}

function isDerived(seed: ShapeSeed, blockIds: ReadonlySet<string>): boolean {
  return seed.origin !== undefined || (seed.id !== undefined && blockIds.has(seed.id));
}

/**
 * The drawn shapes that seeds describe: derived ones left out, ids and order keys filled in.
 * Throws a ZodError when one is not a shape.
 */
export function shapesFromSeeds(seeds: readonly ShapeSeed[], blockIds: ReadonlySet<string>): Shape[] {
  const drawn = seeds.filter((seed) => !isDerived(seed, blockIds));
  return withOrderKeys(drawn, null).map((seed) =>
    ShapeRecord.parse({ rotation: 0, parent_id: null, ...seed, id: seed.id ?? createShapeId() }),
  );
}

/** The code blocks that seeds describe, above everything at `after`; those without a place go below each other. */
export function blocksFromSeeds(seeds: readonly BlockSeed[], after: string | null): Block[] {
  return withOrderKeys(seeds, after).map((seed) => ({
    id: seed.id ?? createBlockId(),
    language: seed.language,
    source: seed.source,
    x: seed.x ?? 0,
    y: seed.y ?? 0,
    index: seed.index,
    layout: seed.layout ?? {},
  }));
}

/** The order key of what paints last among the page's top level, null on an empty page. */
export function topIndex(records: Iterable<{ readonly id: string; readonly index: string }>): string | null {
  let top: { readonly id: string; readonly index: string } | null = null;
  for (const record of records) if (top === null || compareOrder(top, record) < 0) top = record;
  return top?.index ?? null;
}
