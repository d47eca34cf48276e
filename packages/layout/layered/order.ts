import { type FlowGroup, groupsFrom } from './flow-graph.ts';
import type { Layering } from './layering.ts';

/** The items of each layer, from left to right. What is in one group stands together, and groups stand in one order in all layers. */
export type Order = readonly (readonly number[])[];

/** What is needed to order layers, as plain arrays. */
export interface Ordering {
  readonly layering: Layering;
  readonly groups: readonly FlowGroup[];
  /** What is in each layer. */
  readonly layers: readonly Nest[];
  /** The links below each layer: upper and lower item in turn. */
  readonly links: readonly Int32Array[];
  /** Neighbours of each item in the layer above, and in the one below. */
  readonly above: readonly Int32Array[];
  readonly below: readonly Int32Array[];
  /** Groups around each group, outermost first, itself last. */
  readonly paths: readonly (readonly number[])[];
  /** What of each group is in each of its layers. */
  readonly members: readonly (readonly Int32Array[])[];
  /** Groups in each other directly, in the order of the graph. */
  readonly siblings: readonly (readonly number[])[];
}

export function orderingOf(layering: Layering, groups: readonly FlowGroup[]): Ordering {
  const above: number[][] = layering.items.map(() => []);
  const below: number[][] = layering.items.map(() => []);
  for (const { upper, lower } of layering.links.flat()) {
    below[upper]?.push(lower);
    above[lower]?.push(upper);
  }
  const layers: number[][] = Array.from({ length: layering.layerCount }, () => []);
  const members = layering.spans.map(({ first, last }) => Array.from({ length: Math.max(0, last - first + 1) }, (): number[] => []));
  for (const [item, { layer }] of layering.items.entries()) {
    layers[layer]?.push(item);
    for (const group of layering.inside[item] ?? []) members[group]?.[layer - (layering.spans[group]?.first ?? 0)]?.push(item);
  }
  const siblings = new Map<number, number[]>();
  for (const [group, { parent }] of groups.entries()) siblings.set(parent, [...(siblings.get(parent) ?? []), group]);
  const packed = (lists: readonly (readonly number[])[]) => lists.map((list) => Int32Array.from(list));
  const paths = groups.map((_, group) => groupsFrom(group, groups).reverse());
  return {
    layering,
    groups,
    layers: layers.map((items) => nestOf(-1, items, 0, paths, layering)),
    links: layering.links.map((links) => Int32Array.from(links.flatMap(({ upper, lower }) => [upper, lower]))),
    above: packed(above),
    below: packed(below),
    paths,
    members: members.map(packed),
    siblings: [...siblings.values()],
  };
}

/** What of a layer is in a group, or in none: the groups in it apart. */
export interface Nest {
  readonly group: number;
  /** All of it. */
  readonly items: readonly number[];
  readonly loose: readonly number[];
  readonly nests: readonly Nest[];
}

function nestOf(group: number, items: readonly number[], depth: number, paths: Ordering['paths'], layering: Layering): Nest {
  const inner = new Map<number, number[]>();
  const loose: number[] = [];
  for (const item of items) {
    const next = paths[layering.items[item]?.group ?? -1]?.[depth];
    if (next === undefined) loose.push(item);
    else inner.set(next, [...(inner.get(next) ?? []), item]);
  }
  return { group, items, loose, nests: [...inner].map(([next, members]) => nestOf(next, members, depth + 1, paths, layering)) };
}

/** By what the items of a layer are arranged. */
export interface Keys {
  readonly value: Float64Array;
  /** Where items stand now: those of one value keep their order. */
  readonly position: Int32Array;
  /** Sibling groups are in the order of these. */
  readonly groupRank: Float64Array;
}

/** The items of a nest in the order of their values, members of a group together. */
export function arranged({ loose, nests }: Nest, keys: Keys): number[] {
  const merged: number[] = [];
  arrangeInto(merged, loose, nests, keys);
  return merged;
}

function arrangeInto(merged: number[], items: readonly number[], nests: readonly Nest[], keys: Keys): void {
  const { value, position, groupRank } = keys;
  const loose =
    items.length > 1 ? items.toSorted((a, b) => (value[a] ?? 0) - (value[b] ?? 0) || (position[a] ?? 0) - (position[b] ?? 0)) : items;
  let next = 0;
  if (nests.length > 0) {
    const ordered =
      nests.length > 1 ? nests.toSorted((a, b) => (groupRank[a.group] ?? 0) - (groupRank[b.group] ?? 0) || a.group - b.group) : nests;
    const values =
      nests.length > 1
        ? rising(ordered.map((nest) => ({ value: mean(nest.items, value), weight: nest.items.length })))
        : [mean(nests[0]?.items ?? [], value)];
    for (const [i, nest] of ordered.entries()) {
      for (let item = loose[next]; item !== undefined && (value[item] ?? 0) <= (values[i] ?? 0); item = loose[++next]) merged.push(item);
      arrangeInto(merged, nest.loose, nest.nests, keys);
    }
  }
  for (; next < loose.length; next++) merged.push(loose[next] ?? 0);
}

function mean(items: readonly number[], value: Float64Array): number {
  let sum = 0;
  for (const item of items) sum += value[item] ?? 0;
  return sum / Math.max(1, items.length);
}

/** The nearest values that never fall (pool adjacent violators). */
function rising(wanted: readonly { readonly value: number; readonly weight: number }[]): number[] {
  const pools: { value: number; weight: number; count: number }[] = [];
  for (const { value, weight } of wanted) {
    pools.push({ value, weight, count: 1 });
    for (let last = pools.at(-1), before = pools.at(-2); last && before && before.value > last.value; ) {
      pools.pop();
      before.value = (before.value * before.weight + last.value * last.weight) / (before.weight + last.weight);
      before.weight += last.weight;
      before.count += last.count;
      [last, before] = [pools.at(-1), pools.at(-2)];
    }
  }
  return pools.flatMap(({ value, count }) => Array.from({ length: count }, () => value));
}
