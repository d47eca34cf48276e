import { directions, type Exit, exitAt, laneRoom, mayLeave, type PreparedEnd } from './arrow-end.ts';
import { type Box, expandBox } from './box.ts';
import { type Lane, laneOffset } from './lane.ts';
import { pathMeetsBox } from './path-query.ts';
import { polylinePath } from './path-shapes.ts';
import { visitPoints } from './route-points.ts';
import { searchRoute } from './route-search.ts';
import type { Vec } from './vec.ts';

/** Shortest straight piece before the first bend, px. */
const stub = 16;
/** By how much the ways around something differ from lane to lane, px. */
const laneStep = 10;

const [right, down, left, up] = directions as readonly [Vec, Vec, Vec, Vec];

export interface OrthogonalWay {
  readonly start: PreparedEnd;
  readonly end: PreparedEnd;
  readonly points: readonly Vec[];
  readonly lane: Lane;
  /** What lies between and is to be gone around. */
  readonly obstacles: readonly Box[];
}

/** The corners of a route of horizontal and vertical pieces, ends included, around both boxes and the obstacles. */
export function routeOrthogonally({ start, end, points, lane, obstacles }: OrthogonalWay): Vec[] {
  if (points.length > 0) return simplify(visitPoints(start, end, points));
  const direct = faceToFace(start, end, lane);
  if (direct && !isBlocked(direct, obstacles)) return direct;
  const around = wayAround(start, end, lane, obstacles) ?? (obstacles.length > 0 ? (direct ?? wayAround(start, end, lane, [])) : undefined);
  return around ?? simplify([start.at, { x: end.at.x, y: start.at.y }, end.at]);
}

/** Corners of the best way around both ends' boxes and the obstacles; undefined when there is none. */
export function wayAround(start: PreparedEnd, end: PreparedEnd, lane: Lane, obstacles: readonly Box[]): Vec[] | undefined {
  const exits = (end: PreparedEnd) =>
    directions
      .filter((direction) => mayLeave(end, direction))
      .map((direction) => exitAt(end, direction, laneOffset(lane, laneRoom(end, direction))));
  const ways = { from: exits(start), to: exits(end), margin: stub + lane.index * laneStep };
  let boxes = [start.box, end.box];
  // Only what has turned out to be in the way is reckoned with: mostly a few of many. When that takes long, all at once.
  for (let [others, round] = [obstacles, 0]; ; round++) {
    const found = searchRoute({ ...ways, boxes });
    const hit = found ? others.filter((box) => isBlocked(found, [box])) : [];
    if (hit.length === 0) return found && simplify(found);
    const known = round < 3 ? hit : others;
    boxes = [...boxes, ...known];
    others = others.filter((box) => !known.includes(box));
  }
}

/** Clear space to keep from what lies beside a way, px. */
const berth = 6;

/** Whether straight pieces between the points come too near to a box. */
export function isBlocked(points: readonly Vec[], boxes: readonly Box[]): boolean {
  const path = polylinePath(points);
  return boxes.some((box) => pathMeetsBox(path, expandBox(box, berth)));
}

/** The two sides that face each other most clearly, for routes that only need a direction at each end. An anchor at a side keeps to it. */
export function sideExits(start: PreparedEnd, end: PreparedEnd, lane: Lane): { readonly from: Exit; readonly to: Exit } {
  const apart = { x: end.at.x - start.at.x, y: end.at.y - start.at.y };
  const gapX = Math.max(end.box.x - (start.box.x + start.box.w), start.box.x - (end.box.x + end.box.w));
  const gapY = Math.max(end.box.y - (start.box.y + start.box.h), start.box.y - (end.box.y + end.box.h));
  const facing = gapX >= gapY ? (apart.x < 0 ? left : right) : apart.y < 0 ? up : down;
  const out = allowed(start, facing);
  const back = allowed(end, reverse(facing));
  const offset = laneOffset(lane, Math.min(laneRoom(start, out), laneRoom(end, back)));
  return { from: exitAt(start, out, offset), to: exitAt(end, back, offset) };
}

function allowed(end: PreparedEnd, direction: Vec): Vec {
  return mayLeave(end, direction) ? direction : (directions.find((other) => mayLeave(end, other)) ?? direction);
}

/** Out of the side of one box into the facing side of the other, with at most two bends, where they are far enough apart. */
function faceToFace(start: PreparedEnd, end: PreparedEnd, lane: Lane): Vec[] | undefined {
  const facing = facingDirection(start, end);
  if (!facing) return undefined;
  const offset = laneOffset(lane, Math.min(laneRoom(start, facing), laneRoom(end, facing)));
  const from = exitAt(start, facing, offset).at;
  const to = exitAt(end, reverse(facing), offset).at;
  return simplify(facing.x !== 0 ? bendHorizontally(from, to, lane) : bendVertically(from, to, lane));
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

function bendHorizontally(from: Vec, to: Vec, lane: Lane): Vec[] {
  if (Math.abs(from.y - to.y) < 1) return [from, { x: to.x, y: from.y }];
  const x = bendPlace(from.x, to.x, to.y - from.y, lane);
  return [from, { x, y: from.y }, { x, y: to.y }, to];
}

function bendVertically(from: Vec, to: Vec, lane: Lane): Vec[] {
  if (Math.abs(from.x - to.x) < 1) return [from, { x: from.x, y: to.y }];
  const y = bendPlace(from.y, to.y, to.x - from.x, lane);
  return [from, { x: from.x, y }, { x: to.x, y }, to];
}

/** Half way, but each lane at its own place, in the order in which no lane crosses another. */
function bendPlace(from: number, to: number, aside: number, lane: Lane): number {
  const offset = laneOffset(lane, Math.max(0, Math.abs(to - from) / 2 - 4));
  return (from + to) / 2 - offset * Math.sign((to - from) * aside);
}

function reverse(direction: Vec): Vec {
  return directions.find((other) => other.x === -direction.x && other.y === -direction.y) ?? direction;
}

/** Without corners that do not turn, and without ways there and back. */
function simplify(points: readonly Vec[]): Vec[] {
  const kept: Vec[] = [];
  for (const point of points) {
    const b = kept.at(-1);
    if (b && Math.abs(b.x - point.x) < 0.01 && Math.abs(b.y - point.y) < 0.01) continue;
    for (let a = kept.at(-2), c = kept.at(-1); a && c && inLine(a, c, point); a = kept.at(-2), c = kept.at(-1)) kept.pop();
    kept.push(point);
  }
  const only = kept[0];
  return only && kept.length === 1 ? [only, only] : kept;
}

function inLine(a: Vec, b: Vec, c: Vec): boolean {
  const column = Math.abs(a.x - b.x) < 0.01 && Math.abs(b.x - c.x) < 0.01;
  const row = Math.abs(a.y - b.y) < 0.01 && Math.abs(b.y - c.y) < 0.01;
  return column || row;
}
