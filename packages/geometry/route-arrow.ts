import {
  type ArrowEnd,
  besideAim,
  type Exit,
  isLoop,
  leaveTowards,
  type PreparedEnd,
  prepareEnd,
  roomAcross,
  settledBox,
} from './arrow-end.ts';
import type { Box } from './box.ts';
import { type Lane, laneOffset, mirroredLane, onlyLane } from './lane.ts';
import type { Path } from './path.ts';
import { pathLength, pathMeetsBox, pointAlong } from './path-query.ts';
import { polylinePath, roundedPolylinePath, smoothPath } from './path-shapes.ts';
import { tautWay } from './route-around.ts';
import { routeLoop } from './route-loop.ts';
import { routeOrthogonally, sideExits } from './route-orthogonal.ts';
import { add, distance, normalize, perpendicular, scale, subtract, type Vec } from './vec.ts';

export interface ArrowRequest {
  readonly start: ArrowEnd;
  readonly end: ArrowEnd;
  readonly route: 'straight' | 'curved' | 'orthogonal';
  /** Way points to pass, in order. */
  readonly points?: readonly Vec[];
  /** Its place among several arrows between one pair, seen along the way. */
  readonly lane?: Lane;
  /** What a way without way points goes around, besides what it joins. */
  readonly obstacles?: readonly Box[];
  /** Corner radius of orthogonal routes, px; 8 when absent. */
  readonly radius?: number;
}

export interface ArrowRoute {
  /** One open subpath from start to end. */
  readonly path: Path;
  readonly start: Vec;
  readonly end: Vec;
  /** Unit vectors along which the tips point: out of the arrow, into what it ends at. */
  readonly startDirection: Vec;
  readonly endDirection: Vec;
  /** The middle of the way, where a label sits. */
  readonly middle: Vec;
}

/** The way of an arrow from the true outline of one thing to that of another, by its path. Pure; every result is finite when the input is. */
export function arrowWay({ route, points = [], lane: own = onlyLane, obstacles: around = [], radius = 8, ...ends }: ArrowRequest): Path {
  const obstacles = around.map(settledBox);
  const start = prepareEnd(ends.start);
  const end = prepareEnd(ends.end);
  if (points.length === 0 && isLoop(start, end)) return routeLoop(start, route, own, radius);
  const lane = runsBackwards(start, end) ? mirroredLane(own) : own;
  if (route === 'orthogonal') return roundedPolylinePath(routeOrthogonally({ start, end, points, lane, obstacles }), radius);
  if (points.length > 0) {
    const through = throughPoints(start, end, points);
    return route === 'curved' ? smoothPath(through) : polylinePath(through);
  }
  const free = route === 'curved' ? bow(start, end, lane) : polylinePath(direct(start, end, own));
  if (!obstacles.some((box) => pathMeetsBox(free, box))) return free;
  const taut = tautWay(start, end, lane, obstacles);
  return taut ? roundedPolylinePath(taut, route === 'curved' ? curveRadius : radius) : free;
}

/** Corner radius of curved ways around obstacles, px. */
const curveRadius = 32;

/** Whether "to the right of the way" is up or left on the page rather than down or right, by the way's main direction. */
function runsBackwards(start: PreparedEnd, end: PreparedEnd): boolean {
  const dx = end.at.x - start.at.x;
  const dy = end.at.y - start.at.y;
  return Math.abs(dx) >= Math.abs(dy) ? dx < 0 : dy >= 0;
}

function direct(start: PreparedEnd, end: PreparedEnd, lane: Lane): Vec[] {
  const direction = normalize(subtract(end.at, start.at));
  const room = (at: PreparedEnd) => (lane.count > 1 ? roomAcross(at, direction) : Infinity);
  const offset = laneOffset(lane, Math.min(room(start), room(end)));
  const from = { ...start, at: besideAim(start, direction, offset) };
  const to = { ...end, at: besideAim(end, direction, offset) };
  const tail = leaveTowards(from, to.at);
  const tip = leaveTowards(to, from.at);
  const backwards = (tip.x - tail.x) * direction.x + (tip.y - tail.y) * direction.y <= 0;
  // The outlines overlap: no room between them, so the aims themselves are joined.
  return backwards ? [from.at, to.at] : [tail, tip];
}

function throughPoints(start: PreparedEnd, end: PreparedEnd, points: readonly Vec[]): Vec[] {
  const first = points[0] ?? end.at;
  const last = points.at(-1) ?? start.at;
  return [leaveTowards(start, first), ...points, leaveTowards(end, last)];
}

/** A cubic that leaves and enters at right angles to the facing sides. */
function bow(start: PreparedEnd, end: PreparedEnd, lane: Lane): Path {
  if (!start.outline && !end.outline) return freeBow(start.at, end.at);
  const { from, to } = sideExits(start, end, lane);
  const reach = controlReach(from, to);
  const c1 = add(from.at, scale(from.direction, reach));
  const c2 = add(to.at, scale(to.direction, reach));
  return [
    ['M', from.at.x, from.at.y],
    ['C', c1.x, c1.y, c2.x, c2.y, to.at.x, to.at.y],
  ];
}

function controlReach(from: Exit, to: Exit): number {
  const apart = subtract(to.at, from.at);
  const along = Math.abs(apart.x * from.direction.x + apart.y * from.direction.y);
  return Math.max(along / 2, Math.min(60, distance(from.at, to.at) / 2));
}

/** Between two free points: a gentle arc to the left of the way, so that "curved" shows at once. */
function freeBow(from: Vec, to: Vec): Path {
  const apart = subtract(to, from);
  const bend = scale(perpendicular(apart), -0.2);
  const c1 = add(add(from, scale(apart, 0.25)), bend);
  const c2 = add(add(from, scale(apart, 0.75)), bend);
  return [
    ['M', from.x, from.y],
    ['C', c1.x, c1.y, c2.x, c2.y, to.x, to.y],
  ];
}

/** A way by its path: one open subpath. */
export function describeRoute(path: Path): ArrowRoute {
  const length = pathLength(path);
  const near = length > 0 ? Math.min(0.5, 1 / length) : 0;
  const tail = pointAlong(path, 0);
  const tip = pointAlong(path, 1);
  return {
    path,
    start: tail.at,
    end: tip.at,
    startDirection: scale(pointAlong(path, near).direction, -1),
    endDirection: pointAlong(path, 1 - near).direction,
    middle: pointAlong(path, 0.5).at,
  };
}
