import type { LineStyle, Placement, Route, Terminal } from '@autograph/document';
import { type Box, boxCentre, boxContainsBox, distance, expandBox, lerp, pathMeetsBox, polylinePath, type Vec } from '@autograph/geometry';

/** What an arrow takes from a route that a layout found. */
export interface EdgeRoute {
  readonly start: Pick<Terminal, 'anchor'>;
  readonly end: Pick<Terminal, 'anchor'>;
  /** How the line runs through the points. */
  readonly route: Route;
  /** The corners between the ends, or the middle of a straight way; block coordinates, px. */
  readonly points: readonly (readonly number[])[];
  /** How far along the route its label sits, 0..1. */
  readonly labelAt?: number;
}

/** Before the middle, so that the captions of two lines that lead there and back are apart. */
const straightLabel = 0.4;

/** A straight line keeps as far from what it passes, px. */
const clearance = 8;

/** How near to its corners a curve keeps to its route, px. */
const curveReach = 36;

/**
 * The route of an edge's placement, or undefined when an end no longer stands where the route leads. A curved one goes by its corners on the inside;
 * a straight one goes so too where it would run through another of `boxes`.
 */
export function edgeRoute(
  placement: Placement | undefined,
  from: Box,
  to: Box,
  lines: LineStyle = 'orthogonal',
  boxes: Iterable<Box> = [],
): EdgeRoute | undefined {
  if (lines === 'straight' && from !== to && isClear(from, to, boxes))
    return { start: {}, end: {}, route: 'straight', points: [], labelAt: straightLabel };
  const points = (placement?.points ?? []).map(([x = 0, y = 0]) => ({ x, y }));
  const [first, second] = points;
  const last = points.at(-1);
  const beforeLast = points.at(-2);
  if (!placement || !first || !second || !last || !beforeLast) return undefined;
  const start = anchorFor(first, second, from);
  const end = anchorFor(last, beforeLast, to);
  if (!start || !end || (points.length === 2 && !bothWays(first, last, from, to))) return undefined;
  const labelAt = shareOf({ x: placement.x, y: placement.y }, points);
  return {
    start: { anchor: start },
    end: { anchor: end },
    route: lines === 'orthogonal' ? 'orthogonal' : 'curved',
    points: (points.length === 2 ? [lerp(first, last, 0.5)] : lines !== 'orthogonal' ? roundCorners(points) : points.slice(1, -1)).map(
      ({ x, y }) => [x, y],
    ),
    ...(labelAt !== undefined && { labelAt }),
  };
}

/** Whether a straight line between two boxes runs through no other, but for those that hold one of them. */
function isClear(from: Box, to: Box, boxes: Iterable<Box>): boolean {
  const way = polylinePath([boxCentre(from), boxCentre(to)]);
  for (const box of boxes)
    if (!boxContainsBox(box, from) && !boxContainsBox(box, to) && pathMeetsBox(way, expandBox(box, clearance))) return false;
  return true;
}

/** For each corner a point before it and one after it: what a curve through them has of the way. */
function roundCorners(points: readonly Vec[]): Vec[] {
  const through: Vec[] = [];
  for (const [i, corner] of points.entries()) {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (!before || !after) continue;
    for (const other of [before, after]) {
      const length = distance(corner, other);
      const point = lerp(corner, other, length === 0 ? 0 : Math.min(0.5, curveReach / length));
      const last = through.at(-1);
      if (!last || distance(last, point) > 1) through.push(point);
    }
  }
  return through;
}

/** Where a box is aimed at so that the route's last leg keeps its line; undefined when that line misses the box or starts inside it. */
function anchorFor(tip: Vec, next: Vec, box: Box): Vec | undefined {
  const vertical = Math.abs(tip.x - next.x) <= Math.abs(tip.y - next.y);
  const inside = next.x > box.x && next.x < box.x + box.w && next.y > box.y && next.y < box.y + box.h;
  if (inside || box.w <= 0 || box.h <= 0) return undefined;
  if (vertical) {
    const x = (tip.x - box.x) / box.w;
    const outward = Math.sign(next.y - tip.y) === Math.sign(next.y - (box.y + box.h / 2));
    return x >= 0 && x <= 1 && outward ? { x, y: 0.5 } : undefined;
  }
  const y = (tip.y - box.y) / box.h;
  const outward = Math.sign(next.x - tip.x) === Math.sign(next.x - (box.x + box.w / 2));
  return y >= 0 && y <= 1 && outward ? { x: 0.5, y } : undefined;
}

/** A straight route needs both boxes still on its line, one on each side. */
function bothWays(first: Vec, last: Vec, from: Box, to: Box): boolean {
  if (Math.abs(first.x - last.x) <= Math.abs(first.y - last.y)) return from.y + from.h <= to.y || to.y + to.h <= from.y;
  return from.x + from.w <= to.x || to.x + to.w <= from.x;
}

/** What an arrow's way leaves out of its route, px: clear space at the tips, and each bend's corner, which is rounded. */
const tipGap = 4;
export const cornerRadius = 8;
export const cornerSaving = 2 - Math.PI / 2;

/** The share of the drawn way at which a polyline is nearest to a point; undefined at its very ends, where no label sits. */
function shareOf(at: Vec, points: readonly Vec[]): number | undefined {
  let walked = -tipGap;
  let best = { distance: Number.POSITIVE_INFINITY, along: 0 };
  for (const [i, b] of points.entries()) {
    const a = points[i - 1];
    if (!a) continue;
    const length = distance(a, b);
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / (length * length)));
    const away = distance(lerp(a, b, t), at);
    if (away < best.distance - 0.01) best = { distance: away, along: walked + t * length };
    const after = points[i + 1];
    walked += length - (after ? cornerSaving * Math.min(cornerRadius, length / 2, distance(b, after) / 2) : tipGap);
  }
  const share = walked <= 0 ? 0 : best.along / walked;
  return share > 0.02 && share < 0.98 ? share : undefined;
}
