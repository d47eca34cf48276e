import { type Box, boxesIntersect, expandBox, unionBoxes, type Vec } from '@autograph/geometry';
import { labelBox, labelPlace } from '../route/label-place.ts';
import type { Route, RoutedEdge, RouteScene, Wires } from '../route/wires.ts';
import { segmentBetween, segmentBox, segmentsOf } from '../segments.ts';
import type { Standing } from './standing.ts';

/** Clear space that a route keeps to nodes to stay as it is, px. */
const clearance = 2;
/** Nearer to a corner than that, a route no longer ends well, px. */
const corner = 3;

/** The route that an edge has, as far as it is still good: its ends follow what they are at, and its label a small step. Undefined when another one is needed. */
export function keptRoute(edge: RoutedEdge, standing: Standing, scene: RouteScene, wires: Wires): Route | undefined {
  const before = standing.routes.get(edge.id);
  const [from, to] = [scene.nodes.get(edge.from) ?? scene.groups.get(edge.from), scene.nodes.get(edge.to) ?? scene.groups.get(edge.to)];
  if (!before || !from || !to || before.points.length < 2) return undefined;
  const route = carried(before, shiftOf(edge.from, from, standing), shiftOf(edge.to, to, standing));
  const points = attached(attached(route.points, from).toReversed(), to).toReversed();
  if (points.length < 2 || !isClear(points, edge, from, to, scene)) return undefined;
  if (!edge.label) return { points };
  const at = route.label;
  if (at && labelIsClear(labelBox(at, edge.label), edge, scene, wires)) return { points, label: at };
  const place = labelPlace(edge, edge.label, points, scene, wires);
  return place?.clear ? { points, label: place.at } : undefined;
}

function shiftOf(id: string, now: Box, standing: Standing): Vec {
  const was = standing.nodes.get(id) ?? standing.groups.get(id) ?? now;
  return { x: now.x - was.x, y: now.y - was.y };
}

/** Moved along when both ends moved alike. */
function carried(route: Route, from: Vec, to: Vec): Route {
  if (from.x !== to.x || from.y !== to.y || (from.x === 0 && from.y === 0)) return route;
  const move = ({ x, y }: Vec) => ({ x: x + from.x, y: y + from.y });
  return { points: route.points.map(move), ...(route.label && { label: move(route.label) }) };
}

/** The points with the first one on the border of a box; none when the first piece does not lead there. */
function attached(points: readonly Vec[], box: Box): readonly Vec[] {
  const [tip, next] = points;
  if (!tip || !next) return [];
  const { vertical } = segmentBetween(tip, next);
  const [along, low, high] = vertical ? [tip.x, box.x, box.x + box.w] : [tip.y, box.y, box.y + box.h];
  const room = Math.min(corner, (high - low) / 2);
  if (along < low + room || along > high - room) return [];
  const [value, onward, near, far] = vertical ? [tip.y, next.y, box.y, box.y + box.h] : [tip.x, next.x, box.x, box.x + box.w];
  const border = onward > value ? far : near;
  if (Math.abs(border - value) < 1.5) return points;
  // The piece that leads out of the box keeps some length.
  if (onward > value ? onward < border + clearance : onward > border - clearance) return [];
  return [vertical ? { x: tip.x, y: border } : { x: border, y: tip.y }, ...points.slice(1)];
}

/** Whether a route meets no node but those at its ends, and these only at its tips. */
function isClear(points: readonly Vec[], edge: RoutedEdge, from: Box, to: Box, scene: RouteScene): boolean {
  const pieces = segmentsOf(points).map((segment) => segmentBox(segment, 0));
  const around = expandBox(unionBoxes(pieces) ?? from, clearance);
  for (const [id, box] of scene.nodes) {
    if (!boxesIntersect(around, box) || id === edge.from || id === edge.to) continue;
    const near = expandBox(box, clearance);
    if (pieces.some((piece) => boxesIntersect(piece, near))) return false;
  }
  const [inFrom, inTo] = [expandBox(from, -1), expandBox(to, -1)];
  return pieces.every(
    (piece, i) => (i === 0 || !boxesIntersect(piece, inFrom)) && (i === pieces.length - 1 || !boxesIntersect(piece, inTo)),
  );
}

function labelIsClear(box: Box, edge: RoutedEdge, scene: RouteScene, wires: Wires): boolean {
  const own = expandBox(box, -0.5);
  for (const node of scene.nodes.values()) if (boxesIntersect(node, own)) return false;
  for (const [id, other] of wires.labels) if (id !== edge.id && boxesIntersect(other, own)) return false;
  return true;
}
