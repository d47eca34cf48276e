import type { Box } from '@autograph/geometry';

/** Boxes as one reads them: row by row from the top, each from the left. A box whose middle lies beside a row's first one is of that row. */
export function readingOrder<T extends { readonly box: Box }>(items: readonly T[]): T[] {
  const rows: T[][] = [];
  for (const item of [...items].sort((a, b) => a.box.y - b.box.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    const middle = item.box.y + item.box.h / 2;
    if (row && first && (middle <= first.box.y + first.box.h || item.box.y === first.box.y)) row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.x - b.box.x));
}
