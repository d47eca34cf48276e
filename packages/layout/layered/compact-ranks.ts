import { type FlowGraph, groupsFrom } from './flow-graph.ts';
import { type Distance, leastCostPlaces } from './network-simplex.ts';
import { type Ranks, Ways } from './ranks.ts';

/** A node, or a group as a whole, among those that are in the same group. Nodes are numbered as in the graph, groups after them. */
type Unit = number;

/** Ranks in which groups are as short as what is in them needs, and nothing that leads out of one ends beside it: between groups edges may lead back. */
export function compactRanks(graph: FlowGraph): Ranks {
  const { nodes, groups, edges } = graph;
  const count = nodes.length;
  const parentOf = (unit: Unit) => (unit < count ? (nodes[unit]?.group ?? -1) : (groups[unit - count]?.parent ?? -1));
  const chainOf = (unit: Unit) => [unit, ...groupsFrom(parentOf(unit), groups).map((group) => group + count)];
  /** Ranks of each unit within what it is in, and how many ranks each group has. */
  const local = new Int32Array(count + groups.length);
  const height = new Int32Array(count + groups.length).fill(1);
  const reversed = edges.map(() => false);
  const units = new Map<number, Unit[]>();
  for (let unit = 0; unit < count + groups.length; unit++) {
    const parent = parentOf(unit);
    units.set(parent, [...(units.get(parent) ?? []), unit]);
  }
  const levels = edges.map(({ from, to }) => meeting(chainOf(from), chainOf(to)));
  const depth = (group: number) => groupsFrom(group, groups).length;
  const innermost = [...groups.keys()].sort((a, b) => depth(b) - depth(a));
  for (const container of [...innermost, -1]) {
    const inside = units.get(container) ?? [];
    const at = new Map(inside.map((unit, i) => [unit, i]));
    const distances: Distance[] = [];
    const ways = new Ways(inside.length, []);
    for (const [edge, { length, label }] of edges.entries()) {
      const level = levels[edge];
      if (!level || parentOf(level.from) !== container || level.from === level.to) continue;
      const [a = 0, b = 0] = [at.get(level.from), at.get(level.to)];
      const back = ways.leads(b, a);
      reversed[edge] = back;
      const [i, j] = back ? [b, a] : [a, b];
      ways.add(i, j);
      distances.push({ from: i, to: j, least: length + (height[back ? level.to : level.from] ?? 1) - 1, weight: label ? 3 : 2 });
    }
    distances.push(...rowsOf(inside, distances, container < 0));
    const places = leastCostPlaces(inside.length, distances);
    const lowest = Math.min(...places);
    let most = 0;
    for (const [i, unit] of inside.entries()) {
      local[unit] = Math.round((places[i] ?? 0) - lowest);
      most = Math.max(most, (local[unit] ?? 0) + (height[unit] ?? 1));
    }
    if (container >= 0) height[container + count] = most;
  }
  const absolute = (unit: Unit) => chainOf(unit).reduce((sum, at) => sum + (local[at] ?? 0), 0);
  return {
    nodes: nodes.map((_, node) => absolute(node)),
    groups: groups.map((_, group) => {
      const first = absolute(group + count);
      return { first, last: first + (height[group + count] ?? 1) - 1 };
    }),
    reversed,
  };
}

/** The two units, of one group, that two chains of units end in. */
function meeting(a: readonly Unit[], b: readonly Unit[]): { readonly from: Unit; readonly to: Unit } | undefined {
  for (const [i, from] of a.entries()) {
    const outer = a[i + 1];
    const j = outer === undefined ? b.length - 1 : b.indexOf(outer) - 1;
    const to = b[j];
    if (j >= 0 && to !== undefined) return { from, to };
  }
  return undefined;
}

/** Units that nothing is linked to stand in rows. */
function rowsOf(units: readonly Unit[], distances: readonly Distance[], root: boolean): Distance[] {
  if (root) return [];
  const linked = new Set(distances.flatMap(({ from, to }) => [from, to]));
  const loose = [...units.keys()].filter((i) => !linked.has(i));
  const across = Math.max(3, Math.ceil(Math.sqrt(loose.length)));
  return loose.slice(across).map((to, i) => ({ from: loose[i] ?? to, to, least: 1, weight: 1 }));
}
