export type IconSet = 'aws' | 'azure' | 'gcp' | 'tech' | 'brand';

/** One icon of the library; `id` is `<set>:<slug>` and stays the same across releases of the icon packages. */
export interface IconEntry {
  readonly id: string;
  readonly set: IconSet;
  readonly title: string;
  /** Other names by which people look for it, lower case. */
  readonly aliases: readonly string[];
}
