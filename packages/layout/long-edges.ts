import type { LayoutGraph } from './graph.ts';

type Edge = LayoutGraph['edges'][number];
type Node = LayoutGraph['nodes'][number];

/** A graph in which edges that span several ranks have become chains of short ones over points. */
export interface SteppedGraph {
  readonly graph: LayoutGraph;
  /** The short edges of each edge that is a chain, in order. */
  readonly chains: ReadonlyMap<string, readonly string[]>;
}

/** Most ranks that one edge may ask for. */
const longest = 10;

/** Whether `outer` is a group around `inner`; between such two there is no layered way. */
export function contains(parents: ReadonlyMap<string, string | undefined>, outer: string, inner: string): boolean {
  for (let at = parents.get(inner); at !== undefined; at = parents.get(at)) if (at === outer) return true;
  return false;
}

/** Layered layout knows no minimal length of an edge; points on the way have the same effect. */
export function stepLongEdges(graph: LayoutGraph): SteppedGraph {
  const parents = new Map([...graph.nodes, ...graph.groups].map(({ id, group }) => [id, group]));
  const nodes: Node[] = [];
  const chains = new Map<string, readonly string[]>();
  const edges = graph.edges.flatMap((edge): readonly Edge[] => {
    const length = Math.min(longest, edge.length ?? 1);
    if (length <= 1 || edge.from === edge.to || contains(parents, edge.from, edge.to) || contains(parents, edge.to, edge.from))
      return [edge];
    const group = parents.get(edge.from) === parents.get(edge.to) ? parents.get(edge.from) : undefined;
    const stops = Array.from({ length: length - 1 }, (_, i) => `\u0001${edge.id}\u0001${i}`);
    for (const id of stops) nodes.push({ id, w: 1, h: 1, ...(group !== undefined && { group }) });
    const ids = [edge.from, ...stops, edge.to];
    const steps = ids.slice(1).map((to, i): Edge => {
      const label = i === 0 && edge.label ? { label: edge.label } : {};
      return { id: `\u0002${edge.id}\u0002${i}`, from: ids[i] ?? edge.from, to, ...label };
    });
    chains.set(
      edge.id,
      steps.map(({ id }) => id),
    );
    return steps;
  });
  return { graph: { ...graph, nodes: [...graph.nodes, ...nodes], edges }, chains };
}
