import type { LayoutGraph } from '@autograph/layout';

/**
 * What each new id was called before, when two graphs differ in names and sizes only; undefined when they differ in more.
 * Graphs list their parts in the order of the text, so a part that was renamed there keeps its turn.
 */
export function renamed(before: LayoutGraph, after: LayoutGraph): ReadonlyMap<string, string> | undefined {
  const was = new Map<string, string>();
  const called = new Map<string, string>();
  const isSame = (now: string | undefined, then: string | undefined): boolean => {
    if (now === undefined || then === undefined) return now === then;
    if (!was.has(now) && !called.has(then)) {
      was.set(now, then);
      called.set(then, now);
    }
    return was.get(now) === then;
  };
  const alike =
    before.direction === after.direction &&
    sameLength(before.nodes, after.nodes) &&
    sameLength(before.groups, after.groups) &&
    sameLength(before.edges, after.edges) &&
    after.nodes.every(({ id, group }, i) => isSame(id, before.nodes[i]?.id) && isSame(group, before.nodes[i]?.group)) &&
    after.groups.every(
      ({ id, group, direction }, i) =>
        isSame(id, before.groups[i]?.id) && isSame(group, before.groups[i]?.group) && direction === before.groups[i]?.direction,
    ) &&
    after.edges.every((edge, i) => {
      const then = before.edges[i];
      return (
        isSame(edge.id, then?.id) &&
        isSame(edge.from, then?.from) &&
        isSame(edge.to, then?.to) &&
        edge.length === then?.length &&
        edge.label?.w === then?.label?.w &&
        edge.label?.h === then?.label?.h
      );
    });
  return alike ? new Map([...was].filter(([now, then]) => now !== then)) : undefined;
}

function sameLength(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length;
}
