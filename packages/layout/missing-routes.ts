import { framePadding } from './frame.ts';
import type { LayoutGraph } from './graph.ts';
import type { FlowLayout } from './layered/component.ts';
import { routeAll } from './route/route-all.ts';
import { type RouteScene, Wires } from './route/wires.ts';

/** The layout with routes, and places for labels, of the edges that have none: around nodes, among the routes that are there. */
export function withMissingRoutes(graph: LayoutGraph, found: FlowLayout): FlowLayout {
  const missing = graph.edges.filter(({ id }) => !found.edges.has(id));
  if (missing.length === 0) return found;
  const wires = new Wires();
  for (const edge of graph.edges) {
    const [points, label] = [found.edges.get(edge.id), found.labels.get(edge.id)];
    if (points) wires.set(edge, { points, ...(label && { label }) });
  }
  const parents = new Map([...graph.groups, ...graph.nodes].map(({ id, group }) => [id, group]));
  const around = (id: string): string[] => {
    const parent = parents.get(id);
    return parent === undefined ? [] : [parent, ...around(parent)];
  };
  const titles = graph.groups.flatMap(({ id, label }) => {
    const box = found.groups.get(id);
    return box && label.h > 0 ? [{ x: box.x, y: box.y, w: Math.min(box.w, label.w + framePadding), h: label.h + 12 }] : [];
  });
  const scene: RouteScene = { direction: graph.direction, nodes: found.nodes, groups: found.groups, titles, around };
  routeAll(missing, scene, wires);
  const edges = new Map(found.edges);
  const labels = new Map(found.labels);
  for (const { id } of missing) {
    const route = wires.get(id);
    if (!route) continue;
    edges.set(id, route.points);
    if (route.label) labels.set(id, route.label);
  }
  return { ...found, edges, labels };
}
