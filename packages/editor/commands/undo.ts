import type { Command } from './command.ts';

export const undo: Command = {
  id: 'undo',
  label: 'Undo',
  group: 'edit',
  keys: ['mod+z'],
  enabled: (editor) => editor.canUndo,
  run: (editor) => editor.undo(),
};

export const redo: Command = {
  id: 'redo',
  label: 'Redo',
  group: 'edit',
  keys: ['mod+shift+z', 'mod+y'],
  enabled: (editor) => editor.canRedo,
  run: (editor) => editor.redo(),
};
