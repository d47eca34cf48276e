import { rotate, type Vec } from './vec.ts';

/** An axis-aligned rectangle, in px; (x, y) is its top-left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export function boxCentre(box: Box): Vec {
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
}

/** Clockwise from the top-left. */
function boxCorners(box: Box): readonly [Vec, Vec, Vec, Vec] {
  const { x, y, w, h } = box;
  return [
    { x, y },
    { x: x + w, y },
    { x: x + w, y: y + h },
    { x, y: y + h },
  ];
}

/** The smallest box around the points; undefined for none. */
export function boxAround(points: Iterable<Vec>): Box | undefined {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y } of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return left <= right ? { x: left, y: top, w: right - left, h: bottom - top } : undefined;
}

/** The box between two opposite corners, in any order. */
export function boxBetween(a: Vec, b: Vec): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
}

/** The smallest box around the boxes; undefined for none. */
export function unionBoxes(boxes: Iterable<Box>): Box | undefined {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.w);
    bottom = Math.max(bottom, box.y + box.h);
  }
  return left <= right ? { x: left, y: top, w: right - left, h: bottom - top } : undefined;
}

/** Grown by `by` px on every side; a negative amount shrinks, but never below nothing. */
export function expandBox(box: Box, by: number): Box {
  const w = Math.max(0, box.w + 2 * by);
  const h = Math.max(0, box.h + 2 * by);
  return { x: box.x + (box.w - w) / 2, y: box.y + (box.h - h) / 2, w, h };
}

export function translateBox(box: Box, dx: number, dy: number): Box {
  return { x: box.x + dx, y: box.y + dy, w: box.w, h: box.h };
}

/** Touching counts. */
export function boxesIntersect(a: Box, b: Box): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

export function boxContains(box: Box, point: Vec): boolean {
  return point.x >= box.x && point.x <= box.x + box.w && point.y >= box.y && point.y <= box.y + box.h;
}

export function boxContainsBox(outer: Box, inner: Box): boolean {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;
}

/** The box that encloses `box` turned by `degrees` about its centre. */
export function rotatedBounds(box: Box, degrees: number): Box {
  if (degrees % 360 === 0) return box;
  const centre = boxCentre(box);
  return boxAround(boxCorners(box).map((corner) => rotate(corner, degrees, centre))) ?? box;
}
