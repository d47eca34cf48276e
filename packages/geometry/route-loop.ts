import { leaveAlong, type PreparedEnd } from './arrow-end.ts';
import { boxCentre } from './box.ts';
import type { Lane } from './lane.ts';
import type { Path } from './path.ts';
import { polylinePath, roundedPolylinePath } from './path-shapes.ts';
import type { Vec } from './vec.ts';

/** The corners of the box that loops go round, in the order in which they are taken. */
const corners = [
  { right: 1, down: -1 },
  { right: 1, down: 1 },
  { right: -1, down: 1 },
  { right: -1, down: -1 },
] as const;

/** Reach of the innermost loop beyond the box, and of each one around it beyond that, px. */
const reach = 28;
const further = 16;

/** An arrow from a shape back to itself, out of one side and into the next around a corner: each lane around its own corner, then around the loops that are there. */
export function routeLoop(end: PreparedEnd, route: 'straight' | 'curved' | 'orthogonal', { index, count }: Lane, radius: number): Path {
  const { box } = end;
  const centre = boxCentre(box);
  const { right, down } = corners[index % 4] ?? corners[0];
  const ring = Math.floor(index / 4);
  // Outer loops leave nearer to the middle of the side, so that they enclose the inner ones.
  const aside = 0.2 - (0.18 * ring) / Math.ceil(count / 4);
  const out = reach + ring * further;
  const tail = leaveAlong(end, { x: centre.x, y: centre.y + down * box.h * aside }, { x: right, y: 0 });
  const tip = leaveAlong(end, { x: centre.x + right * box.w * aside, y: centre.y }, { x: 0, y: down });
  const beside = centre.x + right * (Math.max(box.w / 2, Math.abs(tail.x - centre.x)) + out);
  const beyond = centre.y + down * (box.h / 2 + out);
  if (route === 'curved') {
    return [
      ['M', tail.x, tail.y],
      ['C', beside + right * out, tail.y, tip.x, beyond + down * out, tip.x, tip.y],
    ];
  }
  const points: Vec[] = [tail, { x: beside, y: tail.y }, { x: beside, y: beyond }, { x: tip.x, y: beyond }, tip];
  return route === 'orthogonal' ? roundedPolylinePath(points, radius) : polylinePath(points);
}
