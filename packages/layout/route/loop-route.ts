import { type Box, boxesIntersect, unionBoxes, type Vec } from '@autograph/geometry';
import { segmentBox, segmentsOf } from '../segments.ts';
import { labelBox } from './label-place.ts';
import type { Route, RoutedEdge, RouteScene, Wires } from './wires.ts';

/** How far a loop without a label reaches out, and how far apart its ends are, px. */
const reach = 24;
const width = 24;

/** A loop at the side of a node where it meets the least. */
export function loopRoute(edge: RoutedEdge, box: Box, scene: RouteScene, wires: Wires): Route {
  const label = edge.label ?? { w: 0, h: 0 };
  const sideways = { out: Math.max(reach, label.w / 2 + 10), apart: Math.max(width, label.h + 12) };
  const upright = { out: Math.max(reach, label.h / 2 + 10), apart: Math.max(width, label.w + 12) };
  const { x, y, w, h } = box;
  const [middleX, middleY] = [x + w / 2, y + h / 2];
  const tries: Vec[][] = [];
  for (const share of [0, 0.5, -0.5]) {
    const [a, b] = [span(middleY, h, sideways.apart, share), span(middleX, w, upright.apart, share)];
    const [left, right] = [x - sideways.out, x + w + sideways.out];
    const [top, bottom] = [y - upright.out, y + h + upright.out];
    tries.push(
      [point(x + w, a.from), point(right, a.from), point(right, a.to), point(x + w, a.to)],
      [point(x, a.from), point(left, a.from), point(left, a.to), point(x, a.to)],
      [point(b.from, y), point(b.from, top), point(b.to, top), point(b.to, y)],
      [point(b.from, y + h), point(b.from, bottom), point(b.to, bottom), point(b.to, y + h)],
    );
  }
  const prices = tries.map((points) => priceOf(points, edge, scene, wires));
  const points = tries[prices.indexOf(Math.min(...prices))] ?? [];
  return { points, ...(edge.label && { label: outerMiddle(points) }) };
}

function span(middle: number, size: number, apart: number, share: number) {
  const half = Math.min(apart, size * 0.8) / 2;
  const shift = share * Math.max(0, size / 2 - half - 4);
  return { from: middle + shift - half, to: middle + shift + half };
}

function point(x: number, y: number): Vec {
  return { x, y };
}

function outerMiddle([, b = point(0, 0), c = b]: readonly Vec[]): Vec {
  return { x: (b.x + c.x) / 2, y: (b.y + c.y) / 2 };
}

function priceOf(points: readonly Vec[], edge: RoutedEdge, scene: RouteScene, wires: Wires): number {
  const way = unionBoxes(points.map((at) => ({ ...at, w: 0, h: 0 })));
  const area = edge.label && way ? unionBoxes([way, labelBox(outerMiddle(points), edge.label)]) : way;
  if (!area) return 0;
  let price = 0;
  for (const [id, box] of scene.nodes) if (id !== edge.from && boxesIntersect(box, area)) price += 100;
  for (const box of scene.titles) if (boxesIntersect(box, area)) price += 20;
  for (const [id, box] of wires.labels) if (id !== edge.id && boxesIntersect(box, area)) price += 50;
  const own = segmentsOf(points).map((piece) => segmentBox(piece, 5));
  wires.eachSegment((segment, id) => {
    const line = segmentBox(segment, 1);
    if (id !== edge.id && boxesIntersect(line, area)) price += own.some((piece) => boxesIntersect(piece, line)) ? 12 : 6;
  });
  return price;
}
