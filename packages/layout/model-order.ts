import type { Box, Vec } from '@autograph/geometry';
import type { LayoutGraph, LayoutResult } from './graph.ts';

/** The layout, or its mirror image when that shows more of the nodes side by side in the order of the graph. */
export function inModelOrder(graph: LayoutGraph, result: LayoutResult): LayoutResult {
  const sideways = graph.direction === 'LR' || graph.direction === 'RL';
  // A group's title is above what is in it, and its own direction would be turned round.
  if (graph.groups.some(({ direction }) => sideways || direction)) return result;
  // What stands left of a node is to stay there.
  if (graph.nodes.some(({ beside }) => beside)) return result;
  return inversions(graph, result, sideways) > 0 ? mirrored(result, sideways) : result;
}

/** Pairs of one rank in the wrong order, less those in the right one. */
function inversions(graph: LayoutGraph, { nodes }: LayoutResult, sideways: boolean): number {
  const ranks = new Map<number, number[]>();
  for (const { id } of graph.nodes) {
    const box = nodes.get(id);
    if (!box) continue;
    const rank = Math.round((sideways ? box.x + box.w / 2 : box.y + box.h / 2) / 4);
    const across = sideways ? box.y + box.h / 2 : box.x + box.w / 2;
    ranks.set(rank, [...(ranks.get(rank) ?? []), across]);
  }
  let balance = 0;
  for (const places of ranks.values()) {
    for (const [i, place] of places.entries()) if (i > 0) balance += Math.sign((places[i - 1] ?? 0) - place);
  }
  return balance;
}

function mirrored(result: LayoutResult, sideways: boolean): LayoutResult {
  const boxes = [...result.nodes.values(), ...result.groups.values()];
  const points = [...result.edges.values()].flat();
  const extent = Math.max(
    0,
    ...boxes.map((box) => (sideways ? box.y + box.h : box.x + box.w)),
    ...points.map((point) => (sideways ? point.y : point.x)),
  );
  const flipBox = (box: Box): Box => (sideways ? { ...box, y: extent - box.y - box.h } : { ...box, x: extent - box.x - box.w });
  const flip = ({ x, y }: Vec): Vec => (sideways ? { x, y: extent - y } : { x: extent - x, y });
  return {
    nodes: mapped(result.nodes, flipBox),
    groups: mapped(result.groups, flipBox),
    edges: mapped(result.edges, (route) => route.map(flip)),
    ...(result.labels && { labels: mapped(result.labels, flip) }),
  };
}

function mapped<T, U>(values: ReadonlyMap<string, T>, change: (value: T) => U): ReadonlyMap<string, U> {
  return new Map([...values].map(([id, value]) => [id, change(value)]));
}
