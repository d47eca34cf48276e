import { z } from 'zod';
import { KeptPages } from './kept-pages.ts';

const Page = z.array(z.string());

/** What is handed out at once at most, UTF-16 units: to read it takes a few ms. */
const mostAtOnce = 500_000;

/** One list of a kept history, which is read from its end as far as it is asked for. */
export class KeptList {
  readonly #pages: KeptPages;
  readonly #load: (key: string) => Promise<unknown>;
  /** What has been loaded and not been handed out yet. */
  #waiting: readonly string[] = [];

  constructor(key: string, load: (key: string) => Promise<unknown>) {
    this.#pages = new KeptPages(key);
    this.#load = load;
  }

  /** Takes in that a list of so many texts is kept. */
  begin(count: number): void {
    this.#pages.begin(count);
  }

  get hasOlder(): boolean {
    return this.#waiting.length > 0 || this.#pages.nextKey !== undefined;
  }

  /** Sees to it that there is something to hand out. What cannot be read, and all before it, is let go of. */
  async load(): Promise<void> {
    const key = this.#pages.nextKey;
    if (this.#waiting.length > 0 || key === undefined) return;
    const { data } = Page.safeParse(await this.#load(key));
    if (key !== this.#pages.nextKey) return;
    if (data) this.#pages.loaded(data);
    else this.#pages.forgetOlder();
    this.#waiting = data ?? [];
  }

  /** The texts that come before those which have been handed out. */
  next(): readonly string[] {
    let from = this.#waiting.length;
    for (let size = 0; from > 0 && size < mostAtOnce; from--) size += this.#waiting[from - 1]?.length ?? 0;
    const part = this.#waiting.slice(from);
    this.#waiting = this.#waiting.slice(0, from);
    return part;
  }

  /** Lets go of what has not been handed out. */
  forgetOlder(): void {
    this.#waiting = [];
    this.#pages.forgetOlder();
  }

  /** The length of the list whose end, as far as it has been handed out, is now this one. */
  length(end: readonly string[]): number {
    return this.#pages.length([...this.#waiting, ...end]);
  }

  /** What has to be written for the list to be kept whose end, as far as it has been handed out, is now this one. */
  changes(end: readonly string[]): [string, readonly string[] | undefined][] {
    return this.#pages.changes([...this.#waiting, ...end]);
  }
}
