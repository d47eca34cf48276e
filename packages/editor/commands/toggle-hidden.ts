import type { Editor } from '../editor.ts';
import { type Command, canEditSelection } from './command.ts';

/** Hides all when any is visible, else shows all. What is hidden stays selected, so that the same key brings it back. */
export const toggleHidden: Command = {
  id: 'toggle_hidden',
  label: 'Hide or show',
  group: 'view',
  keys: ['mod+shift+h'],
  enabled: canEditSelection,
  labelNow: (editor) => (someVisible(editor) ? 'Hide' : 'Show'),
  run(editor) {
    const hidden = someVisible(editor);
    editor.updateShapes(editor.selection.map((id) => ({ id, change: { hidden: hidden || null } })));
  },
};

function someVisible(editor: Editor): boolean {
  return editor.selection.some((id) => !editor.scene.get(id)?.hidden);
}

export const showAll: Command = {
  id: 'show_all',
  label: 'Show all hidden shapes',
  group: 'view',
  keys: [],
  enabled: (editor) => !editor.readOnly && [...editor.document.shapes.values()].some((shape) => shape.hidden),
  run(editor) {
    const hidden = [...editor.document.shapes.values()].filter((shape) => shape.hidden);
    editor.updateShapes(hidden.map(({ id }) => ({ id, change: { hidden: null } })));
  },
};
