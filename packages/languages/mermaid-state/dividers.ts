import type { Box } from '@autograph/geometry';

/** Lines between the regions of a composite state, in its own coordinates: between their boxes where one line parts them, around them otherwise. */
export function dividersBetween(regions: readonly Box[], composite: Box, top: number): readonly (readonly number[])[] {
  if (regions.length < 2) return [];
  const local = regions.map((box) => ({ ...box, x: box.x - composite.x, y: box.y - composite.y }));
  const across = gaps(local.map(({ x, w }) => [x, x + w]));
  if (across) return across.map((x) => [x, top, x, composite.h]);
  const down = gaps(local.map(({ y, h }) => [y, y + h]));
  if (down) return down.map((y) => [0, y, composite.w, y]);
  return local.flatMap(({ x, y, w, h }) => [
    [x, y, x + w, y],
    [x + w, y, x + w, y + h],
    [x + w, y + h, x, y + h],
    [x, y + h, x, y],
  ]);
}

/** The middles of the gaps between spans; undefined when some overlap. */
function gaps(spans: readonly (readonly [number, number])[]): readonly number[] | undefined {
  const ordered = spans.toSorted(([a], [b]) => a - b);
  const found: number[] = [];
  for (const [i, [from]] of ordered.entries()) {
    const before = ordered[i - 1];
    if (!before) continue;
    if (from < before[1]) return undefined;
    found.push(Math.round((before[1] + from) / 2));
  }
  return found;
}
