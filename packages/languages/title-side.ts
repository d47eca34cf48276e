import type { Placement } from '@autograph/document';
import type { Box } from '@autograph/geometry';

/** From a group's border to its title, px. */
const inset = { x: 14, y: 10 };
/** Room kept between a title and a line, px. */
const clearance = 4;

/** Where in a group's top its title meets none of the routes; `undefined` when left, as usual, or nowhere. */
export function titleSide(
  box: Box,
  title: { readonly w: number; readonly h: number },
  routes: readonly Placement[],
): 'center' | 'right' | undefined {
  const room = box.w - 2 * inset.x - title.w;
  const isFree = (x: number) => {
    const place = { x: x - clearance, y: box.y + inset.y, w: title.w + 2 * clearance, h: title.h };
    return !routes.some(({ points = [] }) => points.some((to, i) => i > 0 && meets(points[i - 1] ?? to, to, place)));
  };
  const left = box.x + inset.x;
  if (title.w <= 0 || room <= 0 || isFree(left)) return undefined;
  if (isFree(left + room)) return 'right';
  return isFree(left + room / 2) ? 'center' : undefined;
}

function meets([ax = 0, ay = 0]: readonly number[], [bx = 0, by = 0]: readonly number[], { x, y, w, h }: Box): boolean {
  return Math.max(ax, bx) > x && Math.min(ax, bx) < x + w && Math.max(ay, by) > y && Math.min(ay, by) < y + h;
}
