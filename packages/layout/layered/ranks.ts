import type { FlowGraph } from './flow-graph.ts';
import { type Distance, leastCostPlaces } from './network-simplex.ts';

export interface Ranks {
  /** By node, from 0. */
  readonly nodes: readonly number[];
  /** The first and last rank of what is in each group. */
  readonly groups: readonly { readonly first: number; readonly last: number }[];
  /** By edge: whether it leads back, against the flow. */
  readonly reversed: readonly boolean[];
}

/** Nodes of one rank in a group that nothing connects, at most: more begin another rank. */
const looseAcross = 3;

/** Ranks in which as few edges as possible lead back, those written last, and edges are as short as can be. */
export function ranksOf(graph: FlowGraph): Ranks {
  const { nodes, groups, edges } = graph;
  const count = nodes.length;
  // Each group has a vertex before and one after all that is in it.
  const before = (group: number) => count + 2 * group;
  const after = (group: number) => count + 2 * group + 1;
  const vertices = count + 2 * groups.length;
  const distances: Distance[] = [];
  for (const [v, { group }] of nodes.entries()) {
    if (group >= 0) distances.push({ from: before(group), to: v, least: 0, weight: 0 }, { from: v, to: after(group), least: 0, weight: 0 });
  }
  for (const [g, { parent }] of groups.entries()) {
    distances.push({ from: before(g), to: after(g), least: 0, weight: 1 });
    if (parent < 0) continue;
    distances.push(
      { from: before(parent), to: before(g), least: 0, weight: 0 },
      { from: after(g), to: after(parent), least: 0, weight: 0 },
    );
  }
  distances.push(...rowsOfLoose(graph));
  const way = new Ways(vertices, distances);
  const reversed = edges.map(({ from, to, length, label }) => {
    const isGroup = (end: number) => end >= count;
    const [out, into] = [isGroup(from) ? after(from - count) : from, isGroup(to) ? before(to - count) : to];
    const back = way.leads(into, out);
    const [tail, head] = back ? [isGroup(to) ? after(to - count) : to, isGroup(from) ? before(from - count) : from] : [out, into];
    // An edge of a group that leads back can be in the way of itself.
    if (back && way.leads(head, tail)) return back;
    way.add(tail, head);
    distances.push({ from: tail, to: head, least: length, weight: label ? 3 : 2 });
    return back;
  });
  const places = leastCostPlaces(vertices, distances);
  const ranks = nodes.map((_, v) => Math.round(places[v] ?? 0));
  const lowest = Math.min(...ranks);
  const found = ranks.map((rank) => rank - lowest);
  const spans = groups.map(() => ({ first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY }));
  for (const [v, { group }] of nodes.entries()) {
    const rank = found[v] ?? 0;
    for (let g = group; g >= 0; g = groups[g]?.parent ?? -1) {
      const span = spans[g];
      if (span) spans[g] = { first: Math.min(span.first, rank), last: Math.max(span.last, rank) };
    }
  }
  return { nodes: found, groups: spans, reversed };
}

/** Members of a group that nothing is linked to stand in rows. */
function rowsOfLoose({ nodes, groups, edges }: FlowGraph): Distance[] {
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return groups.flatMap((_, group) => {
    const loose = nodes.flatMap((node, v) => (node.group === group && !linked.has(v) ? [v] : []));
    const across = Math.max(looseAcross, Math.ceil(Math.sqrt(loose.length)));
    return loose.slice(across).map((to, i): Distance => ({ from: loose[i] ?? to, to, least: 1, weight: 1 }));
  });
}

/** Which vertices lead to which. */
export class Ways {
  readonly #next: number[][];
  readonly #seen: Int32Array;
  #round = 0;

  constructor(count: number, distances: readonly Distance[]) {
    this.#next = Array.from({ length: count }, () => []);
    this.#seen = new Int32Array(count);
    for (const { from, to } of distances) this.add(from, to);
  }

  add(from: number, to: number): void {
    this.#next[from]?.push(to);
  }

  leads(from: number, to: number): boolean {
    this.#round++;
    const open = [from];
    for (let v = open.pop(); v !== undefined; v = open.pop()) {
      if (v === to) return true;
      for (const next of this.#next[v] ?? []) {
        if (this.#seen[next] === this.#round) continue;
        this.#seen[next] = this.#round;
        open.push(next);
      }
    }
    return false;
  }
}
