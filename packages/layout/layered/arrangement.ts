import { arranged, type Order, type Ordering } from './order.ts';

/** What it costs that an edge passes from one side of a group to the other between two layers, in crossings. */
const throughGroup = 3;

/** An order of the layers that is being bettered, with its price: crossings, and passages of edges through groups. */
export class Arrangement {
  readonly ordering: Ordering;
  readonly order: number[][];
  /** Where each item stands in its layer. */
  readonly position: Int32Array;
  /** Sibling groups stand in the order of these. */
  readonly groupRank: Float64Array;
  /** Of what is between each layer and the next. */
  readonly #prices: Float64Array;
  readonly #sums: Int32Array;
  /** Where the links of a layer begin and end. */
  readonly #above: Int32Array;
  readonly #below: Int32Array;

  /** Items in the order of their values. */
  constructor(ordering: Ordering, value: Float64Array) {
    this.ordering = ordering;
    const { layers, layering, members } = ordering;
    this.position = new Int32Array(layering.items.length);
    this.groupRank = Float64Array.from(members, (byLayer, group) => {
      // Lanes keep the order of the graph.
      if (ordering.groups[group]?.lane) return group;
      const all = byLayer.flatMap((items) => [...items]);
      return all.reduce((sum, item) => sum + (value[item] ?? 0), 0) / Math.max(1, all.length);
    });
    this.order = layers.map((layer) => arranged(layer, { value, position: this.position, groupRank: this.groupRank }));
    this.#prices = new Float64Array(this.order.length);
    this.#sums = new Int32Array(2 + Math.max(0, ...layers.map(({ items }) => items.length)));
    const most = Math.max(0, ...ordering.links.map((ends) => ends.length / 2));
    this.#above = new Int32Array(most);
    this.#below = new Int32Array(most);
    for (const [layer, items] of this.order.entries()) this.set(layer, items);
    this.reckon(0, this.order.length - 1);
  }

  get price(): number {
    let sum = 0;
    for (const price of this.#prices) sum += price;
    return sum;
  }

  set(layer: number, items: number[]): void {
    this.order[layer] = items;
    for (const [at, item] of items.entries()) this.position[item] = at;
  }

  copy(): { readonly order: Order; readonly groupRank: Float64Array } {
    return { order: this.order.map((layer) => layer.slice()), groupRank: this.groupRank.slice() };
  }

  restore({ order, groupRank }: { readonly order: Order; readonly groupRank: Float64Array }): void {
    this.groupRank.set(groupRank);
    for (const [layer, items] of order.entries()) this.set(layer, items.slice());
    this.reckon(0, this.order.length - 1);
  }

  /** What each of the layers costs with the next one, from the one above the first on. */
  pricesAround(first: number, last: number): Float64Array {
    return this.#prices.slice(Math.max(0, first - 1), Math.min(last, this.order.length - 2) + 1);
  }

  /** Takes prices back that the layers had as they stand again now. */
  restorePrices(first: number, prices: Float64Array): void {
    this.#prices.set(prices, Math.max(0, first - 1));
  }

  /** Orders a layer anew by the values of its items. */
  arrange(layer: number, value: Float64Array): void {
    const nest = this.ordering.layers[layer];
    if (nest) this.set(layer, arranged(nest, { value, position: this.position, groupRank: this.groupRank }));
  }

  /** What the layers cost with those above and below them. */
  priceAround(first: number, last: number): number {
    let sum = 0;
    for (let layer = Math.max(0, first - 1); layer <= Math.min(last, this.order.length - 2); layer++) sum += this.#prices[layer] ?? 0;
    return sum;
  }

  /** Counts anew what the layers cost. */
  reckon(first: number, last: number): void {
    for (let layer = Math.max(0, first - 1); layer <= Math.min(last, this.order.length - 2); layer++)
      this.#prices[layer] = this.#crossings(layer) + throughGroup * this.#passages(layer);
  }

  /** Crossings below a layer, by counting inversions in a tree of sums (Barth, Jünger, Mutzel 2002). */
  #crossings(layer: number): number {
    const width = this.order[layer + 1]?.length ?? 0;
    const [sums, position] = [this.#sums, this.position];
    sums.fill(0, 0, width + 1);
    let total = 0;
    let count = 0;
    for (const item of this.order[layer] ?? []) {
      const next = this.ordering.below[item];
      if (!next) continue;
      for (const other of next) {
        let passed = 0;
        for (let at = (position[other] ?? 0) + 1; at > 0; at -= at & -at) passed += sums[at] ?? 0;
        count += total - passed;
      }
      for (const other of next) {
        for (let at = (position[other] ?? 0) + 1; at <= width; at += at & -at) sums[at] = (sums[at] ?? 0) + 1;
        total++;
      }
    }
    return count;
  }

  /** Links that are on one side of a group in a layer and on the other side in the next. */
  #passages(layer: number): number {
    const { passing, links } = this.ordering;
    const groups = passing[layer] ?? [];
    const ends = links[layer];
    if (!ends || groups.length === 0) return 0;
    const [position, above, below] = [this.position, this.#above, this.#below];
    const count = ends.length / 2;
    for (let i = 0; i < count; i++) {
      above[i] = position[ends[2 * i] ?? 0] ?? 0;
      below[i] = position[ends[2 * i + 1] ?? 0] ?? 0;
    }
    let passages = 0;
    for (const { here, next } of groups) {
      const [hereFirst, nextFirst] = [lowest(here, position), lowest(next, position)];
      const [hereLast, nextLast] = [hereFirst + here.length, nextFirst + next.length];
      for (let i = 0; i < count; i++) {
        const from = above[i] ?? 0;
        if (from < hereFirst ? (below[i] ?? 0) >= nextLast : from >= hereLast && (below[i] ?? 0) < nextFirst) passages++;
      }
    }
    return passages;
  }
}

function lowest(items: Int32Array, position: Int32Array): number {
  let least = position.length;
  for (let i = 0; i < items.length; i++) {
    const at = position[items[i] ?? 0] ?? 0;
    if (at < least) least = at;
  }
  return least;
}
