import type { Editor } from '../editor.ts';
import type { Command } from './command.ts';

function target(editor: Editor) {
  const [id] = editor.selection;
  const shape = editor.selection.length === 1 && id !== undefined ? editor.scene.get(id) : undefined;
  const list = shape && editor.definition(shape.type)?.lists?.[0];
  return shape && list ? { shape, list } : undefined;
}

/** Adds an entry to the selected table or class, to be named in the panel or in the text. */
export const addLine: Command = {
  id: 'add_line',
  label: 'Add a column or member',
  group: 'edit',
  keys: ['mod+Enter'],
  enabled: (editor) => !editor.readOnly && target(editor) !== undefined,
  run(editor) {
    const found = target(editor);
    if (!found) return;
    const { shape, list } = found;
    editor.updateShapes([{ id: shape.id, change: list.change(shape, [...list.lines(shape), list.fresh(shape)]) }]);
  },
};
