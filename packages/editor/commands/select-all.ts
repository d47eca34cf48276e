import type { Command } from './command.ts';

export const selectAll: Command = {
  id: 'select_all',
  label: 'Select all',
  group: 'select',
  keys: ['mod+a'],
  enabled: () => true,
  run(editor) {
    const parent = editor.entered;
    const shapes = editor.scene.children(parent).filter((shape) => !shape.locked && !shape.hidden);
    editor.select(shapes.map((shape) => shape.id));
  },
};
