export { type IconEntry, type IconKind, type IconSet, iconKinds, iconSets } from './icon.ts';
export { type IconLook, inkIcon, missingIcon } from './ink.ts';
export { createSearch, type Hit, type Named, plainWords, type Search } from './search.ts';
export { createIconSearch } from './search-icons.ts';
export { titleOfIcon } from './titles.ts';
