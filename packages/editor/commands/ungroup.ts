import { reparent } from '../reparent.ts';
import { isGroup } from '../selection.ts';
import { type Command, canEditSelection } from './command.ts';

export const ungroup: Command = {
  id: 'ungroup',
  label: 'Ungroup',
  group: 'arrange',
  keys: ['mod+shift+g'],
  enabled: (editor) => canEditSelection(editor) && editor.selection.some((id) => isGroup(editor.scene, id)),
  run(editor) {
    const { scene } = editor;
    editor.transact(() => {
      const freed = editor.selection.flatMap((id) => {
        if (!isGroup(scene, id)) return [id];
        const members = scene.children(id).map((shape) => shape.id);
        reparent(editor, members, scene.parent(id));
        editor.deleteShapes([id]);
        return members;
      });
      editor.select(freed);
    });
  },
};
