import type { Box } from '@autograph/geometry';
import { type Axis, crowd, equalGaps, extent, gapsIn, least, rowOf } from './snap-gaps.ts';
import type { SnapLine } from './snap-line.ts';

/** Which side of a box is being moved along an axis: where it begins, or where it ends. */
export type Side = 'from' | 'to';

/** Places of a moved side, px, within `reach`: as far from its neighbour as others of the row are from each other, or the box as large as another. */
export function sideSnaps(boxes: readonly Box[], box: Box, axis: Axis, side: Side, reach: number): number[] {
  const moved = extent(box, axis);
  const row = rowOf(boxes, moved, axis);
  const before = row.filter(({ to }) => to <= moved.from + reach).reduce((end, { to }) => Math.max(end, to), -Infinity);
  const after = row.filter(({ from }) => from >= moved.to - reach).reduce((start, { from }) => Math.min(start, from), Infinity);
  const opposite = side === 'to' ? moved.from - before : after - moved.to;
  const gaps = [...gapsIn(row).map(([left, right]) => right.from - left.to), opposite].filter((gap) => gap >= least);
  const sizes = boxes.length > crowd ? [] : boxes.map((other) => extent(other, axis)).map(({ from, to }) => to - from);
  const places =
    side === 'to'
      ? [...gaps.map((gap) => after - gap), ...sizes.map((size) => moved.from + size)]
      : [...gaps.map((gap) => before + gap), ...sizes.map((size) => moved.to - size)];
  return places.filter((at) => Number.isFinite(at) && Math.abs(at - moved[side]) <= reach);
}

/** What is equal once a side is in its place: the gaps of the row, or the box and the nearest one of its size, as lines across them. */
export function equalBeside(boxes: readonly Box[], box: Box, axis: Axis, side: Side): SnapLine[] {
  const moved = extent(box, axis);
  const row = rowOf(boxes, moved, axis);
  const gap =
    side === 'to'
      ? Math.min(...row.map(({ from }) => from - moved.to).filter((gap) => gap >= least))
      : Math.min(...row.map(({ to }) => moved.from - to).filter((gap) => gap >= least));
  const gaps = Number.isFinite(gap) ? equalGaps(boxes, box, axis, gap) : [];
  if (gaps.length > 1) return gaps;
  const distance = (other: Box) => Math.hypot(other.x - box.x, other.y - box.y);
  const alike = boxes.length > crowd ? [] : boxes.filter((other) => Math.abs(sizeOf(other, axis) - sizeOf(box, axis)) < 0.01);
  const [nearest] = alike.sort((a, b) => distance(a) - distance(b));
  return nearest ? [lineAcross(nearest, axis), lineAcross(box, axis)] : [];
}

const sizeOf = (box: Box, axis: Axis) => (axis === 'x' ? box.w : box.h);

function lineAcross(box: Box, axis: Axis): SnapLine {
  const { from, to, top, bottom } = extent(box, axis);
  const across = (top + bottom) / 2;
  return axis === 'x'
    ? { from: { x: from, y: across }, to: { x: to, y: across } }
    : { from: { x: across, y: from }, to: { x: across, y: to } };
}
