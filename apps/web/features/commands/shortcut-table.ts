import { commandsFor } from '@autograph/editor';
import { clipboardActions } from '@autograph/editor-dom';
import { shapeDefinitions } from '@autograph/shapes';
import { pageActions } from './page-actions.ts';

/** Where keys are heard. The same keys may do different things in places that are never together. */
type Place = 'everywhere' | 'file' | 'board' | 'text' | 'files';

/** One thing that keys can do. */
export interface Shortcut {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly place: Place;
  readonly keys: readonly string[];
  /** The browser or the text editor decides on its keys. */
  readonly fixed?: boolean;
}

/** What the groups are called, in the order in which they are listed. */
export const groupNames: Readonly<Record<string, string>> = {
  tools: 'Tools',
  edit: 'Edit',
  select: 'Select',
  arrange: 'Arrange',
  text: 'Text',
  view: 'View',
  page: 'Page',
  files: 'Files',
  writing: 'Writing',
};

const writing = [
  { id: 'write_bold', label: 'Bold', keys: ['mod+b'] },
  { id: 'write_italic', label: 'Italic', keys: ['mod+i'] },
  { id: 'write_code', label: 'Code in the text', keys: ['mod+e'] },
  { id: 'write_strike', label: 'Strike through', keys: ['mod+shift+x'] },
  { id: 'write_search', label: 'Search in the text', keys: ['mod+f'] },
  { id: 'write_complete', label: 'Complete', keys: ['ctrl+Space'] },
];

/** Everything that keys can do in the product, with the keys it comes with. */
export const shortcutTable: readonly Shortcut[] = [
  ...commandsFor(shapeDefinitions).map(({ id, label, group, keys }) => ({ id, label, group, keys, place: 'board' as const })),
  ...clipboardActions.map((action) => ({ ...action, place: 'board' as const, fixed: true })),
  ...pageActions,
  ...writing.map((action) => ({ ...action, group: 'writing', place: 'text' as const, fixed: true })),
];

function meet(a: Place, b: Place): boolean {
  if (a === b || a === 'everywhere' || b === 'everywhere') return true;
  return (a === 'file' && b !== 'files') || (b === 'file' && a !== 'files');
}

/** Who already answers to a chord where `id` would: those that share it with `id` by design do not count. */
export function conflictsOf(id: string, chord: string, keysOf: (id: string) => readonly string[]): readonly Shortcut[] {
  const own = shortcutTable.find((shortcut) => shortcut.id === id);
  if (!own) return [];
  return shortcutTable.filter((other) => {
    const shared = own.keys.includes(chord) && other.keys.includes(chord);
    return other.id !== id && !shared && meet(own.place, other.place) && keysOf(other.id).includes(chord);
  });
}

export interface ShortcutGroup {
  readonly name: string;
  readonly items: readonly Shortcut[];
}

/** The table in groups, of each only what fits the words; groups without any are left out. */
export function groupedShortcuts(words: string, fits: (shortcut: Shortcut) => boolean): readonly ShortcutGroup[] {
  const wanted = words.trim().toLowerCase();
  return Object.entries(groupNames)
    .map(([group, name]) => ({
      name,
      items: shortcutTable.filter(
        (shortcut) => shortcut.group === group && shortcut.label.toLowerCase().includes(wanted) && fits(shortcut),
      ),
    }))
    .filter(({ items }) => items.length > 0);
}
