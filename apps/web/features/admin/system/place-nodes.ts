import type { Dependencies } from '@autograph/contracts/system.ts';

export interface PlacedNode {
  readonly name: string;
  readonly status: Dependencies['nodes'][number]['status'];
  readonly x: number;
  readonly y: number;
}

export const nodeSize = { width: 124, height: 30 } as const;
const gap = { x: 76, y: 14 } as const;

/** How many calls it takes at least to come from a client to each node; those that nobody calls stand behind the gateway. */
function columnsOf({ nodes, edges }: Dependencies): Map<string, number> {
  const columns = new Map(nodes.filter(({ kind }) => kind === 'client').map(({ name }) => [name, 0]));
  if (columns.size === 0) columns.set('gateway', 1);
  const queue = [...columns.keys()];
  for (let from = queue.shift(); from !== undefined; from = queue.shift())
    for (const { to } of edges.filter((edge) => edge.from === from)) {
      if (columns.has(to)) continue;
      columns.set(to, (columns.get(from) ?? 0) + 1);
      queue.push(to);
    }
  for (const { name } of nodes) if (!columns.has(name)) columns.set(name, name === 'gateway' ? 1 : 2);
  return columns;
}

/** Places for the nodes of the dependency graph: clients on the left, and whom they reach to the right, column by column. */
export function placeNodes(graph: Dependencies): {
  readonly nodes: readonly PlacedNode[];
  readonly width: number;
  readonly height: number;
} {
  const columns = columnsOf(graph);
  const used = [...new Set(columns.values())].sort((a, b) => a - b);
  const rows = Map.groupBy(graph.nodes, ({ name }) => columns.get(name) ?? 0);
  const tallest = Math.max(1, ...[...rows.values()].map(({ length }) => length));
  const height = tallest * (nodeSize.height + gap.y) - gap.y;
  const nodes = [...rows].flatMap(([column, own]) => {
    const top = (height - own.length * (nodeSize.height + gap.y) + gap.y) / 2;
    return own.map(({ name, status }, row) => ({
      name,
      status,
      x: used.indexOf(column) * (nodeSize.width + gap.x),
      y: top + row * (nodeSize.height + gap.y),
    }));
  });
  return { nodes, width: used.length * (nodeSize.width + gap.x) - gap.x, height };
}
