import { type Box, boxesIntersect, expandBox, unionBoxes } from '@autograph/geometry';
import { cross, segmentBetween, segmentsOf } from '../segments.ts';
import { labelBox, labelPlace, middleBetween, spotsForLabel } from './label-place.ts';
import { loopRoute } from './loop-route.ts';
import { portsOf } from './ports.ts';
import { clearance, priceArea, wallPrice } from './price-area.ts';
import { bendPrice, cheapestWay, corners, type Port, type Turn, type Way } from './search.ts';
import type { Route, RoutedEdge, RouteScene, Wires } from './wires.ts';

/** How far around both ends ways are looked for, px: the next only when the one before has no good one. */
const reaches = [70, 320, 1200] as const;
/** Beyond its length and bends, a good way costs less. */
const goodEnough = 260;
/** What a crossing costs next to a node, px of way. */
const crossingPrice = 75;

/**
 * The route of an edge from border to border, square, around nodes and apart from the routes that there are, with its label on it.
 * Undefined when an end has no place, or one end holds the other.
 */
export function routeEdge(edge: RoutedEdge, scene: RouteScene, wires: Wires): Route | undefined {
  const [from, to] = [boxOf(edge.from, scene), boxOf(edge.to, scene)];
  if (!from || !to || scene.around(edge.from).includes(edge.to) || scene.around(edge.to).includes(edge.from)) return undefined;
  if (edge.from === edge.to) return loopRoute(edge, from, scene, wires);
  const way = bestWay(edge, { box: from }, { box: to }, scene, wires);
  if (!way) return undefined;
  if (!edge.label) return { points: way.points };
  const label = labelPlace(edge, edge.label, way.points, scene, wires);
  if (label?.clear) return { points: way.points, label: label.at };
  return viaLabel(edge, edge.label, from, to, scene, wires) ?? { points: way.points, ...(label && { label: label.at }) };
}

interface End {
  readonly box: Box;
  readonly sides?: readonly Turn[];
}

function bestWay(edge: RoutedEdge, from: End, to: End, scene: RouteScene, wires: Wires): Way | undefined {
  const walls = [...scene.nodes].flatMap(([id, box]) => (id === edge.from || id === edge.to ? [] : [expandBox(box, clearance - 3)]));
  const portsAt = (end: End, other: Box, node: string): Port[] => {
    const near = expandBox(end.box, 40);
    const ports = portsOf({
      ...end,
      other,
      direction: scene.direction,
      room: node === edge.from ? edge.ends?.from : edge.ends?.to,
      taken: [...wires.endsOf(node)],
      walls: walls.filter((wall) => boxesIntersect(wall, near)),
    });
    return ports.map((port) => ({ ...port, price: port.price + crossingPrice * stubCrossings(port, edge, wires) }));
  };
  const [tails, tips] = [portsAt(from, to.box, edge.from), portsAt(to, from.box, edge.to)];
  const ports = [...tails, ...tips];
  const whole = unionBoxes([from.box, to.box, ...ports.map(({ stub }) => ({ ...stub, w: 0, h: 0 }))]) ?? from.box;
  let best: Way | undefined;
  for (const reach of reaches) {
    const grid = priceArea({ edge, scene, wires, area: expandBox(whole, reach), ports, ends: [from.box, to.box] });
    const way = cheapestWay(grid, tails, tips);
    if (way && (!best || way.price < best.price)) best = way;
    // What crosses many others on its way will do so elsewhere too.
    if (best && excess(best) < (reach === reaches[0] ? goodEnough + whole.w / 2 + whole.h / 2 : wallPrice)) break;
  }
  return best;
}

/** What a way costs beyond its length and bends. */
function excess({ points, price }: Way): number {
  const pieces = points.slice(1).map((b, i) => Math.abs(b.x - (points[i]?.x ?? b.x)) + Math.abs(b.y - (points[i]?.y ?? b.y)));
  return price - pieces.reduce((sum, length) => sum + length, 0) - bendPrice * Math.max(0, points.length - 2);
}

function stubCrossings({ at, stub }: Port, edge: RoutedEdge, wires: Wires): number {
  const way = segmentBetween(at, stub);
  let count = 0;
  wires.eachSegment((segment, id) => {
    if (id !== edge.id && cross(segment, way)) count++;
  });
  return count;
}

/** A route that goes straight through a free place for its label. */
function viaLabel(
  edge: RoutedEdge,
  size: { readonly w: number; readonly h: number },
  from: Box,
  to: Box,
  scene: RouteScene,
  wires: Wires,
): Route | undefined {
  let best: { readonly route: Route; readonly price: number } | undefined;
  for (const at of spotsForLabel(size, middleBetween(from, to), edge, scene, wires, 4)) {
    const box = labelBox(at, size);
    for (const [ahead, back] of [
      [1, 3],
      [0, 2],
    ] as const) {
      const upright = ahead === 1;
      const line = upright ? { x: at.x, y: box.y - 4, w: 0, h: box.h + 8 } : { x: box.x - 4, y: at.y, w: box.w + 8, h: 0 };
      const first = bestWay({ ...edge, to: '' }, { box: from }, { box: line, sides: [ahead, back] }, scene, wires);
      const tip = first?.points.at(-1);
      if (!first || !tip) continue;
      const side: Turn = (upright ? tip.y < at.y : tip.x < at.x) ? ahead : back;
      const second = bestWay({ ...edge, from: '' }, { box: line, sides: [side] }, { box: to }, scene, wires);
      if (!second) continue;
      const points = corners([...first.points, ...second.points]);
      const price = first.price + second.price + 200 * selfCrossings(points);
      if (!best || price < best.price) best = { route: { points, label: at }, price };
    }
    if (best && best.price < goodEnough * 4) break;
  }
  return best?.route;
}

function selfCrossings(points: readonly { readonly x: number; readonly y: number }[]): number {
  const pieces = segmentsOf(points);
  return pieces.reduce((sum, piece, i) => sum + pieces.slice(i + 2).filter((other) => cross(piece, other)).length, 0);
}

function boxOf(id: string, { nodes, groups }: RouteScene): Box | undefined {
  return nodes.get(id) ?? groups.get(id);
}
