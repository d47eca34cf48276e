import type { ShapeId } from '@autograph/document';
import type { Editor } from '../editor.ts';
import { readingOrder } from '../reading-order.ts';
import type { Command } from './command.ts';

function within(editor: Editor, id: ShapeId, container: ShapeId): boolean {
  return editor.scene.parent(id) === container;
}

/** Goes into the selected frame, group or diagram; Escape comes out again. */
export const openContainer: Command = {
  id: 'open_container',
  label: 'Go into the frame or group',
  group: 'select',
  keys: ['Enter'],
  enabled({ scene, selection }) {
    const [id = ''] = selection;
    return selection.length === 1 && !scene.get(id)?.collapsed && scene.children(id).length > 0;
  },
  run(editor) {
    const [container] = editor.selection;
    if (container === undefined) return;
    const before = editor.entered;
    editor.enter(container);
    const first = readingOrder(editor).find((id) => within(editor, id, container));
    if (first === undefined) editor.enter(before);
    else editor.goTo(first);
  },
};
