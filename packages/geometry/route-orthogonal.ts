import { leaveAlong, type PreparedEnd } from './arrow-end.ts';
import { boxCentre, boxContains } from './box.ts';
import { searchRoute } from './route-search.ts';
import type { Vec } from './vec.ts';

/** Where an arrow leaves a shape, and the unit direction (one of four) in which. */
export interface Exit {
  readonly at: Vec;
  readonly direction: Vec;
}

/** Shortest straight piece before the first bend, px. */
const stub = 16;

const right: Vec = { x: 1, y: 0 };
const left: Vec = { x: -1, y: 0 };
const down: Vec = { x: 0, y: 1 };
const up: Vec = { x: 0, y: -1 };
const directions = [right, down, left, up];

/** The corners of a route of horizontal and vertical pieces, ends included, around both boxes. */
export function routeOrthogonally(start: PreparedEnd, end: PreparedEnd, points: readonly Vec[], spread: number): Vec[] {
  if (points.length > 0) return visit(start, end, points);
  const facing = facingDirection(start, end);
  if (facing) {
    const from = exitAt(start, facing, spread);
    const to = exitAt(end, reverse(facing), spread);
    return simplify(facing.x !== 0 ? bendHorizontally(from.at, to.at, spread) : bendVertically(from.at, to.at, spread));
  }
  const from = allowedExits(start, spread);
  const to = allowedExits(end, spread);
  return simplify(
    searchRoute({ from, to, boxes: [start.box, end.box], margin: stub }) ?? [start.at, { x: end.at.x, y: start.at.y }, end.at],
  );
}

/** The two sides that face each other most clearly, for routes that only need a direction at each end. */
export function sideExits(start: PreparedEnd, end: PreparedEnd, spread: number): { readonly from: Exit; readonly to: Exit } {
  const apart = { x: end.at.x - start.at.x, y: end.at.y - start.at.y };
  const gapX = Math.max(end.box.x - (start.box.x + start.box.w), start.box.x - (end.box.x + end.box.w));
  const gapY = Math.max(end.box.y - (start.box.y + start.box.h), start.box.y - (end.box.y + end.box.h));
  const facing = gapX >= gapY ? (apart.x < 0 ? left : right) : apart.y < 0 ? up : down;
  return { from: exitAt(start, facing, spread), to: exitAt(end, reverse(facing), spread) };
}

function facingDirection(start: PreparedEnd, end: PreparedEnd): Vec | undefined {
  const gaps: [Vec, number][] = [
    [right, end.box.x - (start.box.x + start.box.w)],
    [left, start.box.x - (end.box.x + end.box.w)],
    [down, end.box.y - (start.box.y + start.box.h)],
    [up, start.box.y - (end.box.y + end.box.h)],
  ];
  let best: Vec | undefined;
  let widest = 2 * stub;
  for (const [direction, gap] of gaps) {
    if (gap < widest || !mayLeave(start, direction) || !mayLeave(end, reverse(direction))) continue;
    best = direction;
    widest = gap;
  }
  return best;
}

/** An aim at one side of the box (an anchor there) may only leave through that side. */
function mayLeave(end: PreparedEnd, direction: Vec): boolean {
  const { box, at } = end;
  if (!end.outline || box.w < 4 || box.h < 4) return true;
  const reach = { x: (at.x - boxCentre(box).x) / (box.w / 2), y: (at.y - boxCentre(box).y) / (box.h / 2) };
  if (Math.max(Math.abs(reach.x), Math.abs(reach.y)) < 0.98) return true;
  return reach.x * direction.x > 0.98 || reach.y * direction.y > 0.98;
}

function allowedExits(end: PreparedEnd, spread: number): Exit[] {
  return directions.filter((direction) => mayLeave(end, direction)).map((direction) => exitAt(end, direction, spread));
}

