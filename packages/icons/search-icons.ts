import type { IconEntry, IconSet } from './icon.ts';
import { createSearch, type Search } from './search.ts';

/** Words for a set that people put before a service's name. */
const setWords: Readonly<Record<IconSet, string>> = {
  aws: 'aws amazon web services',
  azure: 'azure microsoft',
  gcp: 'gcp google cloud',
  tech: 'technology logo',
  brand: 'brand logo',
  general: 'general icon',
};

/** A search over icons; of names that fit alike, those of an earlier entry come first. */
export function createIconSearch<T extends IconEntry>(entries: readonly T[]): Search<T> {
  return createSearch(entries, ({ set }) => setWords[set]);
}
