import { leaveAlong, type PreparedEnd } from './arrow-end.ts';
import { boxCentre } from './box.ts';
import type { Path } from './path.ts';
import { polylinePath, roundedPolylinePath } from './path-shapes.ts';
import type { Vec } from './vec.ts';

/** An arrow from a shape back to itself: out of its right side and into its top (bottom for a negative spread), larger for each further lane. */
export function routeLoop(end: PreparedEnd, route: 'straight' | 'curved' | 'orthogonal', spread: number, radius: number): Path {
  const { box } = end;
  const centre = boxCentre(box);
  const down = spread < 0 ? 1 : -1;
  const out = 28 + Math.abs(spread);
  const tail = leaveAlong(end, { x: centre.x, y: centre.y + (down * box.h) / 5 }, { x: 1, y: 0 });
  const tip = leaveAlong(end, { x: centre.x + box.w / 5, y: centre.y }, { x: 0, y: down });
  const right = Math.max(box.x + box.w, tail.x) + out;
  const beyond = (down < 0 ? box.y : box.y + box.h) + down * out;
  if (route === 'curved') {
    return [
      ['M', tail.x, tail.y],
      ['C', right + out, tail.y, tip.x, beyond + down * out, tip.x, tip.y],
    ];
  }
  const corners: Vec[] = [tail, { x: right, y: tail.y }, { x: right, y: beyond }, { x: tip.x, y: beyond }, tip];
  return route === 'orthogonal' ? roundedPolylinePath(corners, radius) : polylinePath(corners);
}
