import { type Box, boxesIntersect, expandBox, unionBoxes, type Vec } from '@autograph/geometry';
import type { LayoutGraph, LayoutResult } from '../graph.ts';

/** What can be counted of a drawing of a graph. */
export interface LayoutFigures {
  readonly nodeOverlaps: number;
  /** Labels of edges on nodes, and on each other. */
  readonly labelOverlaps: number;
  /** Edges on nodes that are not their ends. */
  readonly edgesThroughNodes: number;
  readonly crossings: number;
  readonly bends: number;
  /** px² */
  readonly area: number;
  /** Of width to height. */
  readonly aspect: number;
}

/** Touching by less than that is no overlap, px. */
const slack = 0.5;

export function measureLayout(graph: LayoutGraph, result: LayoutResult): LayoutFigures {
  const nodes = [...result.nodes].map(([id, box]) => ({ id, box: expandBox(box, -slack) }));
  const labels = graph.edges.flatMap(({ id, label, from, to }) => {
    const at = result.labels?.get(id);
    return label && at && from !== to ? [expandBox({ x: at.x - label.w / 2, y: at.y - label.h / 2, ...label }, -slack)] : [];
  });
  const routes = graph.edges.flatMap((edge) => {
    const points = result.edges.get(edge.id);
    return points && points.length > 1 ? [{ ...edge, points }] : [];
  });
  const all = unionBoxes([
    ...result.nodes.values(),
    ...result.groups.values(),
    ...labels,
    ...routes.flatMap(({ points }) => points.map((point) => ({ ...point, w: 0, h: 0 }))),
  ]) ?? { x: 0, y: 0, w: 0, h: 0 };
  const onNodes = labels.reduce((sum, label) => sum + nodes.filter(({ box }) => boxesIntersect(box, label)).length, 0);
  return {
    nodeOverlaps: pairs(nodes.map(({ box }) => box)),
    labelOverlaps: onNodes + pairs(labels),
    edgesThroughNodes: routes.reduce(
      (sum, { from, to, points }) => sum + nodes.filter(({ id, box }) => id !== from && id !== to && meets(points, box)).length,
      0,
    ),
    crossings: crossingsOf(routes.map(({ points }) => points)),
    bends: routes.reduce((sum, { points }) => sum + bendsOf(points), 0),
    area: all.w * all.h,
    aspect: all.w / Math.max(1, all.h),
  };
}

function pairs(boxes: readonly Box[]): number {
  return boxes.reduce((sum, box, i) => sum + boxes.slice(i + 1).filter((other) => boxesIntersect(box, other)).length, 0);
}

/** Whether a polyline enters a box. */
export function meets(points: readonly Vec[], box: Box): boolean {
  return points.some((b, i) => {
    const a = points[i - 1];
    return a !== undefined && segmentMeets(a, b, box);
  });
}

/** Whether a straight piece meets a box (Liang and Barsky's clipping). */
function segmentMeets(a: Vec, b: Vec, { x, y, w, h }: Box): boolean {
  let [from, to] = [0, 1];
  for (const [delta, low, high] of [
    [b.x - a.x, x - a.x, x + w - a.x],
    [b.y - a.y, y - a.y, y + h - a.y],
  ] as const) {
    if (delta === 0) {
      if (low > 0 || high < 0) return false;
      continue;
    }
    const [enter, leave] = delta > 0 ? [low / delta, high / delta] : [high / delta, low / delta];
    [from, to] = [Math.max(from, enter), Math.min(to, leave)];
  }
  return from <= to;
}

interface Piece {
  readonly a: Vec;
  readonly b: Vec;
  readonly route: number;
  readonly left: number;
  readonly right: number;
}

/** Places where two different polylines cross. */
function crossingsOf(routes: readonly (readonly Vec[])[]): number {
  const pieces = routes
    .flatMap((points, route) =>
      points.slice(1).map((b, i): Piece => {
        const a = points[i] ?? b;
        return { a, b, route, left: Math.min(a.x, b.x), right: Math.max(a.x, b.x) };
      }),
    )
    .sort((one, other) => one.left - other.left);
  let count = 0;
  for (const [i, one] of pieces.entries()) {
    for (let j = i + 1; j < pieces.length; j++) {
      const other = pieces[j];
      if (!other || other.left > one.right) break;
      if (other.route !== one.route && crosses(one, other)) count++;
    }
  }
  return count;
}

function crosses({ a, b }: Piece, { a: c, b: d }: Piece): boolean {
  const side = (p: Vec, q: Vec, r: Vec) => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Turns of more than 15 degrees. */
function bendsOf(points: readonly Vec[]): number {
  return points.filter((b, i) => {
    const [a, c] = [points[i - 1], points[i + 1]];
    if (!a || !c) return false;
    const turn = Math.atan2(c.y - b.y, c.x - b.x) - Math.atan2(b.y - a.y, b.x - a.x);
    return Math.cos(turn) < Math.cos(Math.PI / 12);
  }).length;
}
