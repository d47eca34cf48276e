/** Numbers in order of their price, the cheapest first. */
export class MinHeap {
  #items = new Int32Array(256);
  #prices = new Float64Array(256);
  #size = 0;

  push(item: number, price: number): void {
    if (this.#size === this.#items.length) this.#grow();
    const [items, prices] = [this.#items, this.#prices];
    let at = this.#size++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = prices[up] ?? 0;
      if (above <= price) break;
      prices[at] = above;
      items[at] = items[up] ?? 0;
      at = up;
    }
    prices[at] = price;
    items[at] = item;
  }

  /** The cheapest; undefined when there is none. */
  peek(): number | undefined {
    return this.#size === 0 ? undefined : this.#items[0];
  }

  /** Takes out the cheapest; undefined when there is none. */
  pop(): number | undefined {
    if (this.#size === 0) return undefined;
    const [items, prices] = [this.#items, this.#prices];
    const first = items[0];
    const size = --this.#size;
    const price = prices[size] ?? 0;
    const item = items[size] ?? 0;
    let at = 0;
    for (let below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && (prices[below + 1] ?? 0) < (prices[below] ?? 0)) below++;
      const least = prices[below] ?? 0;
      if (least >= price) break;
      prices[at] = least;
      items[at] = items[below] ?? 0;
      at = below;
    }
    prices[at] = price;
    items[at] = item;
    return first;
  }

  #grow(): void {
    const items = new Int32Array(this.#size * 2);
    items.set(this.#items);
    const prices = new Float64Array(this.#size * 2);
    prices.set(this.#prices);
    this.#items = items;
    this.#prices = prices;
  }
}
