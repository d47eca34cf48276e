import { leaveTowards, type PreparedEnd } from './arrow-end.ts';
import type { Box } from './box.ts';
import type { Lane } from './lane.ts';
import { isBlocked, wayAround } from './route-orthogonal.ts';
import type { Vec } from './vec.ts';

/** Points of a way of few slanted pieces around both boxes and the obstacles, ends included; undefined when there is none. */
export function tautWay(start: PreparedEnd, end: PreparedEnd, lane: Lane, obstacles: readonly Box[]): Vec[] | undefined {
  const corners = wayAround(start, end, lane, obstacles);
  if (!corners) return undefined;
  const taut = pulled(corners, obstacles).slice(1, -1);
  const ends = [leaveTowards(start, taut[0] ?? end.at), leaveTowards(end, taut.at(-1) ?? start.at)];
  const points = [ends[0] ?? start.at, ...taut, ends[1] ?? end.at];
  return isBlocked(points, obstacles) ? corners : points;
}

/** From each point on to the farthest that is in sight. */
function pulled(points: readonly Vec[], obstacles: readonly Box[]): Vec[] {
  const kept: Vec[] = [];
  for (let at = 0; at < points.length; ) {
    const here = points[at];
    if (!here) break;
    kept.push(here);
    let next = points.length - 1;
    while (next > at + 1 && isBlocked([here, points[next] ?? here], obstacles)) next--;
    at = next > at ? next : at + 1;
  }
  return kept;
}
