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
