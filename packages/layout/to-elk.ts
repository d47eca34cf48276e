import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { besideLabel, besides } from './beside.ts';
import { type LayoutStyle, layeredOptions } from './elk-options.ts';
import type { Direction, LayoutGraph } from './graph.ts';
import { contains } from './long-edges.ts';
import { ownDirection } from './own-direction.ts';

type Group = LayoutGraph['groups'][number];
type Edge = LayoutGraph['edges'][number];

/** No language gives such an id. */
export const rootId = '\u0000';

/** Space between a group's border and what is in it, and below its title, px. */
const groupPadding = 20;
const titleGap = 8;

/** The graph in ELK's JSON form (https://eclipse.dev/elk/documentation/tooldevelopers/graphdatastructure/jsonformat.html). */
export function toElk(graph: LayoutGraph, keepsOrder: boolean): ElkNode {
  const parents = new Map<string, string | undefined>([...graph.groups, ...graph.nodes].map(({ id, group }) => [id, group]));
  const style = { size: graph.nodes.length, keepsOrder };
  const children = new Map<string | undefined, ElkNode[]>();
  const add = (parent: string | undefined, node: ElkNode) => {
    const list = children.get(parent);
    if (list) list.push(node);
    else children.set(parent, [node]);
  };
  const groups = graph.groups.map((group) => {
    const own = ownDirection(group, graph);
    const node = groupNode(group, own ?? graph.direction, own !== undefined, style);
    add(group.group, node);
    return node;
  });
  const beside = besides(graph);
  const besideIds = new Set([...beside.values()].flat().map(({ id }) => id));
  for (const { id, w, h, group } of graph.nodes) {
    const labels = beside.get(id)?.map(besideLabel);
    if (!besideIds.has(id)) add(group, { id, width: w, height: h, ...(labels && { labels }) });
  }
  for (const [at, node] of groups.entries()) {
    const inside = children.get(node.id);
    if (inside) node.children = inside;
    else Object.assign(node, emptySize(graph.groups[at]));
  }
  return {
    id: rootId,
    layoutOptions: { ...layeredOptions(graph.direction, style), 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' },
    children: children.get(undefined) ?? [],
    edges: graph.edges
      .filter(({ from, to }) => !contains(parents, from, to) && !contains(parents, to, from) && !besideIds.has(from) && !besideIds.has(to))
      .map(elkEdge),
  };
}

function groupNode(group: Group, direction: Direction, separate: boolean, style: LayoutStyle): ElkNode {
  const title = group.label.h > 0 ? group.label.h + titleGap : 0;
  return {
    id: group.id,
    layoutOptions: {
      ...layeredOptions(direction, style),
      ...(separate && { 'elk.hierarchyHandling': 'SEPARATE_CHILDREN' }),
      'elk.padding': `[top=${groupPadding + title},left=${groupPadding},bottom=${groupPadding},right=${groupPadding}]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${group.label.w + 2 * groupPadding},${title + 2 * groupPadding})`,
    },
  };
}

function emptySize(group: Group | undefined): Pick<ElkNode, 'width' | 'height'> {
  return { width: Math.max(100, (group?.label.w ?? 0) + 2 * groupPadding), height: 64 };
}

function elkEdge({ id, from, to, label }: Edge): ElkExtendedEdge {
  if (!label) return { id, sources: [from], targets: [to] };
  const layoutOptions = { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' };
  // ELK ignores labels without a text.
  return { id, sources: [from], targets: [to], labels: [{ text: id, width: label.w, height: label.h, layoutOptions }] };
}
