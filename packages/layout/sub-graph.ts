import type { Direction, LayoutGraph } from './graph.ts';

/** What is in a group, as a graph of its own; edges that lead out of it, or to the group itself, are left out. */
export function graphWithin(graph: LayoutGraph, group: string, direction: Direction): LayoutGraph {
  const own = idsWithin(graph, group);
  const inner = <T extends { readonly id: string; readonly group?: string }>(items: readonly T[]) =>
    items.filter(({ id }) => own.has(id)).map((item) => ({ ...item, group: item.group === group ? undefined : item.group }));
  return {
    direction,
    nodes: inner(graph.nodes),
    groups: inner(graph.groups),
    edges: graph.edges.filter(({ from, to }) => own.has(from) && own.has(to)),
  };
}

/** All nodes and groups in a group. */
export function idsWithin(graph: LayoutGraph, group: string): ReadonlySet<string> {
  const found = new Set<string>();
  const members = new Map<string, string[]>();
  for (const { id, group: parent } of [...graph.groups, ...graph.nodes])
    if (parent !== undefined) members.set(parent, [...(members.get(parent) ?? []), id]);
  const open = [...(members.get(group) ?? [])];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(members.get(id) ?? []));
  }
  return found;
}
