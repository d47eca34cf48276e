import type { Box } from '@autograph/geometry';
import type { SnapField, SnapTarget } from './snap-field.ts';
import type { Axis } from './snap-gaps.ts';
import type { SnapLine } from './snap-line.ts';

const targetsOf = (field: SnapField, axis: Axis) => (axis === 'x' ? field.vertical : field.horizontal);
const sizeOf = (box: Box, axis: Axis) => (axis === 'x' ? box.w : box.h);

/** How far from its beginning a box can catch on lines: its sides and its middle. */
function catches(box: Box, axis: Axis): readonly number[] {
  const size = sizeOf(box, axis);
  return size === 0 ? [0] : [0, size / 2, size];
}

/** Where the box would begin with one of its sides, or its middle, on a line of the field; at most `within` px away. */
export function pullsOfLines(field: SnapField, box: Box, axis: Axis, within: number): number[] {
  const targets = targetsOf(field, axis);
  return catches(box, axis).flatMap((offset) => {
    const value = box[axis] + offset;
    const found: number[] = [];
    for (let i = firstAtLeast(targets, value - within); i < targets.length; i++) {
      const target = targets[i];
      if (!target || target.at > value + within) break;
      found.push(target.at - offset);
    }
    return found;
  });
}

/** The lines of the field on which a side or the middle of the box lies: each once, as long as all that lies on it. */
export function linesThrough(field: SnapField, box: Box, axis: Axis): SnapLine[] {
  const targets = targetsOf(field, axis);
  const across: Axis = axis === 'x' ? 'y' : 'x';
  return catches(box, axis).flatMap((offset) => {
    const at = box[axis] + offset;
    let [from, to] = [box[across], box[across] + sizeOf(box, across)];
    let found = false;
    for (let i = firstAtLeast(targets, at - 0.01); i < targets.length; i++) {
      const target = targets[i];
      if (!target || target.at > at + 0.01) break;
      found = true;
      if (!target.box) continue;
      from = Math.min(from, target.box[across]);
      to = Math.max(to, target.box[across] + sizeOf(target.box, across));
    }
    const point = (along: number) => (axis === 'x' ? { x: at, y: along } : { x: along, y: at });
    return found ? [{ from: point(from), to: point(to) }] : [];
  });
}

function firstAtLeast(targets: readonly SnapTarget[], value: number): number {
  let low = 0;
  let high = targets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((targets[middle]?.at ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
