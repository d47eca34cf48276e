/** Entries in one page: what is added to a long list costs no more than a page to write. */
const perPage = 20;

/** A list of texts that is kept in pages, under keys of its own. */
export class KeptPages {
  readonly #key: string;
  #pages: readonly (readonly string[])[] = [];

  constructor(key: string) {
    this.#key = key;
  }

  /** The keys under which a list of so many texts is kept, its end first. */
  keys(count: number): string[] {
    return Array.from({ length: Math.ceil(count / perPage) }, (_, page) => this.#keyOf(page)).toReversed();
  }

  /** Takes in what is kept of a list of so many texts, as far as it was loaded: its end first. */
  loaded(pages: readonly (readonly string[])[], count: number): void {
    const missing = Math.ceil(count / perPage) - pages.length;
    this.#pages = [...Array.from({ length: missing }, () => []), ...pages.toReversed()];
  }

  /** What has to be written for the list to be kept; undefined for what goes. */
  changes(list: readonly string[]): [string, readonly string[] | undefined][] {
    const pages = Array.from({ length: Math.ceil(list.length / perPage) }, (_, page) => list.slice(page * perPage, (page + 1) * perPage));
    const changed: [string, readonly string[] | undefined][] = [];
    for (let page = 0; page < Math.max(pages.length, this.#pages.length); page++)
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
