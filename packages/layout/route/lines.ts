import type { Box } from '@autograph/geometry';

/** Distance that routes keep from boxes where there is room, px. */
export const margin = 14;
/** Usual distance between parallel routes, px. */
const routeGap = 10;
/** Least room between two boxes for a route to pass through, px. */
const passable = 6;

export interface LineSources {
  readonly boxes: readonly Box[];
  /** Where parallel routes run. */
  readonly routes: readonly number[];
  /** Lines that are needed exactly there. */
  readonly exact: readonly number[];
  /** Other lines worth having. */
  readonly more: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** More lines than that are thinned out: routes over long ways need not try them all. */
const many = 90;
/** Least distance between neighbouring lines, px: where there are few, where there are many, and where there are very many. */
const [fine, coarse, coarsest] = [1, 4, 8];

/** The lines of one direction that routes may run along, ascending. */
export function linesOf(axis: 'x' | 'y', { boxes, routes, exact, more, low, high }: LineSources): Float64Array {
  const sides = boxes.map((box): [number, number] => (axis === 'x' ? [box.x, box.x + box.w] : [box.y, box.y + box.h]));
  const edges = sides.flat().sort((a, b) => a - b);
  const narrow: number[] = [];
  for (const [i, edge] of edges.entries()) {
    const width = edge - (edges[i - 1] ?? edge);
    if (width > passable && width < 2 * margin) narrow.push(edge - width / 2);
  }
  const found = [
    ...sides.flatMap(([from, to]) => [from - margin, to + margin]),
    ...narrow,
    ...routes.flatMap((route) => [route - routeGap, route + routeGap]),
    ...more,
    low,
    high,
  ].filter((line) => line >= low && line <= high);
  const apart = found.length < many ? fine : found.length < 3 * many ? coarse : coarsest;
  const must = [...new Set(exact)].sort((a, b) => a - b);
  found.sort((a, b) => a - b);
  const lines: number[] = [];
  let next = 0;
  const last = () => lines.at(-1) ?? Number.NEGATIVE_INFINITY;
  for (const line of found) {
    for (let at = must[next]; at !== undefined && at <= line + apart; at = must[++next]) {
      while (lines.length > 0 && at - last() < apart && !exact.includes(last())) lines.pop();
      if (at - last() > 1e-6) lines.push(at);
    }
    if (line - last() >= apart) lines.push(line);
  }
  for (let at = must[next]; at !== undefined; at = must[++next]) if (at - last() > 1e-6) lines.push(at);
  return Float64Array.from(lines);
}
