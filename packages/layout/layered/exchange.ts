import type { Arrangement } from './arrangement.ts';
import type { Ordering } from './order.ts';

/** Exchanges neighbours that are in one group as long as that takes crossings away. */
export function exchangeNeighbours({ order, position, ordering }: Arrangement): void {
  const { items } = ordering.layering;
  for (let again = true, rounds = 0; again && rounds < 8; rounds++) {
    again = false;
    for (const layer of order) {
      for (let i = 0; i + 1 < layer.length; i++) {
        const [a = 0, b = 0] = [layer[i], layer[i + 1]];
        if (items[a]?.group !== items[b]?.group) continue;
        if (pairCrossings(a, b, position, ordering) <= pairCrossings(b, a, position, ordering)) continue;
        layer[i] = b;
        layer[i + 1] = a;
        position[a] = i + 1;
        position[b] = i;
        again = true;
      }
    }
  }
}

/** Crossings among the links of two items of one layer when the first stands left of the second. */
function pairCrossings(left: number, right: number, position: Int32Array, { above, below }: Ordering): number {
  return inversions(above[left], above[right], position) + inversions(below[left], below[right], position);
}

function inversions(left: Int32Array | undefined, right: Int32Array | undefined, position: Int32Array): number {
  let count = 0;
  if (!left || !right) return count;
  for (const a of left) for (const b of right) if ((position[a] ?? 0) > (position[b] ?? 0)) count++;
  return count;
}

/** Lets single items change sides with a whole group beside them where that costs less. */
export function exchangeWithGroups(arrangement: Arrangement): void {
  const { order, ordering } = arrangement;
  const { items, inside } = ordering.layering;
  for (const [at, layer] of order.entries()) {
    for (let i = 0; i < layer.length; i++) {
      const item = layer[i] ?? 0;
      for (const step of [1, -1]) {
        const next = layer[i + step];
        const own = items[item]?.group ?? -1;
        if (next === undefined || items[next]?.group === own) continue;
        const chain = inside[next] ?? [];
        const block = own < 0 ? chain.at(-1) : chain[chain.indexOf(own) - 1];
        if (block === undefined) continue;
        let end = i + step;
        while (inside[layer[end + step] ?? -1]?.includes(block)) end += step;
        const before = arrangement.priceAround(at, at);
        move(arrangement, at, i, end);
        if (arrangement.priceAround(at, at) < before) {
          i = Math.min(i, end);
          break;
        }
        move(arrangement, at, end, i);
      }
    }
  }
}

function move(arrangement: Arrangement, at: number, from: number, to: number): void {
  const layer = arrangement.order[at] ?? [];
  const [item = 0] = layer.splice(from, 1);
  layer.splice(to, 0, item);
  arrangement.set(at, layer);
  arrangement.reckon(at, at);
}

/** Lets sibling groups change places, and groups turn round, where that costs less. */
export function exchangeGroups(arrangement: Arrangement): void {
  const { groupRank, ordering } = arrangement;
  for (const siblings of ordering.siblings) {
    const sorted = siblings.toSorted((a, b) => (groupRank[a] ?? 0) - (groupRank[b] ?? 0));
    for (let i = 0; i + 1 < sorted.length; i++) {
      const [a = 0, b = 0] = [sorted[i], sorted[i + 1]];
      const swapped = attempt(arrangement, [a, b], () => {
        [groupRank[a], groupRank[b]] = [groupRank[b] ?? 0, groupRank[a] ?? 0];
        return Float64Array.from(arrangement.position);
      });
      if (swapped) [sorted[i], sorted[i + 1]] = [b, a];
    }
  }
  for (const group of ordering.groups.keys()) attempt(arrangement, [group], () => turnedRound(arrangement, group));
}

/** Positions with those in a group mirrored, and the order of the groups in it too. */
export function turnedRound({ position, groupRank, ordering }: Arrangement, group: number): Float64Array {
  const value = Float64Array.from(position);
  for (const items of ordering.members[group] ?? []) {
    const sum = items.reduce((total, item) => total + (position[item] ?? 0), 0);
    for (const item of items) value[item] = (2 * sum) / items.length - (position[item] ?? 0);
  }
  for (const [other, path] of ordering.paths.entries())
    if (other !== group && path.includes(group)) groupRank[other] = -(groupRank[other] ?? 0);
  return value;
}

/** Orders the layers of some groups by new values; takes that back when it does not cost less. */
function attempt(arrangement: Arrangement, groups: readonly number[], change: () => Float64Array): boolean {
  const { order, groupRank, ordering } = arrangement;
  const spans = groups.flatMap((group) => ordering.layering.spans[group] ?? []);
  const first = Math.min(...spans.map((span) => span.first));
  const last = Math.max(...spans.map((span) => span.last));
  const before = { ranks: groupRank.slice(), layers: order.slice(first, last + 1), price: arrangement.priceAround(first, last) };
  const value = change();
  for (let layer = first; layer <= last; layer++) arrangement.arrange(layer, value);
  arrangement.reckon(first, last);
  if (arrangement.priceAround(first, last) < before.price) return true;
  groupRank.set(before.ranks);
  for (const [i, items] of before.layers.entries()) arrangement.set(first + i, items);
  arrangement.reckon(first, last);
  return false;
}
