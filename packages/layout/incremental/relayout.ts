import { fullLanes } from '../full-lanes.ts';
import type { LayoutGraph, LayoutResult } from '../graph.ts';
import { routeAll } from '../route/route-all.ts';
import { type RouteScene, Wires } from '../route/wires.ts';
import type { Board } from './board.ts';
import { keptRoute } from './keep-routes.ts';
import { places } from './places.ts';
import type { Standing } from './standing.ts';

/**
 * The layout of a graph of which most has a place already: only what is new, or has to make room, gets another place, and only the edges
 * of that, and those that it would stand on, another route. Nothing pinned moves. Lengths in px; the same question has the same answer.
 */
export function relayout(graph: LayoutGraph, standing: Standing): LayoutResult {
  const board = places(graph, standing);
  const scene = sceneOf(board);
  const wires = new Wires();
  const open = graph.edges.filter((edge) => {
    const kept = keptRoute(edge, standing, scene, wires);
    if (kept) wires.set(edge, kept);
    return !kept;
  });
  routeAll(open, scene, wires);
  const routes = graph.edges.flatMap(({ id }) => {
    const route = wires.get(id);
    return route ? [[id, route] as const] : [];
  });
  return {
    nodes: scene.nodes,
    groups: fullLanes(graph, scene.nodes, scene.groups),
    edges: new Map(routes.map(([id, { points }]) => [id, points])),
    labels: new Map(routes.flatMap(([id, { label }]) => (label ? [[id, label] as const] : []))),
  };
}

function sceneOf(board: Board): RouteScene {
  const { graph } = board;
  const pick = (items: readonly { readonly id: string }[]) =>
    new Map(
      items.flatMap(({ id }) => {
        const box = board.boxes.get(id);
        return box ? [[id, box] as const] : [];
      }),
    );
  return {
    direction: graph.direction,
    nodes: pick(graph.nodes),
    groups: pick(graph.groups),
    titles: graph.groups.flatMap(({ id }) => board.title(id) ?? []),
    around: (id) => board.around(id),
  };
}
