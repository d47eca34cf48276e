/** What was found out about objects that are used lately: about as many as asked for, however many others live on. */
export class RecentCache<Key extends object, Value> {
  readonly #size: number;
  #young = new WeakMap<Key, Value>();
  #old = new WeakMap<Key, Value>();
  #count = 0;

  /** Keeps the last `size` at least, twice as many at most. */
  constructor(size: number) {
    this.#size = size;
  }

  get(key: Key): Value | undefined {
    const known = this.#young.get(key);
    if (known !== undefined) return known;
    const before = this.#old.get(key);
    if (before !== undefined) this.set(key, before);
    return before;
  }

  set(key: Key, value: Value): void {
    if (this.#count >= this.#size) {
      this.#old = this.#young;
      this.#young = new WeakMap();
      this.#count = 0;
    }
    this.#young.set(key, value);
    this.#count++;
  }
}
