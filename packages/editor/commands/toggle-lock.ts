import type { Editor } from '../editor.ts';
import { type Command, canEditSelection } from './command.ts';

/** Locks all when any is free, else frees all. */
export const toggleLock: Command = {
  id: 'toggle_lock',
  label: 'Lock or unlock',
  group: 'arrange',
  keys: ['mod+l', 'mod+shift+l'],
  enabled: canEditSelection,
  labelNow: (editor) => (someFree(editor) ? 'Lock' : 'Unlock'),
  run(editor) {
    const locked = someFree(editor);
    editor.updateShapes(editor.selection.map((id) => ({ id, change: { locked: locked || null } })));
  },
};

function someFree(editor: Editor): boolean {
  return editor.selection.some((id) => !editor.scene.get(id)?.locked);
}
