import { type FlowGraph, groupsFrom } from './flow-graph.ts';
import type { Ranks } from './ranks.ts';

/** The ranks with lanes that span as many of them as all lanes beside them, or as the lane that they are in. */
export function withLanes(graph: FlowGraph, ranks: Ranks): Ranks {
  const { groups } = graph;
  if (!groups.some(({ lane }) => lane)) return ranks;
  const spans = [...ranks.groups];
  const depth = (group: number) => groupsFrom(group, groups).length;
  for (const group of [...groups.keys()].sort((a, b) => depth(a) - depth(b))) {
    const { lane, parent = -1 } = groups[group] ?? {};
    if (!lane) continue;
    const beside = groups.flatMap((other, at) => (other.lane && other.parent === parent ? (ranks.groups[at] ?? []) : []));
    const around = groups[parent]?.lane ? spans[parent] : undefined;
    spans[group] = around ?? {
      first: Math.min(...beside.map(({ first }) => first)),
      last: Math.max(...beside.map(({ last }) => last)),
    };
  }
  return { ...ranks, groups: spans };
}
