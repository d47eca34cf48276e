import { type FlowGroup, groupsFrom } from './flow-graph.ts';
import type { Layering } from './layering.ts';

/** The items of each layer, from left to right. What is in one group stands together, and groups stand in one order in all layers. */
export type Order = readonly (readonly number[])[];

/** What is needed to order layers, as plain arrays. */
export interface Ordering {
  readonly layering: Layering;
  readonly groups: readonly FlowGroup[];
  /** The innermost group of each item; -1 for none. */
  readonly groupOf: Int32Array;
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
  /** What of the groups that go on below a layer is in it, and in the next. */
  readonly passing: readonly (readonly { readonly here: Int32Array; readonly next: Int32Array }[])[];
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
  const ofGroups = members.map(packed);
  return {
    layering,
    groups,
    groupOf: Int32Array.from(layering.items, ({ group }) => group),
    layers: layers.map((items) => nestOf(-1, items, 0, paths, layering)),
    links: layering.links.map((links) => Int32Array.from(links.flatMap(({ upper, lower }) => [upper, lower]))),
    above: packed(above),
    below: packed(below),
    paths,
    members: ofGroups,
    passing: layers.map((_, layer) =>
      layering.spans.flatMap(({ first, last }, group) => {
        const [here, next] = [ofGroups[group]?.[layer - first], ofGroups[group]?.[layer + 1 - first]];
        return layer >= first && layer < last && here?.length && next?.length ? [{ here, next }] : [];
      }),
    ),
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

function arrangeInto(merged: number[], items: readonly number[], nests: readonly Nest[], { value, position, groupRank }: Keys): void {
  const loose = sorted(items, (a, b) => (value[a] ?? 0) - (value[b] ?? 0) || (position[a] ?? 0) - (position[b] ?? 0));
  let next = 0;
  if (nests.length > 0) {
    const ordered = sorted(nests, (a, b) => (groupRank[a.group] ?? 0) - (groupRank[b.group] ?? 0) || a.group - b.group);
    const values = rising(ordered, value);
    for (const [i, nest] of ordered.entries()) {
      const middle = values[i] ?? 0;
      for (let item = loose[next]; item !== undefined && (value[item] ?? 0) <= middle; item = loose[++next]) merged.push(item);
      arrangeInto(merged, nest.loose, nest.nests, { value, position, groupRank });
    }
  }
  for (; next < loose.length; next++) merged.push(loose[next] ?? 0);
}

/** Few things are sorted sooner by inserting each. */
const few = 24;

function sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  if (items.length < 2) return items;
  if (items.length > few) return items.toSorted(compare);
  const found = items.slice();
  for (let i = 1; i < found.length; i++) {
    const item = found[i];
    if (item === undefined) break;
    let at = i;
    for (let before = found[at - 1]; before !== undefined && compare(before, item) > 0; before = found[at - 1]) found[at--] = before;
    found[at] = item;
  }
  return found;
}

/** The nearest to the means of some nests that never fall (pool adjacent violators). */
function rising(nests: readonly Nest[], value: Float64Array): number[] {
  const means: number[] = [];
  const weights: number[] = [];
  const counts: number[] = [];
  for (const { items } of nests) {
    let [sum, weight, count] = [0, items.length, 1];
    for (const item of items) sum += value[item] ?? 0;
    let mean = sum / Math.max(1, weight);
    for (let last = means.length - 1; last >= 0 && (means[last] ?? 0) > mean; last--) {
      const its = weights[last] ?? 0;
      mean = ((means[last] ?? 0) * its + mean * weight) / (its + weight);
      weight += its;
      count += counts[last] ?? 0;
      means.pop();
      weights.pop();
      counts.pop();
    }
    means.push(mean);
    weights.push(weight);
    counts.push(count);
  }
  const found: number[] = [];
  for (const [i, mean] of means.entries()) for (let count = counts[i] ?? 0; count > 0; count--) found.push(mean);
  return found;
}
