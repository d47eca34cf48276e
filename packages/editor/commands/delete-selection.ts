import { removeGuide } from '../guides.ts';
import { withoutNested } from '../selection.ts';
import { type Command, canEditSelection } from './command.ts';

export const deleteSelection: Command = {
  id: 'delete',
  label: 'Delete',
  labelNow: ({ focusedGuide }) => (focusedGuide === null ? 'Delete' : 'Remove guide'),
  group: 'edit',
  keys: ['Delete', 'Backspace'],
  enabled: (editor) => canEditSelection(editor) || (editor.focusedGuide !== null && !editor.readOnly),
  run(editor) {
    if (editor.focusedGuide !== null) {
      removeGuide(editor, editor.focusedGuide);
      return;
    }
    const ids = withoutNested(editor.scene, editor.selection).filter((id) => !editor.scene.get(id)?.locked);
    editor.transact(() => {
      editor.deleteShapes(ids);
      editor.select(editor.selection);
    });
  },
};
