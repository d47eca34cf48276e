import { type Box, boxContainsBox } from '@autograph/geometry';
import type { SnapLine } from './snap-line.ts';

export interface Measure {
  /** Distances; their length is shown. */
  readonly distances: readonly SnapLine[];
  /** What leads from the end of a distance to the box it speaks of. */
  readonly extensions: readonly SnapLine[];
}

export const noMeasure: Measure = { distances: [], extensions: [] };

/** How far the box is from another: to its sides when one holds the other, else along each axis on which they are apart. */
export function measureTo(box: Box, other: Box): Measure {
  if (boxContainsBox(other, box)) return { distances: insets(box, other), extensions: [] };
  if (boxContainsBox(box, other)) return { distances: insets(other, box), extensions: [] };
  const across = apart(box.x, box.w, other.x, other.w);
  const down = apart(box.y, box.h, other.y, other.h);
  const level = box.y + box.h / 2;
  const upright = box.x + box.w / 2;
  const distances: SnapLine[] = [];
  const extensions: SnapLine[] = [];
  if (across) {
    distances.push({ from: { x: across.from, y: level }, to: { x: across.to, y: level } });
    const reach = nearest(level, other.y, other.h);
    if (reach !== level) extensions.push({ from: { x: across.to, y: level }, to: { x: across.to, y: reach } });
  }
  if (down) {
    distances.push({ from: { x: upright, y: down.from }, to: { x: upright, y: down.to } });
    const reach = nearest(upright, other.x, other.w);
    if (reach !== upright) extensions.push({ from: { x: upright, y: down.to }, to: { x: reach, y: down.to } });
  }
  return { distances, extensions };
}

function insets(inner: Box, outer: Box): SnapLine[] {
  const level = inner.y + inner.h / 2;
  const upright = inner.x + inner.w / 2;
  const lines = [
    { from: { x: outer.x, y: level }, to: { x: inner.x, y: level } },
    { from: { x: inner.x + inner.w, y: level }, to: { x: outer.x + outer.w, y: level } },
    { from: { x: upright, y: outer.y }, to: { x: upright, y: inner.y } },
    { from: { x: upright, y: inner.y + inner.h }, to: { x: upright, y: outer.y + outer.h } },
  ];
  return lines.filter(({ from, to }) => from.x !== to.x || from.y !== to.y);
}

/** From the side of the first stretch to the near side of the second, when they do not overlap. */
function apart(at: number, size: number, other: number, otherSize: number): { readonly from: number; readonly to: number } | undefined {
  if (other > at + size) return { from: at + size, to: other };
  if (other + otherSize < at) return { from: at, to: other + otherSize };
  return undefined;
}

function nearest(value: number, from: number, size: number): number {
  return Math.max(from, Math.min(value, from + size));
}
