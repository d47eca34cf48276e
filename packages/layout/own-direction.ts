import type { Direction, LayoutGraph } from './graph.ts';

/** A group's own direction counts only when nothing connects its inside with the outside; otherwise all must be placed at once. */
export function ownDirection(group: LayoutGraph['groups'][number], graph: LayoutGraph): Direction | undefined {
  if (!group.direction || group.direction === graph.direction) return undefined;
  const parents = new Map([...graph.nodes, ...graph.groups].map((item) => [item.id, item.group]));
  const isFree = graph.edges.every(({ from, to }) => contains(parents, group.id, from) === contains(parents, group.id, to));
  return isFree ? group.direction : undefined;
}

/** Whether `outer` is a group around `inner`. */
export function contains(parents: ReadonlyMap<string, string | undefined>, outer: string, inner: string): boolean {
  for (let at = parents.get(inner); at !== undefined; at = parents.get(at)) if (at === outer) return true;
  return false;
}
