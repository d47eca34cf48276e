import type { Command } from './command.ts';

export const toggleGrid: Command = {
  id: 'toggle_grid',
  label: 'Show or hide the grid',
  group: 'view',
  keys: ['g', "mod+'"],
  enabled: () => true,
  run: (editor) => editor.changeSettings({ grid: !editor.settings.grid }),
};

export const toggleSnap: Command = {
  id: 'toggle_snap',
  label: 'Snap to the grid',
  group: 'view',
  keys: ['shift+g'],
  enabled: () => true,
  run: (editor) => editor.changeSettings({ snapToGrid: !editor.settings.snapToGrid }),
};

export const toggleRulers: Command = {
  id: 'toggle_rulers',
  label: 'Show or hide the rulers',
  group: 'view',
  keys: ['shift+r'],
  enabled: () => true,
  run: (editor) => editor.changeSettings({ rulers: !editor.settings.rulers }),
};

export const removeGuides: Command = {
  id: 'remove_guides',
  label: 'Remove all guides',
  group: 'view',
  keys: [],
  enabled: (editor) => !editor.readOnly && (editor.board.guides ?? []).length > 0,
  run: (editor) => editor.changeBoard({ guides: null }),
};
