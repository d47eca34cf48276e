import type { Box } from '@autograph/geometry';
import type { SnapLine } from './snap-line.ts';

/** A place where the gaps between neighbours are equal. */
export interface GapSnap {
  /** Where the moved box begins then, px. */
  readonly at: number;
  /** The equal gap, px. */
  readonly gap: number;
}

/** A box seen along one axis: where it begins and ends, and the same across. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

export type Axis = 'x' | 'y';

/** Where more boxes than this stand in a row, equal gaps are everywhere. */
export const crowd = 60;

/** Gaps smaller than this do not attract, px. */
export const least = 1;

export function extent({ x, y, w, h }: Box, axis: Axis): Extent {
  return axis === 'x' ? { from: x, to: x + w, top: y, bottom: y + h } : { from: y, to: y + h, top: x, bottom: x + w };
}

/** The boxes that stand in one row (axis x) or column (axis y) with the given one, by where they begin; none in a crowd. */
export function rowOf(boxes: readonly Box[], moved: Extent, axis: Axis): Extent[] {
  const row = boxes.map((box) => extent(box, axis)).filter(({ top, bottom }) => top < moved.bottom && bottom > moved.top);
  return row.length > crowd ? [] : row.sort((a, b) => a.from - b.from);
}

/** Neighbours of a row with a gap between them. */
export function gapsIn(row: readonly Extent[]): (readonly [Extent, Extent])[] {
  return row.flatMap((left, i) => {
    const right = row.slice(i + 1).find(({ from }) => from >= left.to + least);
    const between = right && row.some(({ from, to }) => to > left.to && (to <= right.from || (from >= left.from && from < right.from)));
    return right && !between ? [[left, right] as const] : [];
  });
}

/** Places within `reach` px of the box where it stands as far from its neighbours as they from each other, or in the middle of them. */
export function gapSnaps(boxes: readonly Box[], box: Box, axis: Axis, reach: number): GapSnap[] {
  const moved = extent(box, axis);
  const size = moved.to - moved.from;
  const row = rowOf(boxes, moved, axis);
  const before = row.filter(({ to }) => to <= moved.from + reach).reduce((end, { to }) => Math.max(end, to), -Infinity);
  const after = row.filter(({ from }) => from >= moved.to - reach).reduce((start, { from }) => Math.min(start, from), Infinity);
  const middle = (after - before - size) / 2;
  const known = gapsIn(row).map(([left, right]) => right.from - left.to);
  const snaps = [
    ...(Number.isFinite(middle) && middle >= least ? [{ at: before + middle, gap: middle }] : []),
    ...known.flatMap((gap) => [
      { at: before + gap, gap },
      { at: after - gap - size, gap },
    ]),
  ];
  return snaps.filter(({ at }) => Number.isFinite(at) && Math.abs(at - moved.from) <= reach);
}

/** The gaps of that width in the row of the box, the box included, as lines across them. */
export function equalGaps(boxes: readonly Box[], box: Box, axis: Axis, gap: number): SnapLine[] {
  const moved = extent(box, axis);
  const row = [...rowOf(boxes, moved, axis), moved].sort((a, b) => a.from - b.from);
  return gapsIn(row).flatMap(([left, right]) => {
    if (Math.abs(right.from - left.to - gap) > 0.25) return [];
    const [top, bottom] = [Math.max(left.top, right.top, moved.top), Math.min(left.bottom, right.bottom, moved.bottom)];
    const across = (top + bottom) / 2;
    const point = (along: number) => (axis === 'x' ? { x: along, y: across } : { x: across, y: along });
    return [{ from: point(left.to), to: point(right.from) }];
  });
}
