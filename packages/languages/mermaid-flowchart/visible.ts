import type { FlowEdge, FlowGroup, FlowModel, FlowNode } from './model.ts';

/** What of a flowchart is drawn: collapsed subgraphs have become nodes, and edges of what they hide end at them. */
export interface VisibleChart {
  readonly nodes: readonly (FlowNode & { readonly parent?: string })[];
  /** Outer ones first. */
  readonly groups: readonly FlowGroup[];
  readonly edges: readonly FlowEdge[];
}

const known = new WeakMap<FlowModel, VisibleChart>();

export function visibleChart(model: FlowModel): VisibleChart {
  const chart = known.get(model) ?? build(model);
  known.set(model, chart);
  return chart;
}

function build(model: FlowModel): VisibleChart {
  const parents = new Map<string, string>();
  for (const group of model.groups.values()) for (const member of group.members) parents.set(member, group.id);
  const ancestors = (id: string): string[] => {
    const found: string[] = [];
    for (let at = parents.get(id); at !== undefined && !found.includes(at); at = parents.get(at)) found.push(at);
    return found;
  };
  const stand = (id: string) => [id, ...ancestors(id)].findLast((one) => model.groups.get(one)?.collapsed) ?? id;
  const isShown = (id: string) => stand(id) === id;
  const groups = [...model.groups.values()].filter(({ id, collapsed }) => isShown(id) && !collapsed);
  const parentOf = (id: string) => (parents.has(id) ? { parent: parents.get(id) } : {});
  const folded = [...model.groups.values()].filter(({ id, collapsed }) => isShown(id) && collapsed);
  return {
    nodes: [
      ...[...model.nodes.values()].filter(({ id }) => isShown(id)).map((node) => ({ ...node, ...parentOf(node.id) })),
      ...folded.map((group) => ({ ...foldedNode(group), ...parentOf(group.id) })),
    ],
    groups: groups.toSorted((a, b) => ancestors(a.id).length - ancestors(b.id).length),
    edges: model.edges.flatMap((edge) => {
      const [from, to] = [stand(edge.from), stand(edge.to)];
      if (from === to && edge.from !== edge.to) return [];
      return from === edge.from && to === edge.to ? [edge] : [{ ...edge, from, to }];
    }),
  };
}

function foldedNode({ id, title, titleType, classes, styles }: FlowGroup): FlowNode {
  return { id, text: title, textType: titleType, shape: 'st-rect', classes, styles, mentions: [] };
}
