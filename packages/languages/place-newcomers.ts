import type { Placement } from '@autograph/document';
import { type Box, boxesIntersect, expandBox, unionBoxes } from '@autograph/geometry';
import type { LayoutGraph } from '@autograph/layout';
import { containerPadding } from './container.ts';
import { translatePlacement } from './keep-inside.ts';

type Layout = Readonly<Record<string, Placement>>;

/** Clear space kept around a newcomer, px. */
const gap = 20;
/** Space between a group's border and what is in it, px. */
const groupPadding = 20;

/**
 * Places what `layout` does not: near its placed neighbours, as a fresh (`ideal`) layout has it relative to them, in the nearest free space.
 * Gives the new placements only.
 */
export function placeNewcomers(graph: LayoutGraph, layout: Layout, ideal: Layout): Record<string, Placement> {
  const placed = new Map<string, Placement>(Object.entries(layout));
  const fresh: Record<string, Placement> = {};
  const neighbours = neighbourhoods(graph);
  const waiting = graph.nodes.filter(({ id }) => !placed.has(id));
  const obstacles = graph.nodes.flatMap(({ id, w, h }) => boxOf(layout[id], w, h) ?? []);
  while (waiting.length > 0) {
    // Whoever has most placed neighbours goes next, so that chains of newcomers grow out of what is there.
    const anchorsOf = (id: string) => (neighbours.get(id) ?? []).filter((other) => placed.has(other));
    const counts = waiting.map(({ id }) => anchorsOf(id).length);
    const [node] = waiting.splice(counts.indexOf(Math.max(...counts)), 1);
    const wish = node && ideal[node.id];
    if (!node || !wish) continue;
    const offset = meanOffset(anchorsOf(node.id).concat(anchorsOf(node.id).length > 0 ? [] : siblings(graph, node, placed)), placed, ideal);
    const spot = freeSpot({ x: wish.x + offset.x, y: wish.y + offset.y, w: node.w, h: node.h }, obstacles);
    obstacles.push(spot);
    const placement = { x: Math.round(spot.x), y: Math.round(spot.y), w: node.w, h: node.h };
    placed.set(node.id, placement);
    fresh[node.id] = placement;
  }
  for (const [id, placement] of newGroups(graph, placed)) {
    placed.set(id, placement);
    fresh[id] = placement;
  }
  for (const edge of graph.edges) if (!layout[edge.id]) fresh[edge.id] = newRoute(edge, placed, ideal);
  return fresh;
}

function boxOf(placement: Placement | undefined, w: number, h: number): Box | undefined {
  return placement && { x: placement.x, y: placement.y, w: placement.w ?? w, h: placement.h ?? h };
}

function neighbourhoods(graph: LayoutGraph): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (from: string, to: string) => found.set(from, [...(found.get(from) ?? []), to]);
  for (const { from, to } of graph.edges) {
    if (from === to) continue;
    add(from, to);
    add(to, from);
  }
  return found;
}

/** Placed nodes of the same group, else every placed node. */
function siblings(graph: LayoutGraph, node: LayoutGraph['nodes'][number], placed: ReadonlyMap<string, Placement>): string[] {
  const all = graph.nodes.filter(({ id }) => placed.has(id));
  const near = all.filter(({ group }) => group === node.group);
  return (near.length > 0 ? near : all).map(({ id }) => id);
}

/** How far, on average, the given nodes stand from where the fresh layout would have them. */
function meanOffset(ids: readonly string[], placed: ReadonlyMap<string, Placement>, ideal: Layout): { x: number; y: number } {
  const offsets = ids.flatMap((id) => {
    const now = placed.get(id);
    const wish = ideal[id];
    return now && wish ? [{ x: now.x - wish.x, y: now.y - wish.y }] : [];
  });
  const count = Math.max(1, offsets.length);
  return { x: offsets.reduce((sum, { x }) => sum + x, 0) / count, y: offsets.reduce((sum, { y }) => sum + y, 0) / count };
}

/** The free place nearest to a wish, looked for on rings around it; never left of or above the block's content. */
function freeSpot(wish: Box, obstacles: readonly Box[]): Box {
  const start = { ...wish, x: Math.max(containerPadding, wish.x), y: Math.max(containerPadding, wish.y) };
  const isFree = (box: Box) =>
    box.x >= containerPadding && box.y >= containerPadding && !obstacles.some((other) => boxesIntersect(expandBox(box, gap - 1), other));
  if (isFree(start)) return start;
  const step = 24;
  for (let ring = 1; ring <= 400; ring++) {
    const candidates: Box[] = [];
    for (let at = -ring; at <= ring; at++) {
      for (const [i, j] of [
        [at, -ring],
        [at, ring],
        [-ring, at],
        [ring, at],
      ]) {
        candidates.push({ ...start, x: start.x + (i ?? 0) * step, y: start.y + (j ?? 0) * step });
      }
    }
    const free = candidates.filter(isFree);
    if (free.length > 0) return free.reduce((best, box) => (distance(box, start) < distance(best, start) ? box : best));
  }
  const all = unionBoxes(obstacles);
  return { ...start, y: all ? all.y + all.h + gap : start.y };
}

function distance(a: Box, b: Box): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Boxes around the members of new groups, innermost first. */
function newGroups(graph: LayoutGraph, placed: ReadonlyMap<string, Placement>): Map<string, Placement> {
  const found = new Map<string, Placement>();
  const visit = (id: string): Box | undefined => {
    const members = [
      ...graph.nodes.filter(({ group }) => group === id).map((node) => boxOf(placed.get(node.id), node.w, node.h)),
      ...graph.groups.filter(({ group }) => group === id).map((group) => visit(group.id)),
    ];
    const known = placed.get(id);
    if (known) return boxOf(known, 0, 0);
    const inside = unionBoxes(members.flatMap((box) => box ?? [])) ?? {
      x: containerPadding + groupPadding,
      y: containerPadding,
      w: 80,
      h: 20,
    };
    const title = graph.groups.find((group) => group.id === id)?.label ?? { w: 0, h: 0 };
    const top = groupPadding + (title.h > 0 ? title.h + 10 : 0);
    const box = {
      x: inside.x - groupPadding,
      y: inside.y - top,
      w: Math.max(inside.w, title.w) + 2 * groupPadding,
      h: inside.h + top + groupPadding,
    };
    found.set(id, box);
    return box;
  };
  for (const group of graph.groups) if (!found.has(group.id)) visit(group.id);
  return found;
}

/** The fresh layout's route when both ends moved alike; otherwise none, and the arrow finds its own way. */
function newRoute(edge: LayoutGraph['edges'][number], placed: ReadonlyMap<string, Placement>, ideal: Layout): Placement {
  const wish = ideal[edge.id];
  const from = meanOffset([edge.from], placed, ideal);
  const to = meanOffset([edge.to], placed, ideal);
  if (!wish || Math.hypot(from.x - to.x, from.y - to.y) > 1) return { x: placed.get(edge.from)?.x ?? 0, y: placed.get(edge.from)?.y ?? 0 };
  return translatePlacement(wish, from.x, from.y);
}
