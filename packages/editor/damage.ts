import { type Box, translateBox, type Vec } from '@autograph/geometry';

/** What has changed on the page since somebody last asked: places of shapes to look at again, and where things were before. */
export class Damage {
  readonly #touched = new Set<number>();
  /** Slots that only have moved. */
  readonly #moved = new Set<number>();
  readonly #left = new Map<number, Box>();

  /** What is in the slot looks different; `box` is where it was, px. */
  touch(slot: number, box: Box | undefined): void {
    this.#leave(slot, box);
    this.#touched.add(slot);
  }

  /** What is in the slot goes to another place as it is. */
  move(slot: number, box: Box | undefined): void {
    this.#leave(slot, box);
    this.#moved.add(slot);
  }

  #leave(slot: number, box: Box | undefined): void {
    if (box && !this.#touched.has(slot) && !this.#moved.has(slot)) this.#left.set(slot, box);
  }

  /** All there is has moved by an offset, px. */
  translateAll(by: Vec): void {
    for (const [slot, box] of this.#left) this.#left.set(slot, translateBox(box, by.x, by.y));
  }

  /** All that has been noted, which is forgotten here: slots that look different, and by slot where something was before, if it was. */
  take(): { readonly touched: readonly number[]; readonly left: ReadonlyMap<number, Box | undefined> } {
    const touched = [...this.#touched];
    const left = new Map([...touched, ...this.#moved].map((slot) => [slot, this.#left.get(slot)]));
    this.#touched.clear();
    this.#moved.clear();
    this.#left.clear();
    return { touched, left };
  }
}
