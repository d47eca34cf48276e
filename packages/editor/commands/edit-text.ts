import type { Command } from './command.ts';

export const editText: Command = {
  id: 'edit_text',
  label: 'Edit text',
  group: 'text',
  keys: ['Enter', 'F2'],
  enabled: (editor) => !editor.readOnly && editor.editing === null && editor.selection.length === 1,
  run(editor) {
    const [id] = editor.selection;
    if (id !== undefined) editor.startEditing(id);
  },
};
