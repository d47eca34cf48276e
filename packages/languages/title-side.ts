import type { Placement } from '@autograph/document';
import type { Box } from '@autograph/geometry';

/** From a group's border to its title, px. */
const inset = { x: 14, y: 10 };
/** Room kept between a title and a line, px. */
const clearance = 4;

/** Where in a group's top its title meets none of the routes; `undefined` when left, as usual, or nowhere. */
export type TitleSide = (box: Box, title: { readonly w: number; readonly h: number }) => 'center' | 'right' | undefined;

/** Finds sides for titles among some routes. */
export function titleSides(routes: readonly Placement[]): TitleSide {
  const lines = linesOf(routes);
  return (box, title) => {
    const room = box.w - 2 * inset.x - title.w;
    if (title.w <= 0 || room <= 0) return undefined;
    const left = box.x + inset.x;
    const strip = { x: left - clearance, y: box.y + inset.y, w: room + title.w + 2 * clearance, h: title.h };
    const near: number[] = [];
    for (let at = 0; at < lines.length; at += 4) if (meets(lines, at, strip)) near.push(at);
    if (near.length === 0) return undefined;
    const isFree = (x: number) => {
      const place = { ...strip, x: x - clearance, w: title.w + 2 * clearance };
      return !near.some((at) => meets(lines, at, place));
    };
    if (isFree(left)) return undefined;
    if (isFree(left + room)) return 'right';
    return isFree(left + room / 2) ? 'center' : undefined;
  };
}

/** Left, top, right and bottom of each piece of the routes, in one row: there are many, and each title looks at all. */
function linesOf(routes: readonly Placement[]): Float64Array {
  const pieces = routes.reduce((sum, { points = [] }) => sum + Math.max(0, points.length - 1), 0);
  const lines = new Float64Array(4 * pieces);
  let at = 0;
  for (const { points = [] } of routes) {
    for (let i = 1; i < points.length; i++) {
      const [ax = 0, ay = 0] = points[i - 1] ?? [];
      const [bx = 0, by = 0] = points[i] ?? [];
      lines[at++] = Math.min(ax, bx);
      lines[at++] = Math.min(ay, by);
      lines[at++] = Math.max(ax, bx);
      lines[at++] = Math.max(ay, by);
    }
  }
  return lines;
}

function meets(lines: Float64Array, at: number, { x, y, w, h }: Box): boolean {
  return (lines[at + 2] ?? 0) > x && (lines[at] ?? 0) < x + w && (lines[at + 3] ?? 0) > y && (lines[at + 1] ?? 0) < y + h;
}
