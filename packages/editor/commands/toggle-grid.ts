import type { Command } from './command.ts';

const toggle = (id: string, label: string, keys: readonly string[], setting: 'grid' | 'snapToGrid' | 'rulers'): Command => ({
  id,
  label,
  group: 'view',
  keys,
  enabled: () => true,
  run: (editor) => editor.changeSettings({ [setting]: !editor.settings[setting] }),
});

/** What helps with placing, each on or off. */
export const helperCommands: readonly Command[] = [
  toggle('toggle_grid', 'Show or hide the grid', ['g', "mod+'"], 'grid'),
  toggle('toggle_snap', 'Snap to the grid', ['shift+g'], 'snapToGrid'),
  toggle('toggle_rulers', 'Show or hide the rulers', ['shift+r'], 'rulers'),
];

export const removeGuides: Command = {
  id: 'remove_guides',
  label: 'Remove all guides',
  group: 'view',
  keys: [],
  enabled: (editor) => !editor.readOnly && (editor.board.guides ?? []).length > 0,
  run: (editor) => editor.changeBoard({ guides: null }),
};
