import type { Editor } from '@autograph/editor';

export interface Shortcut {
  readonly label: string;
  readonly keys: readonly string[];
}

export interface ShortcutGroup {
  readonly name: string;
  readonly items: readonly Shortcut[];
}

const names: Readonly<Record<string, string>> = {
  tools: 'Tools',
  edit: 'Edit',
  select: 'Select',
  arrange: 'Arrange',
  text: 'Text',
  view: 'View',
};

const everywhere: ShortcutGroup = {
  name: 'Everywhere',
  items: [
    { label: 'Commands', keys: ['mod+k'] },
    { label: 'Keyboard shortcuts', keys: ['?'] },
  ],
};

const writing: ShortcutGroup = {
  name: 'Writing',
  items: [
    { label: 'Bold', keys: ['mod+b'] },
    { label: 'Italic', keys: ['mod+i'] },
    { label: 'Code', keys: ['mod+e'] },
    { label: 'Strike through', keys: ['mod+shift+x'] },
    { label: 'Search in the text', keys: ['mod+f'] },
    { label: 'Complete', keys: ['ctrl+space'] },
  ],
};

/** Every key that does something on the file page, in groups. */
export function listShortcuts(editor: Editor): readonly ShortcutGroup[] {
  const ofEditor = Object.entries(names).map(([group, name]) => ({
    name,
    items: editor.commands
      .filter((command) => command.group === group && command.keys.length > 0)
      .map(({ label, keys }) => ({ label, keys })),
  }));
  return [everywhere, ...ofEditor.filter(({ items }) => items.length > 0), writing];
}
