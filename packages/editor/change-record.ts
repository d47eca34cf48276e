import type { Shape, ShapeChange } from '@autograph/document';
import { isConnector } from './arrow-bindings.ts';

/** The record with the change made: null takes an optional property away. */
export function changeRecord(shape: Shape, change: ShapeChange): Shape {
  const next = Object.assign({}, shape, change);
  for (const key of Object.keys(change)) {
    if (key !== 'parent_id' && (change[key] === null || change[key] === undefined)) Reflect.deleteProperty(next, key);
  }
  return next;
}

/** The change that moves a shape by an offset in its parent: an arrow's free ends and way points go along. */
export function translation(shape: Shape, dx: number, dy: number): ShapeChange {
  const place = { x: shape.x + dx, y: shape.y + dy };
  if (!isConnector(shape)) return place;
  const shift = (end: Shape['start']): Shape['start'] =>
    end === undefined || end.x === undefined || end.y === undefined ? end : { ...end, x: end.x + dx, y: end.y + dy };
  const points = shape.points?.map(([x = 0, y = 0, ...rest]) => [x + dx, y + dy, ...rest]);
  return { ...place, start: shift(shape.start), end: shift(shape.end), ...(points && { points }) };
}

/** The record moved by an offset in its parent. */
export function translated(shape: Shape, dx: number, dy: number): Shape {
  return isConnector(shape) ? changeRecord(shape, translation(shape, dx, dy)) : { ...shape, x: shape.x + dx, y: shape.y + dy };
}

/** Rounds to 1/8 px: fine enough at any zoom, and exact in binary, so that moving there and back leaves no dust. */
export function tidy(value: number): number {
  return Math.round(value * 8) / 8;
}
