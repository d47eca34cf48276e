import type { Box } from '@autograph/geometry';
import { axesOf } from '../axes.ts';
import { besides, withTies } from '../beside.ts';
import { emptyFrame, frameAround } from '../frame.ts';
import type { Direction, LayoutGraph, LayoutResult } from '../graph.ts';
import { withMissingRoutes } from '../missing-routes.ts';
import { ownDirection } from '../own-direction.ts';
import { graphWithin, idsWithin } from '../sub-graph.ts';
import { type FlowLayout, layOutComponent } from './component.ts';
import { flowGraph } from './flow-graph.ts';
import { extentOf, packed, translated } from './pack.ts';

/** A layered layout with orthogonal routes, labels on their edges, and groups as frames, from (0, 0) on. The same graph gives the same layout. */
export function layOutLayered(graph: LayoutGraph): LayoutResult {
  const found = withTies(graph, layOut(graph));
  const routed = withMissingRoutes(graph, found);
  const { x = 0, y = 0 } = extentOf(routed) ?? {};
  return translated(routed, -x, -y);
}

function layOut(graph: LayoutGraph): FlowLayout {
  const { whole, apart } = setApart(graph);
  const sideways = graph.direction === 'LR' || graph.direction === 'RL';
  const parts = componentsOf(whole).map((part) => layOutComponent(flowGraph(part)));
  const placed = turned(packed(parts, sideways), graph.direction);
  const nodes = new Map(placed.nodes);
  const groups = new Map(placed.groups);
  const edges = new Map(placed.edges);
  const labels = new Map(placed.labels);
  for (const [id, { inside, corner }] of apart) {
    const frame = nodes.get(id);
    if (!frame) continue;
    nodes.delete(id);
    groups.set(id, frame);
    const at = translated(inside, frame.x + corner.x, frame.y + corner.y);
    for (const [name, box] of at.nodes) nodes.set(name, box);
    for (const [name, box] of at.groups) groups.set(name, box);
    for (const [name, route] of at.edges) edges.set(name, route);
    for (const [name, label] of at.labels) labels.set(name, label);
  }
  return { nodes, groups, edges, labels };
}

interface Apart {
  readonly inside: FlowLayout;
  /** Where what is inside begins, from the frame's corner. */
  readonly corner: { readonly x: number; readonly y: number };
}

const nothing: FlowLayout = { nodes: new Map(), groups: new Map(), edges: new Map(), labels: new Map() };

/** The graph with nodes in the place of groups that are empty, or have a direction of their own and are laid out by it first. */
function setApart(graph: LayoutGraph): { readonly whole: LayoutGraph; readonly apart: ReadonlyMap<string, Apart> } {
  const apart = new Map<string, Apart>();
  const sizes = new Map<string, { readonly w: number; readonly h: number }>();
  const gone = new Set<string>();
  for (const group of outermostFirst(graph)) {
    if (gone.has(group.id)) continue;
    const inner = idsWithin(graph, group.id);
    const direction = ownDirection(group, graph);
    if (inner.size > 0 && !direction) continue;
    for (const id of inner) gone.add(id);
    const inside = inner.size > 0 ? layOut(graphWithin(graph, group.id, direction ?? graph.direction)) : nothing;
    const extent = extentOf(inside);
    const frame = extent && frameAround(group, extent);
    apart.set(group.id, { inside, corner: { x: -(frame?.x ?? 0), y: -(frame?.y ?? 0) } });
    sizes.set(group.id, frame ?? emptyFrame(group));
  }
  const nodes = [
    ...graph.nodes.filter(({ id }) => !gone.has(id)),
    ...graph.groups.flatMap(({ id, group }) => {
      const size = sizes.get(id);
      return size ? [{ id, w: size.w, h: size.h, ...(group !== undefined && { group }) }] : [];
    }),
  ];
  const whole = {
    direction: graph.direction,
    nodes,
    groups: graph.groups.filter(({ id }) => !gone.has(id) && !apart.has(id)),
    edges: graph.edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
  };
  return { whole, apart };
}

function outermostFirst({ groups }: LayoutGraph): LayoutGraph['groups'] {
  const parents = new Map(groups.map(({ id, group }) => [id, group]));
  const depth = (id: string | undefined): number => (id === undefined ? 0 : 1 + depth(parents.get(id)));
  return groups.toSorted((a, b) => depth(a.id) - depth(b.id));
}

/** The parts of a graph that neither edges nor groups connect, in its order. */
function componentsOf(graph: LayoutGraph): LayoutGraph[] {
  const root = new Map<string, string>();
  const find = (id: string): string => {
    let at = id;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) at = up;
    return at;
  };
  const join = (a: string, b: string) => root.set(find(a), find(b));
  for (const { id, group } of [...graph.groups, ...graph.nodes]) if (group !== undefined) join(id, group);
  for (const { from, to } of graph.edges) join(from, to);
  const lanes = graph.groups.filter(({ lane }) => lane);
  for (const { id, group } of lanes) join(id, lanes.find((other) => other.group === group)?.id ?? id);
  for (const [of, notes] of besides(graph)) for (const { id } of notes) join(of, id);
  const parts = new Map<
    string,
    { nodes: LayoutGraph['nodes'][number][]; groups: LayoutGraph['groups'][number][]; edges: LayoutGraph['edges'][number][] }
  >();
  const partOf = (id: string) => {
    const key = find(id);
    const known = parts.get(key) ?? { nodes: [], groups: [], edges: [] };
    parts.set(key, known);
    return known;
  };
  for (const node of graph.nodes) partOf(node.id).nodes.push(node);
  for (const group of graph.groups) partOf(group.id).groups.push(group);
  for (const edge of graph.edges) partOf(edge.from).edges.push(edge);
  return [...parts.values()].map((part) => ({ direction: graph.direction, ...part }));
}

/** A layout in flow coordinates as it is seen. */
function turned({ nodes, groups, edges, labels }: FlowLayout, direction: Direction): FlowLayout {
  const { fromFlow } = axesOf(direction);
  const boxes = (items: ReadonlyMap<string, Box>) => new Map([...items].map(([id, box]) => [id, fromFlow(box)]));
  const point = ({ x, y }: { readonly x: number; readonly y: number }) => {
    const at = fromFlow({ x, y, w: 0, h: 0 });
    return { x: at.x, y: at.y };
  };
  return {
    nodes: boxes(nodes),
    groups: boxes(groups),
    edges: new Map([...edges].map(([id, route]) => [id, route.map(point)])),
    labels: new Map([...labels].map(([id, at]) => [id, point(at)])),
  };
}
