import { type Box, boxCentre } from '@autograph/geometry';
import { cross, lengthOf } from '../segments.ts';
import { labelPlace } from './label-place.ts';
import { routeEdge } from './route-edge.ts';
import { bendPrice } from './search.ts';
import type { RoutedEdge, RouteScene, Wires } from './wires.ts';

const crossingPrice = 75;
/** A label that stands on something. */
const unclearPrice = 600;

/** Routes edges among those that have a route already, short ones first; then those that cross others once more, now that all are there. */
export function routeAll(edges: readonly RoutedEdge[], scene: RouteScene, wires: Wires): void {
  for (const edge of edges.toSorted((a, b) => apart(a, scene) - apart(b, scene))) {
    const route = routeEdge(edge, scene, wires);
    if (route) wires.set(edge, route);
  }
  for (const edge of edges) {
    const before = wires.get(edge.id);
    if (!before || crossingsOf(edge.id, wires) === 0) continue;
    const price = priceOf(edge, scene, wires);
    wires.remove(edge);
    const after = routeEdge(edge, scene, wires);
    if (after) wires.set(edge, after);
    if (!after || priceOf(edge, scene, wires) >= price) wires.set(edge, before);
  }
}

function apart({ from, to }: RoutedEdge, { nodes, groups }: RouteScene): number {
  const middle = (box: Box | undefined) => (box ? boxCentre(box) : { x: 0, y: 0 });
  const [a, b] = [middle(nodes.get(from) ?? groups.get(from)), middle(nodes.get(to) ?? groups.get(to))];
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function crossingsOf(id: string, wires: Wires): number {
  let count = 0;
  const own = wires.segments(id);
  wires.eachSegment((segment, other) => {
    if (other !== id) for (const piece of own) if (cross(piece, segment)) count++;
  });
  return count;
}

function priceOf(edge: RoutedEdge, scene: RouteScene, wires: Wires): number {
  const route = wires.get(edge.id);
  if (!route) return Number.POSITIVE_INFINITY;
  const pieces = wires.segments(edge.id);
  const length = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  const clear = !edge.label || labelPlace(edge, edge.label, route.points, scene, wires)?.clear;
  return length + bendPrice * (pieces.length - 1) + crossingPrice * crossingsOf(edge.id, wires) + (clear ? 0 : unclearPrice);
}
