import type { LayoutGraph, LayoutResult } from '@autograph/layout';
import { z } from 'zod';
import type { PicturePage } from '../picture/bench-page.ts';

const Box = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });
const Drawn = z.object({
  boxes: z.array(z.tuple([z.string(), Box])),
  edges: z.array(z.tuple([z.string(), z.array(z.object({ x: z.number(), y: z.number() }))])),
  labels: z.array(z.tuple([z.string(), Box])),
});

/**
 * A chart as Mermaid draws it in the browser, in its own sizes of nodes and words: a graph's nodes, groups and edges by their ids, so that the
 * same can be counted as of a layout. Fails when something of the graph was not found in the drawing.
 */
export async function drawnByMermaid(
  page: PicturePage,
  source: string,
  graph: LayoutGraph,
): Promise<{ readonly graph: LayoutGraph; readonly result: LayoutResult }> {
  const drawn = Drawn.parse(await page.call('drawn', source));
  const boxes = new Map(drawn.boxes);
  const labels = new Map(drawn.labels);
  // Mermaid calls edges by their ends, in the order of the text where there are several of the same; some have a name of their own.
  const byEnds = new Map<string, string[]>();
  const named = drawn.edges.flatMap(([id]) => (id.startsWith('L_') ? [] : [id]));
  for (const [id] of drawn.edges) {
    const ends = id.replace(/_\d+$/, '');
    byEnds.set(ends, [...(byEnds.get(ends) ?? []), id]);
  }
  const routes = new Map(drawn.edges);
  const own = new Map(graph.edges.map(({ id, from, to }) => [id, byEnds.get(`L_${from}_${to}`)?.shift() ?? named.shift()]));
  const size = (id: string) => {
    const { w, h } = boxes.get(id) ?? missing(id);
    return { w, h };
  };
  const pick = (items: readonly { readonly id: string }[]) => new Map(items.map(({ id }) => [id, boxes.get(id) ?? missing(id)]));
  const labelOf = (id: string) => labels.get(own.get(id) ?? '');
  return {
    graph: {
      ...graph,
      nodes: graph.nodes.map((node) => ({ ...node, ...size(node.id) })),
      edges: graph.edges.map(({ label: _, ...edge }) => {
        const label = labelOf(edge.id);
        return label ? { ...edge, label: { w: label.w, h: label.h } } : edge;
      }),
    },
    result: {
      nodes: pick(graph.nodes),
      groups: pick(graph.groups),
      edges: new Map(graph.edges.map(({ id }) => [id, routes.get(own.get(id) ?? '') ?? missing(id)])),
      labels: new Map(
        graph.edges.flatMap(({ id }) => {
          const label = labelOf(id);
          return label ? [[id, { x: label.x + label.w / 2, y: label.y + label.h / 2 }] as const] : [];
        }),
      ),
    },
  };
}

function missing(id: string): never {
  throw new Error(`Mermaid’s drawing has no ${id}.`);
}
