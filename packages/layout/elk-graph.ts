import type { Box, Vec } from '@autograph/geometry';
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { Direction, LayoutGraph, LayoutResult } from './graph.ts';

const directions: Readonly<Record<Direction, string>> = { TB: 'DOWN', BT: 'UP', LR: 'RIGHT', RL: 'LEFT' };

/** https://eclipse.dev/elk/reference/options.html */
const options: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.randomSeed': '1',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.componentComponent': '40',
  'elk.layered.spacing.nodeNodeBetweenLayers': '48',
  'elk.layered.spacing.edgeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'GREEDY_MODEL_ORDER',
  'elk.layered.edgeLabels.sideSelection': 'ALWAYS_UP',
  'elk.layered.mergeEdges': 'false',
  'elk.layered.thoroughness': '7',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
};

/** Space between a group's border and what is in it, px. */
const groupPadding = 20;

type Group = LayoutGraph['groups'][number];
type Edge = LayoutGraph['edges'][number];

/** The graph in ELK's JSON form (https://eclipse.dev/elk/documentation/tooldevelopers/graphdatastructure/jsonformat.html). */
export function toElk(graph: LayoutGraph): ElkNode {
  const children = new Map<string | undefined, ElkNode[]>();
  const add = (parent: string | undefined, node: ElkNode) => {
    const list = children.get(parent);
    if (list) list.push(node);
    else children.set(parent, [node]);
  };
  const separate = new Set(graph.groups.filter((group) => hasOwnDirection(group, graph)).map((group) => group.id));
  const elkGroups = new Map(graph.groups.map((group) => [group.id, groupNode(group, separate.has(group.id))]));
  for (const group of graph.groups) {
    const node = elkGroups.get(group.id);
    if (node) add(group.group, node);
  }
  for (const { id, w, h, group } of graph.nodes) add(group, { id, width: w, height: h });
  for (const [id, node] of elkGroups) {
    const inside = children.get(id) ?? [];
    if (inside.length > 0) node.children = inside;
    else Object.assign(node, { width: Math.max(80, widthOf(graph, id)), height: 60 });
  }
  return {
    id: '',
    layoutOptions: { ...options, 'elk.direction': directions[graph.direction], 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' },
    children: children.get(undefined) ?? [],
    edges: graph.edges.map(elkEdge),
  };
}

function widthOf(graph: LayoutGraph, id: string): number {
  return (graph.groups.find((group) => group.id === id)?.label.w ?? 0) + 2 * groupPadding;
}

/** A group lays itself out apart only when nothing connects its inside with the outside; otherwise all must be placed at once. */
function hasOwnDirection(group: Group, graph: LayoutGraph): boolean {
  if (!group.direction || group.direction === graph.direction) return false;
  const parents = new Map<string, string | undefined>([...graph.groups, ...graph.nodes].map((item) => [item.id, item.group]));
  const isInside = (id: string) => {
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) if (at === group.id) return true;
    return false;
  };
  return graph.edges.every((edge) => isInside(edge.from) === isInside(edge.to));
}

function groupNode(group: Group, separate: boolean): ElkNode {
  const title = group.label.h > 0 ? group.label.h + 10 : 0;
  const padding = `[top=${groupPadding + title},left=${groupPadding},bottom=${groupPadding},right=${groupPadding}]`;
  return {
    id: group.id,
    layoutOptions: {
      ...(separate
        ? { ...options, 'elk.direction': directions[group.direction ?? 'TB'], 'elk.hierarchyHandling': 'SEPARATE_CHILDREN' }
        : {}),
      'elk.padding': padding,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${group.label.w + 2 * groupPadding},${title + 2 * groupPadding})`,
    },
  };
}

function elkEdge({ id, from, to, label, length = 1 }: Edge): ElkExtendedEdge {
  return {
    id,
    sources: [from],
    targets: [to],
    ...(label && {
      labels: [
        {
          text: '',
          width: label.w,
          height: label.h,
          layoutOptions: { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' },
        },
      ],
    }),
    ...(length > 1 && { layoutOptions: { 'elk.layered.priority.straightness': '0' } }),
  };
}

/** Absolute boxes and routes out of ELK's answer, in which everything is relative to its container. */
export function fromElk(graph: LayoutGraph, root: ElkNode): LayoutResult {
  const boxes = new Map<string, Box>();
  const edges = new Map<string, Vec[]>();
  const origins = new Map<string, Vec>([[root.id, { x: 0, y: 0 }]]);
  const visit = (node: ElkNode, origin: Vec) => {
    for (const child of node.children ?? []) {
      const at = { x: origin.x + (child.x ?? 0), y: origin.y + (child.y ?? 0) };
      boxes.set(child.id, { ...at, w: child.width ?? 0, h: child.height ?? 0 });
      origins.set(child.id, at);
      visit(child, at);
    }
  };
  visit(root, { x: 0, y: 0 });
  for (const edge of root.edges ?? []) {
    const origin = origins.get(edge.container ?? root.id) ?? { x: 0, y: 0 };
    const points = (edge.sections ?? []).flatMap((section) => [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]);
    edges.set(
      edge.id,
      points.map(({ x, y }) => ({ x: origin.x + x, y: origin.y + y })),
    );
  }
  const pick = (ids: readonly { readonly id: string }[]) =>
    new Map(ids.flatMap(({ id }) => (boxes.has(id) ? [[id, boxes.get(id) ?? { x: 0, y: 0, w: 0, h: 0 }] as const] : [])));
  return { nodes: pick(graph.nodes), groups: pick(graph.groups), edges };
}
