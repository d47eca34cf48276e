/** Numbers in order of their price, the cheapest first. */
export class MinHeap {
  readonly #items: number[] = [];
  readonly #prices: number[] = [];

  push(item: number, price: number): void {
    let at = this.#items.length;
    this.#items.push(item);
    this.#prices.push(price);
    while (at > 0) {
      const up = (at - 1) >> 1;
      if ((this.#prices[up] ?? 0) <= price) break;
      this.#swap(at, up);
      at = up;
    }
  }

  /** Takes out the cheapest; undefined when there is none. */
  pop(): number | undefined {
    const first = this.#items[0];
    const last = this.#items.length - 1;
    if (last < 0) return undefined;
    this.#swap(0, last);
    this.#items.pop();
    this.#prices.pop();
    for (let at = 0; ; ) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2])
        if ((this.#prices[below] ?? Infinity) < (this.#prices[least] ?? Infinity)) least = below;
      if (least === at) return first;
      this.#swap(at, least);
      at = least;
    }
  }

  #swap(a: number, b: number): void {
    const item = this.#items[a] ?? 0;
    const price = this.#prices[a] ?? 0;
    this.#items[a] = this.#items[b] ?? 0;
    this.#prices[a] = this.#prices[b] ?? 0;
    this.#items[b] = item;
    this.#prices[b] = price;
  }
}
