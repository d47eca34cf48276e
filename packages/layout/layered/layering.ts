import type { EndRoom } from '../graph.ts';
import { type FlowGraph, groupsFrom, roomOf } from './flow-graph.ts';
import type { Ranks } from './ranks.ts';

/** What stands in a layer: a node, a bend or label of an edge that passes, the place where an edge leaves a group's frame, or nothing but its group. */
export interface Item {
  readonly kind: 'node' | 'bend' | 'label' | 'frame' | 'empty';
  /** The node; -1 for others. */
  readonly node: number;
  readonly layer: number;
  readonly group: number;
  /** From its middle to its sides, and along the flow, px; with what stands beside it. */
  readonly left: number;
  readonly right: number;
  readonly h: number;
}

/** A piece of an edge from one layer to the next. */
export interface Link {
  readonly edge: number;
  readonly upper: number;
  readonly lower: number;
}

export interface Layering {
  readonly items: readonly Item[];
  readonly layerCount: number;
  /** From each layer to the next. */
  readonly links: readonly (readonly Link[])[];
  /** The items of each edge, from the upper end to the lower one. */
  readonly chains: readonly (readonly number[])[];
  /** What is drawn at the upper and at the lower end of each edge that has such. */
  readonly ends: readonly ({ readonly upper: EndRoom; readonly lower: EndRoom } | undefined)[];
  /** The groups around each item, innermost first. */
  readonly inside: readonly (readonly number[])[];
  /** First and last layer of each group. */
  readonly spans: readonly { readonly first: number; readonly last: number }[];
}

/** Layers in which every edge goes from one to the next: those that span more have bends on the way, and each label is in a layer of its own. */
export function layersOf(graph: FlowGraph, ranks: Ranks): Layering {
  const { nodes, edges } = graph;
  const count = nodes.length;
  const rankOf = (end: number, upper: boolean) => {
    if (end < count) return ranks.nodes[end] ?? 0;
    const span = ranks.groups[end - count];
    return (upper ? span?.last : span?.first) ?? 0;
  };
  const oriented = edges.map(({ from, to }, e) => (ranks.reversed[e] ? { upper: to, lower: from } : { upper: from, lower: to }));
  const spanOf = (e: number) => {
    const { upper = 0, lower = 0 } = oriented[e] ?? {};
    return { first: rankOf(upper, true), last: rankOf(lower, false) };
  };
  const labelGaps = gapsForLabels(graph, spanOf);
  const withLabels = [...new Set(labelGaps.values())].sort((a, b) => a - b);
  const layerOfRank = (rank: number) => rank + withLabels.filter((gap) => gap < rank).length;
  const spans = ranks.groups.map(({ first, last }) => ({ first: layerOfRank(first), last: layerOfRank(last) }));
  const items: Item[] = nodes.map((its, node) => ({
    kind: 'node',
    node,
    layer: layerOfRank(ranks.nodes[node] ?? 0),
    group: its.group,
    ...roomOf(its),
  }));
  const layerCount = 1 + Math.max(0, ...items.map(({ layer }) => layer));
  const links: Link[][] = Array.from({ length: Math.max(0, layerCount - 1) }, () => []);
  const place = placeOfPassing(graph, spans);
  const chains = edges.map(({ label }, edge) => {
    const { upper = 0, lower = 0 } = oriented[edge] ?? {};
    const { first, last } = spanOf(edge);
    // Nothing of two groups that overlap along the flow can be joined by layers.
    if (first >= last) return [];
    const [from, to] = [layerOfRank(first), layerOfRank(last)];
    const gap = labelGaps.get(edge);
    const labelLayer = gap === undefined ? -1 : layerOfRank(gap) + 1;
    const groupOf = (end: number) => (end < count ? (nodes[end]?.group ?? -1) : end - count);
    const end = (which: number, layer: number) => {
      if (which < count) return which;
      items.push({ kind: 'frame', node: -1, layer, group: which - count, left: 6, right: 6, h: 0 });
      return items.length - 1;
    };
    const chain = [end(upper, from)];
    for (let layer = from + 1; layer < to; layer++) {
      const group = place(groupOf(upper), groupOf(lower), layer);
      const size = label && layer === labelLayer ? { kind: 'label' as const, left: label.w / 2, right: label.w / 2, h: label.h } : bend;
      items.push({ ...size, node: -1, layer, group });
      chain.push(items.length - 1);
    }
    chain.push(end(lower, to));
    for (const [i, item] of chain.entries()) {
      const next = chain[i + 1];
      if (next !== undefined) links[from + i]?.push({ edge, upper: item, lower: next });
    }
    return chain;
  });
  items.push(...fillers(graph, spans, items));
  const ends = edges.map(
    ({ ends }, e) => ends && (ranks.reversed[e] ? { upper: ends.to, lower: ends.from } : { upper: ends.from, lower: ends.to }),
  );
  return { items, layerCount, links, chains, ends, spans, inside: items.map(({ group }) => groupsFrom(group, graph.groups)) };
}

/** Something in every layer that a group spans, so that nothing else stands there. */
function fillers({ groups }: FlowGraph, spans: Layering['spans'], items: readonly Item[]): Item[] {
  const filled = groups.map(() => new Set<number>());
  const fill = (group: number, layer: number) => {
    for (const around of groupsFrom(group, groups)) filled[around]?.add(layer);
  };
  for (const { group, layer } of items) fill(group, layer);
  const found: Item[] = [];
  const depth = (group: number) => groupsFrom(group, groups).length;
  for (const group of [...groups.keys()].sort((a, b) => depth(b) - depth(a))) {
    const { first = 0, last = -1 } = spans[group] ?? {};
    for (let layer = first; layer <= last; layer++) {
      if (filled[group]?.has(layer)) continue;
      found.push({ kind: 'empty', node: -1, layer, group, left: 0, right: 0, h: 0 });
      fill(group, layer);
    }
  }
  return found;
}

const bend = { kind: 'bend', left: 0, right: 0, h: 0 } as const;

/** After which rank each edge's label comes: in the only gap that the edge spans, else in one that has labels already, else half way. */
function gapsForLabels(
  { edges }: FlowGraph,
  spanOf: (edge: number) => { readonly first: number; readonly last: number },
): Map<number, number> {
  const gaps = new Map<number, number>();
  const labelled = edges.flatMap(({ label }, e) => (label && spanOf(e).first < spanOf(e).last ? [e] : []));
  const byLength = labelled.toSorted((a, b) => spanOf(a).last - spanOf(a).first - (spanOf(b).last - spanOf(b).first));
  for (const e of byLength) {
    const { first, last } = spanOf(e);
    const middle = (first + last - 1) / 2;
    const known = [...new Set(gaps.values())].filter((gap) => gap >= first && gap < last);
    const nearest = known.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
    gaps.set(e, nearest ?? Math.floor(middle));
  }
  return gaps;
}

/** In which group an edge passes a layer: in those around its upper end as long as they last, then in those around its lower end as soon as they begin. */
function placeOfPassing({ groups }: FlowGraph, spans: Layering['spans']) {
  return (upper: number, lower: number, layer: number): number => {
    const [above, below] = [groupsFrom(upper, groups), groupsFrom(lower, groups)];
    const common = above.find((group) => below.includes(group)) ?? -1;
    for (const group of above) {
      if (group === common) break;
      if ((spans[group]?.last ?? 0) >= layer) return group;
    }
    for (const group of below) {
      if (group === common) break;
      if ((spans[group]?.first ?? 0) <= layer) return group;
    }
    return common;
  };
}