function exitAt(end: PreparedEnd, direction: Vec, spread: number): Exit {
  const { box, at } = end;
  if (!end.outline) return { at, direction };
  // Start from the middle line of the box, so that an aim beyond a dent still finds the outer side.
  const inset = (low: number, size: number, value: number) => Math.max(low + size * 0.05, Math.min(low + size * 0.95, value));
  const centre = boxCentre(box);
  const room = (size: number) => Math.max(-size * 0.4, Math.min(size * 0.4, spread));
  const from =
    direction.x !== 0
      ? { x: centre.x, y: inset(box.y, box.h, at.y + room(box.h)) }
      : { x: inset(box.x, box.w, at.x + room(box.w)), y: centre.y };
  const exit = leaveAlong(end, from, direction);
  return { at: exit === from && boxContains(box, exit) ? at : exit, direction };
}

function bendHorizontally(from: Vec, to: Vec, spread: number): Vec[] {
  if (Math.abs(from.y - to.y) < 1) return [from, { x: to.x, y: from.y }];
  const x = bendPlace(from.x, to.x, spread);
  return [from, { x, y: from.y }, { x, y: to.y }, to];
}

function bendVertically(from: Vec, to: Vec, spread: number): Vec[] {
  if (Math.abs(from.x - to.x) < 1) return [from, { x: from.x, y: to.y }];
  const y = bendPlace(from.y, to.y, spread);
  return [from, { x: from.x, y }, { x: to.x, y }, to];
}

/** Half way, but each lane at its own place. */
function bendPlace(from: number, to: number, spread: number): number {
  const room = Math.max(0, Math.abs(to - from) / 2 - 4);
  return (from + to) / 2 + Math.max(-room, Math.min(room, spread));
}

/** Through the way points, turning where a piece would be slanted. */
function visit(start: PreparedEnd, end: PreparedEnd, points: readonly Vec[]): Vec[] {
  const first = points[0] ?? end.at;
  const last = points.at(-1) ?? start.at;
  const from = exitAt(start, towards(start, first), 0);
  const to = exitAt(end, towards(end, last), 0);
  const corners: Vec[] = [from.at];
  let horizontal = from.direction.x !== 0;
  for (const point of [...points, to.at]) {
    const before = corners.at(-1) ?? from.at;
    const closing = point === to.at;
    if (Math.abs(before.x - point.x) >= 1 && Math.abs(before.y - point.y) >= 1) {
      const earlier = corners.at(-2);
      const wanted = closing ? to.direction.y !== 0 : horizontal;
      const corner = wanted ? { x: point.x, y: before.y } : { x: before.x, y: point.y };
      // Not straight back where the way came from.
      const sideways = earlier && turnsBack(earlier, before, corner) ? !wanted : wanted;
      corners.push(sideways ? { x: point.x, y: before.y } : { x: before.x, y: point.y });
      horizontal = !sideways;
    } else horizontal = Math.abs(before.y - point.y) < 1;
    corners.push(point);
  }
  return simplify(corners);
}

function towards(end: PreparedEnd, point: Vec): Vec {
  const { box } = end;
  const centre = boxCentre(box);
  const dx = point.x - centre.x;
  const dy = point.y - centre.y;
  const outX = Math.abs(dx) - box.w / 2;
  const outY = Math.abs(dy) - box.h / 2;
  return outX >= outY ? (dx < 0 ? left : right) : dy < 0 ? up : down;
}

function reverse(direction: Vec): Vec {
  return directions.find((other) => other.x === -direction.x && other.y === -direction.y) ?? direction;
}

/** Without corners that do not turn. */
function simplify(points: readonly Vec[]): Vec[] {
  const kept: Vec[] = [];
  for (const point of points) {
    const b = kept.at(-1);
    const a = kept.at(-2);
    if (b && Math.abs(b.x - point.x) < 0.01 && Math.abs(b.y - point.y) < 0.01) continue;
    if (a && b && isBetween(a, b, point)) kept.pop();
    kept.push(point);
  }
  const only = kept[0];
  return only && kept.length === 1 ? [only, only] : kept;
}

function turnsBack(a: Vec, b: Vec, c: Vec): boolean {
  return (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0;
}

/** Whether the way from `a` over `b` to `c` goes straight on at `b`. */
function isBetween(a: Vec, b: Vec, c: Vec): boolean {
  const sameColumn = a.x === b.x && b.x === c.x && (b.y - a.y) * (c.y - b.y) >= 0;
  const sameRow = a.y === b.y && b.y === c.y && (b.x - a.x) * (c.x - b.x) >= 0;
  return sameColumn || sameRow;
}
