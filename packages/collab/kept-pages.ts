/** Entries in one page: what is added to a long list costs no more than a page to write. */
const perPage = 20;

/** A list of texts that is kept in pages, under keys of its own; read from its end, as far as it is asked for. */
export class KeptPages {
  readonly #key: string;
  #pages: (readonly string[])[] = [];
  /** How many pages of the list's beginning are not loaded. */
  #below = 0;

  constructor(key: string) {
    this.#key = key;
  }

  /** Takes in that a list of so many texts is kept. */
  begin(count: number): void {
    this.#below = Math.ceil(count / perPage);
    this.#pages = Array.from({ length: this.#below }, () => []);
  }

  /** The key of the page that is to be loaded next; undefined when all are. */
  get nextKey(): string | undefined {
    return this.#below > 0 ? this.#keyOf(this.#below - 1) : undefined;
  }

  /** Takes in the page that was to be loaded next. */
  loaded(page: readonly string[]): void {
    if (this.#below > 0) this.#pages[--this.#below] = page;
  }

  /** Lets go of what is not loaded: the list begins with what is. */
  forgetOlder(): void {
    this.#below = 0;
  }

  /** The length of the list whose end, as far as it is loaded, is `end`. */
  length(end: readonly string[]): number {
    return this.#below * perPage + end.length;
  }

  /** What has to be written for the list to be kept whose end, as far as it is loaded, is `end`; undefined for what goes. */
  changes(end: readonly string[]): [string, readonly string[] | undefined][] {
    const pages = this.#pages.slice(0, this.#below);
    for (let at = 0; at < end.length; at += perPage) pages.push(end.slice(at, at + perPage));
    const changed: [string, readonly string[] | undefined][] = [];
    for (let page = this.#below; page < Math.max(pages.length, this.#pages.length); page++)
      if (!isSame(pages[page], this.#pages[page])) changed.push([this.#keyOf(page), pages[page]]);
    this.#pages = pages;
    return changed;
  }

  #keyOf(page: number): string {
    return `${this.#key}/${page}`;
  }
}

function isSame(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a !== undefined && a.length === b?.length && a.every((text, at) => text === b[at]);
}
