import type { ShapeId } from '@autograph/document';
import type { Box } from '@autograph/geometry';

/** A shape with its box on the page, px. */
export interface Placed {
  readonly id: ShapeId;
  readonly box: Box;
}

/** Things in reading order: rows from top to bottom, each from left to right. A row holds what has its middle beside the row's first. */
export function inRows<T extends { readonly box: Box }>(things: readonly T[]): T[][] {
  const rows: T[][] = [];
  const byHeight = [...things].sort((a, b) => a.box.y + a.box.h / 2 - (b.box.y + b.box.h / 2) || a.box.x - b.box.x);
  for (const thing of byHeight) {
    const row = rows.at(-1);
    const first = row?.[0]?.box;
    const middle = thing.box.y + thing.box.h / 2;
    if (row && first && (middle <= first.y + first.h || thing.box.y === first.y)) row.push(thing);
    else rows.push([thing]);
  }
  for (const row of rows) row.sort((a, b) => a.box.x - b.box.x || a.box.y - b.box.y);
  return rows;
}
