export type { IconEntry, IconSet } from './icon.ts';
export { searchIcons } from './search.ts';
