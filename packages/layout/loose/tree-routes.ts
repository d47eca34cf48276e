import { type Box, boxCentre, boxesIntersect, type Vec } from '@autograph/geometry';
import { axesOf } from '../axes.ts';
import type { Direction, LayoutGraph } from '../graph.ts';
import { segmentBox, segmentsOf } from '../segments.ts';
import type { LooseRoutes } from './units.ts';

/** From the line that children hang on to the first of them, px; with labels, more. */
const drop = 40;
const aroundLabel = 20;
/** Least way from a parent to that line, px. */
const least = 12;
/** A child no farther beside the middle of its parent gets a straight line, px. */
const jog = 16;
/** How much wider than a child the label above it may be, px. */
const overhang = 28;

type Edge = LayoutGraph['edges'][number];

/** Routes from parents to their children in a tree: down from the parent to one line that all of its children hang on. Others, and such as something stands in the way of, have none. */
export function treeRoutes(graph: LayoutGraph, boxes: ReadonlyMap<string, Box>): LooseRoutes {
  const groups = new Map(graph.groups.map((group) => [group.id, group]));
  const holders = new Map([...graph.groups, ...graph.nodes].map(({ id, group }) => [id, group]));
  const directionIn = (holder: string | undefined): Direction =>
    holder === undefined ? graph.direction : (groups.get(holder)?.direction ?? directionIn(holders.get(holder)));
  const edges = new Map<string, readonly Vec[]>();
  const labels = new Map<string, Vec>();
  for (const [parent, family] of familiesOf(graph, boxes, (id) => directionIn(holders.get(id)))) {
    const { toFlow, fromFlow } = axesOf(directionIn(holders.get(parent)));
    const flowBox = (id: string) => toFlow(boxes.get(id) ?? { x: 0, y: 0, w: 0, h: 0 });
    const point = ({ x, y }: Vec): Vec => {
      const at = fromFlow({ x, y, w: 0, h: 0 });
      return { x: at.x, y: at.y };
    };
    const own = flowBox(parent);
    const start = { x: own.x + own.w / 2, y: own.y + own.h };
    const tallest = Math.max(0, ...graph.edges.map(({ label }) => (label ? toFlow({ x: 0, y: 0, ...label }).h + aroundLabel : 0)));
    const line = Math.min(...family.map(({ to }) => flowBox(to).y)) - drop - tallest;
    if (line < start.y + least) continue;
    for (const { id, to, label } of family) {
      const child = flowBox(to);
      const { x } = boxCentre(child);
      const aligned = Math.abs(x - start.x) <= Math.min(jog, own.w / 3);
      const way = aligned
        ? [
            { x, y: start.y },
            { x, y: child.y },
          ]
        : [start, { x: start.x, y: line }, { x, y: line }, { x, y: child.y }];
      const route = way.map(point);
      const room = label && toFlow({ x: 0, y: 0, ...label });
      if ((room && room.w > child.w + overhang) || isBlocked(route, parent, to, graph, boxes)) continue;
      edges.set(id, route);
      if (room) labels.set(id, point({ x, y: (line + child.y - least) / 2 }));
    }
  }
  return { edges, labels };
}

/** The edges from each parent to the children that it is the first to lead to, and that stand after it. */
function familiesOf({ edges, nodes, groups }: LayoutGraph, boxes: ReadonlyMap<string, Box>, directionOf: (id: string) => Direction) {
  const holders = new Map([...groups, ...nodes].map(({ id, group }) => [id, group]));
  const entered = new Set<string>();
  const families = new Map<string, Edge[]>();
  for (const edge of edges) {
    const { from, to } = edge;
    const [a, b] = [boxes.get(from), boxes.get(to)];
    if (!a || !b || entered.has(to) || holders.get(from) !== holders.get(to)) continue;
    const { toFlow } = axesOf(directionOf(from));
    const [own, child] = [toFlow(a), toFlow(b)];
    if (child.y < own.y + own.h) continue;
    entered.add(to);
    families.set(from, [...(families.get(from) ?? []), edge]);
  }
  return families;
}

function isBlocked(route: readonly Vec[], parent: string, child: string, { nodes, groups }: LayoutGraph, boxes: ReadonlyMap<string, Box>) {
  const pieces = segmentsOf(route).map((piece) => segmentBox(piece, 4));
  const holders = new Map([...groups, ...nodes].map(({ id, group }) => [id, group]));
  const around = (id: string | undefined): string[] => (id === undefined ? [] : [id, ...around(holders.get(id))]);
  const free = new Set([...around(parent), ...around(child)]);
  return [...boxes].some(
    ([id, box]) =>
      !free.has(id) &&
      !around(id).some((outer) => outer === parent || outer === child) &&
      pieces.some((piece) => boxesIntersect(piece, box)),
  );
}
