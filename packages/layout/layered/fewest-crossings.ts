import { Arrangement } from './arrangement.ts';
import { exchangeGroups, exchangeNeighbours, exchangeWithGroups, turnedRound } from './exchange.ts';
import type { Order, Ordering } from './order.ts';

const mostAttempts = 80;
/** Of more items than that, groups and what is beside them are not exchanged. */
const mostItems = 1200;
/** Sweeps without gain after which an attempt ends. */
const patience = 1;

/**
 * An order of the layers with few crossings: barycentres up and down and exchanges of neighbours, from the order of the text and from
 * chance changes of the best order so far. `effort` is what it may take: attempts times items. The price is crossings, and passages through
 * groups, each of which counts as three. It looks no further when a first look finds a price beyond `hopeless`.
 */
export function fewestCrossings(
  ordering: Ordering,
  effort: number,
  hopeless = Number.POSITIVE_INFINITY,
): { readonly order: Order; readonly price: number } {
  if (hopeless < Number.POSITIVE_INFINITY) {
    const glance = descend(new Arrangement(ordering, depthFirst(ordering, false)), false, { ranking: true, exchanging: false });
    if (glance.price > hopeless) return glance;
  }
  const random = seeded(7);
  let best: { readonly order: Order; readonly groupRank: Float64Array; readonly price: number } | undefined;
  let arrangement: Arrangement | undefined;
  for (const upwards of [false, true]) {
    const start = new Arrangement(ordering, depthFirst(ordering, upwards));
    const found = descend(start, upwards, { ranking: true, exchanging: true });
    if (!best || found.price < best.price) [best, arrangement] = [found, start];
  }
  const attempts = Math.min(mostAttempts, Math.ceil(effort / Math.max(1, ordering.layering.items.length)));
  for (let attempt = 0; attempt < attempts && arrangement && best && best.price > 0; attempt++) {
    arrangement.restore(best);
    disturb(arrangement, random);
    const found = descend(arrangement, random() < 0.5, { ranking: false, exchanging: true });
    if (found.price <= best.price) best = found;
  }
  return best ?? { order: [], price: 0 };
}

/** Numbers 0..1, the same for the same seed (Lehmer). */
function seeded(seed: number): () => number {
  let value = seed;
  return () => {
    value = (value * 48271) % 2147483647;
    return value / 2147483647;
  };
}

/** When a walk comes by each item: depth first, from the first layer down or the last one up, in the order of the text. */
function depthFirst({ layering, above, below }: Ordering, upwards: boolean): Float64Array {
  const { items } = layering;
  const value = new Float64Array(items.length).fill(-1);
  const next = upwards ? above : below;
  const roots = items.map((_, item) => item).sort((a, b) => (items[a]?.layer ?? 0) - (items[b]?.layer ?? 0) || a - b);
  let visited = 0;
  for (const root of upwards ? roots.reverse() : roots) {
    const open = [root];
    for (let item = open.pop(); item !== undefined; item = open.pop()) {
      if ((value[item] ?? 0) >= 0) continue;
      value[item] = visited++;
      open.push(...(next[item] ?? new Int32Array()).toReversed());
    }
  }
  return value;
}

interface Ways {
  /** Groups are ordered by what they are linked to. */
  readonly ranking: boolean;
  /** Groups, and what is beside them, are exchanged. */
  readonly exchanging: boolean;
}

/** Betters an arrangement as long as that goes; gives the best order on the way. */
function descend(arrangement: Arrangement, upwards: boolean, { ranking, exchanging }: Ways) {
  const { order, ordering } = arrangement;
  const grouped = ordering.groups.length > 0;
  const small = exchanging && grouped && ordering.layering.items.length <= mostItems;
  exchangeNeighbours(arrangement);
  arrangement.reckon(0, order.length - 1);
  let best = { ...arrangement.copy(), price: arrangement.price };
  for (let sweep = 0, idle = 0; idle < patience && best.price > 0; sweep++) {
    if (grouped && ranking) rankGroups(arrangement);
    sweepOnce(arrangement, (sweep % 2 === 0) !== upwards);
    exchangeNeighbours(arrangement);
    arrangement.reckon(0, order.length - 1);
    if (small) exchangeWithGroups(arrangement);
    if (small && idle + 1 === patience) exchangeGroups(arrangement);
    const { price } = arrangement;
    idle = price < best.price ? 0 : idle + 1;
    if (price < best.price) best = { ...arrangement.copy(), price };
  }
  return best;
}

/** Orders each layer by the middles of its neighbours in the one before. */
function sweepOnce(arrangement: Arrangement, downwards: boolean): void {
  const { order, position, ordering } = arrangement;
  const neighbours = downwards ? ordering.above : ordering.below;
  const value = new Float64Array(position.length);
  for (let step = 0; step < order.length; step++) {
    const at = downwards ? step : order.length - 1 - step;
    const layer = order[at] ?? [];
    const before = order[downwards ? at - 1 : at + 1] ?? [];
    const scale = before.length / Math.max(1, layer.length);
    for (const [i, item] of layer.entries()) {
      const near = neighbours[item];
      // What has no neighbours there stays about where it is.
      value[item] = near?.length ? meanOf(near, position) : (i + 0.5) * scale - 0.5;
    }
    arrangement.arrange(at, value);
  }
}

function meanOf(items: Int32Array, position: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < items.length; i++) sum += position[items[i] ?? 0] ?? 0;
  return sum / items.length;
}

/** Orders sibling groups by where what their members are linked to stands, each layer measured from its middle. */
function rankGroups({ order, position, groupRank, ordering }: Arrangement): void {
  const { layering, above, below, members, groups } = ordering;
  for (const [group, layers] of members.entries()) {
    if (groups[group]?.lane) continue;
    let [sum, count] = [0, 0];
    for (const items of layers) {
      for (const item of items) {
        for (const other of [...(above[item] ?? []), ...(below[item] ?? [])]) {
          if (layering.inside[other]?.includes(group)) continue;
          sum += (position[other] ?? 0) + 0.5 - (order[layering.items[other]?.layer ?? 0]?.length ?? 1) / 2;
          count++;
        }
      }
    }
    if (count > 0) groupRank[group] = sum / count;
  }
}

/** Changes an arrangement by chance: two groups change places, a group turns round, or the items of some layers are mixed. */
function disturb(arrangement: Arrangement, random: () => number): void {
  const { order, position, groupRank, ordering } = arrangement;
  const pick = (count: number) => Math.floor(random() * count);
  const kind = ordering.groups.length > 1 ? pick(3) : 2;
  const value = kind === 1 ? turnedRound(arrangement, pick(ordering.groups.length)) : Float64Array.from(position);
  let [first, last] = [0, order.length - 1];
  if (kind === 0) {
    const siblings = ordering.siblings[pick(ordering.siblings.length)] ?? [];
    const [a = 0, b = 0] = [siblings[pick(siblings.length)], siblings[pick(siblings.length)]];
    if (!ordering.groups[a]?.lane && !ordering.groups[b]?.lane) [groupRank[a], groupRank[b]] = [groupRank[b] ?? 0, groupRank[a] ?? 0];
  } else if (kind === 2) {
    first = pick(order.length);
    last = Math.min(order.length - 1, first + pick(4));
    for (let layer = first; layer <= last; layer++) {
      const items = order[layer] ?? [];
      for (const item of items) value[item] = (position[item] ?? 0) + (random() - 0.5) * items.length * 0.8;
    }
  }
  for (let layer = first; layer <= last; layer++) arrangement.arrange(layer, value);
}
