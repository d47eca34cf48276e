import { type ArrowEnd, isLoop, leaveTowards, type PreparedEnd, prepareEnd, spreadAim } from './arrow-end.ts';
import type { Path } from './path.ts';
import { pathLength, pointAlong } from './path-query.ts';
import { polylinePath, roundedPolylinePath, smoothPath } from './path-shapes.ts';
import { routeLoop } from './route-loop.ts';
import { type Exit, routeOrthogonally, sideExits } from './route-orthogonal.ts';
import { add, distance, normalize, perpendicular, scale, subtract, type Vec } from './vec.ts';

export interface ArrowRequest {
  readonly start: ArrowEnd;
  readonly end: ArrowEnd;
  readonly route: 'straight' | 'curved' | 'orthogonal';
  /** Way points to pass, in order. */
  readonly points?: readonly Vec[];
  /** Offset to the right of the way, px, that keeps several arrows between one pair apart; of two opposite ones the same offset parts them. */
  readonly spread?: number;
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

/** The way of an arrow from the true outline of one thing to that of another. Pure; every result is finite when the input is. */
export function routeArrow(request: ArrowRequest): ArrowRoute {
  const start = prepareEnd(request.start);
  const end = prepareEnd(request.end);
  const points = request.points ?? [];
  const spread = request.spread ?? 0;
  if (points.length === 0 && isLoop(start, end)) return describe(routeLoop(start, request.route, spread, request.radius ?? 8));
  const lane = spread * sideOf(start, end);
  if (request.route === 'orthogonal') {
    return describe(roundedPolylinePath(routeOrthogonally(start, end, points, lane), request.radius ?? 8));
  }
  if (request.route === 'curved')
    return describe(points.length === 0 ? bow(start, end, lane) : smoothPath(throughPoints(start, end, points)));
  return describe(polylinePath(points.length === 0 ? direct(start, end, spread) : throughPoints(start, end, points)));
}

/** Whether "to the right of the way" is down or right on the page (1), or up or left (-1), by the way's main direction. */
function sideOf(start: PreparedEnd, end: PreparedEnd): 1 | -1 {
  const dx = end.at.x - start.at.x;
  const dy = end.at.y - start.at.y;
  return (Math.abs(dx) >= Math.abs(dy) ? dx >= 0 : dy < 0) ? 1 : -1;
}

function direct(start: PreparedEnd, end: PreparedEnd, spread: number): Vec[] {
  const direction = normalize(subtract(end.at, start.at));
  const from = { ...start, at: spreadAim(start, direction, spread) };
  const to = { ...end, at: spreadAim(end, direction, spread) };
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
function bow(start: PreparedEnd, end: PreparedEnd, spread: number): Path {
  if (!start.outline && !end.outline) return freeBow(start.at, end.at, spread);
  const { from, to } = sideExits(start, end, spread);
  const reach = controlReach(from, to, spread);
  const c1 = add(from.at, scale(from.direction, reach));
  const c2 = add(to.at, scale(to.direction, reach));
  return [
    ['M', from.at.x, from.at.y],
    ['C', c1.x, c1.y, c2.x, c2.y, to.at.x, to.at.y],
  ];
}

function controlReach(from: Exit, to: Exit, spread: number): number {
  const apart = subtract(to.at, from.at);
  const along = Math.abs(apart.x * from.direction.x + apart.y * from.direction.y);
  return Math.max(along / 2, Math.min(60, distance(from.at, to.at) / 2)) + Math.abs(spread) / 2;
}

/** Between two free points: a gentle arc to the left of the way, so that "curved" shows at once. */
function freeBow(from: Vec, to: Vec, spread: number): Path {
  const apart = subtract(to, from);
  const bend = add(scale(perpendicular(apart), -0.2), scale(perpendicular(normalize(apart)), spread));
  const c1 = add(add(from, scale(apart, 0.25)), bend);
  const c2 = add(add(from, scale(apart, 0.75)), bend);
  return [
    ['M', from.x, from.y],
    ['C', c1.x, c1.y, c2.x, c2.y, to.x, to.y],
  ];
}

function describe(path: Path): ArrowRoute {
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
