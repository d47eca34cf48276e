import type { Arrangement } from './arrangement.ts';
import type { Ordering } from './order.ts';

/** Exchanges neighbours that are in one group as long as that takes crossings away. */
export function exchangeNeighbours({ order, position, ordering }: Arrangement): void {
  const { groupOf, above, below } = ordering;
  // Items to look at: at first all, then those that changed places, what comes beside these, and what is linked to them.
  let open = new Uint8Array(position.length).fill(1);
  let layersOpen = new Uint8Array(order.length).fill(1);
  for (let rounds = 0; rounds < 8 && layersOpen.includes(1); rounds++) {
    const [next, layersNext] = [new Uint8Array(position.length), new Uint8Array(order.length)];
    const reopen = (item: number | undefined, layer: number) => {
      if (item === undefined) return;
      open[item] = 1;
      next[item] = 1;
      layersOpen[layer] = 1;
      layersNext[layer] = 1;
    };
    const reopenLinked = (item: number, at: number) => {
      for (const other of above[item] ?? none) reopen(other, at - 1);
      for (const other of below[item] ?? none) reopen(other, at + 1);
    };
    for (let at = 0; at < order.length; at++) {
      if (layersOpen[at] !== 1) continue;
      const layer = order[at] ?? [];
      for (let i = 0; i + 1 < layer.length; i++) {
        const [a = 0, b = 0] = [layer[i], layer[i + 1]];
        if ((open[a] !== 1 && open[b] !== 1) || groupOf[a] !== groupOf[b] || gainOfExchange(a, b, position, ordering) <= 0) continue;
        layer[i] = b;
        layer[i + 1] = a;
        position[a] = i + 1;
        position[b] = i;
        for (const item of [layer[i - 1], b, a, layer[i + 2]]) reopen(item, at);
        reopenLinked(a, at);
        reopenLinked(b, at);
      }
    }
    [open, layersOpen] = [next, layersNext];
  }
}

const none = new Int32Array();

/** How many crossings it takes away to exchange two items of one layer, the first of which stands on the left. */
function gainOfExchange(left: number, right: number, position: Int32Array, { above, below }: Ordering): number {
  return gain(above[left], above[right], position) + gain(below[left], below[right], position);
}

function gain(left: Int32Array | undefined, right: Int32Array | undefined, position: Int32Array): number {
  let sum = 0;
  if (!left || !right) return sum;
  for (let i = 0; i < left.length; i++) {
    const a = position[left[i] ?? 0] ?? 0;
    for (let j = 0; j < right.length; j++) {
      const b = position[right[j] ?? 0] ?? 0;
      if (a > b) sum++;
      else if (a < b) sum--;
    }
  }
  return sum;
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
        const [before, prices] = [arrangement.priceAround(at, at), arrangement.pricesAround(at, at)];
        move(arrangement, at, i, end);
        arrangement.reckon(at, at);
        if (arrangement.priceAround(at, at) < before) {
          i = Math.min(i, end);
          break;
        }
        move(arrangement, at, end, i);
        arrangement.restorePrices(at, prices);
      }
    }
  }
}

function move(arrangement: Arrangement, at: number, from: number, to: number): void {
  const layer = arrangement.order[at] ?? [];
  const [item = 0] = layer.splice(from, 1);
  layer.splice(to, 0, item);
  arrangement.set(at, layer);
}

/** Lets sibling groups change places, and groups turn round, where that costs less. */
export function exchangeGroups(arrangement: Arrangement): void {
  const { groupRank, ordering } = arrangement;
  const { spans } = ordering.layering;
  for (const siblings of ordering.siblings) {
    const sorted = siblings.filter((group) => !ordering.groups[group]?.lane).toSorted((a, b) => (groupRank[a] ?? 0) - (groupRank[b] ?? 0));
    for (let i = 0; i + 1 < sorted.length; i++) {
      const [a = 0, b = 0] = [sorted[i], sorted[i + 1]];
      const [one, other] = [spans[a], spans[b]];
      // Only where both are it matters which comes first.
      const first = Math.max(one?.first ?? 0, other?.first ?? 0);
      const last = Math.min(one?.last ?? 0, other?.last ?? 0);
      const swap = () => {
        [groupRank[a], groupRank[b]] = [groupRank[b] ?? 0, groupRank[a] ?? 0];
        return Float64Array.from(arrangement.position);
      };
      if (first <= last && attempt(arrangement, first, last, swap)) [sorted[i], sorted[i + 1]] = [b, a];
    }
  }
  for (const [group, { first, last }] of spans.entries()) {
    if (ordering.members[group]?.every(({ length }) => length < 2)) continue;
    attempt(arrangement, first, last, () => turnedRound(arrangement, group));
  }
}

/** Positions with those in a group mirrored, and the order of the groups in it too. */
export function turnedRound({ position, groupRank, ordering }: Arrangement, group: number): Float64Array {
  const value = Float64Array.from(position);
  for (const items of ordering.members[group] ?? []) {
    const sum = items.reduce((total, item) => total + (position[item] ?? 0), 0);
    for (const item of items) value[item] = (2 * sum) / items.length - (position[item] ?? 0);
  }
  for (const [other, path] of ordering.paths.entries())
    if (other !== group && path.includes(group) && !ordering.groups[other]?.lane) groupRank[other] = -(groupRank[other] ?? 0);
  return value;
}

/** Orders some layers by new values; takes that back when it does not cost less. */
function attempt(arrangement: Arrangement, first: number, last: number, change: () => Float64Array): boolean {
  const { order, groupRank } = arrangement;
  const before = { ranks: groupRank.slice(), layers: order.slice(first, last + 1), price: arrangement.priceAround(first, last) };
  const prices = arrangement.pricesAround(first, last);
  const value = change();
  for (let layer = first; layer <= last; layer++) arrangement.arrange(layer, value);
  arrangement.reckon(first, last);
  if (arrangement.priceAround(first, last) < before.price) return true;
  groupRank.set(before.ranks);
  for (const [i, items] of before.layers.entries()) arrangement.set(first + i, items);
  arrangement.restorePrices(first, prices);
  return false;
}
