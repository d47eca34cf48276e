import type { ShapeId } from '@autograph/document';
import { boxCentre, type Vec } from '@autograph/geometry';
import type { Placed } from './rows.ts';

/** The thing that lies nearest to a page point in a direction; what lies aside counts as further. */
export function nearest(things: readonly Placed[], start: Vec, way: Vec): ShapeId | undefined {
  const costs = things.flatMap(({ id, box }) => {
    const centre = boxCentre(box);
    const ahead = (centre.x - start.x) * way.x + (centre.y - start.y) * way.y;
    const aside = Math.abs((centre.x - start.x) * way.y) + Math.abs((centre.y - start.y) * way.x);
    return ahead > 0 && aside <= 2 * ahead ? [{ id, cost: ahead + 2 * aside }] : [];
  });
  return costs.sort((a, b) => a.cost - b.cost)[0]?.id;
}
