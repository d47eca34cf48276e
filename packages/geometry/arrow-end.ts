import type { Box } from './box.ts';
import type { Path } from './path.ts';
import { crossings, pathBounds } from './path-query.ts';
import { add, lerp, normalize, scale, subtract, type Vec } from './vec.ts';

/** What an arrow's end goes to: a shape's outline, or just a point. All in one coordinate system, px. */
export interface ArrowEnd {
  /** Where the end aims: inside the outline, or the free point itself. */
  readonly at: Vec;
  readonly outline?: Path;
  /** Clear distance kept to the outline, px; 4 when absent. Free ends have none. */
  readonly gap?: number;
}

/** An end with its box, and the aim moved sideways to its lane. */
export interface PreparedEnd {
  readonly at: Vec;
  readonly outline?: Path;
  readonly gap: number;
  readonly box: Box;
}

export function prepareEnd(end: ArrowEnd): PreparedEnd {
  const point = { x: end.at.x, y: end.at.y, w: 0, h: 0 };
  if (!end.outline) return { at: end.at, gap: 0, box: point };
  return { at: end.at, outline: end.outline, gap: end.gap ?? 4, box: pathBounds(end.outline) ?? point };
}

/** Where the ray from the end's aim towards `towards` leaves the outline for the last time, plus the gap; the aim itself when free. */
export function leaveTowards(end: PreparedEnd, towards: Vec): Vec {
  if (!end.outline) return end.at;
  const direction = normalize(subtract(towards, end.at));
  return leaveAlong(end, end.at, direction);
}

/** As `leaveTowards`, from a given point in a given unit direction. */
export function leaveAlong(end: PreparedEnd, from: Vec, direction: Vec): Vec {
  if (!end.outline) return from;
  const reach = end.box.w + end.box.h + 1;
  const far = add(from, scale(direction, reach));
  const exit = crossings(end.outline, from, far).at(-1);
  if (exit === undefined) return from;
  return add(lerp(from, far, exit), scale(direction, end.gap));
}

/** The aim moved by `spread` px to the right of the way, staying well inside the box. */
export function spreadAim(end: PreparedEnd, direction: Vec, spread: number): Vec {
  if (spread === 0) return end.at;
  const room = end.outline ? Math.min(end.box.w, end.box.h) * 0.4 : Math.abs(spread);
  const by = Math.max(-room, Math.min(room, spread));
  return { x: end.at.x - direction.y * by, y: end.at.y + direction.x * by };
}

/** Whether both ends go to one and the same outline. */
export function isLoop(start: PreparedEnd, end: PreparedEnd): boolean {
  if (!start.outline || !end.outline) return false;
  const a = start.box;
  const b = end.box;
  return start.outline === end.outline || (a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h);
}
