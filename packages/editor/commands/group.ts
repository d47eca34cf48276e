import type { Shape } from '@autograph/document';
import { newShape } from '../create-shape.ts';
import type { Editor } from '../editor.ts';
import { reparent } from '../reparent.ts';
import { boundsOf, withoutNested } from '../selection.ts';
import { type Command, canEditSelection } from './command.ts';

export const group: Command = {
  id: 'group',
  label: 'Group',
  group: 'arrange',
  keys: ['mod+g'],
  enabled: (editor) => canEditSelection(editor) && groupable(editor).length > 1,
  run(editor) {
    const definition = [...editor.definitions].find((candidate) => candidate.wraps);
    const ids = editor.scene.inPaintOrder(groupable(editor));
    const box = boundsOf(editor.scene, ids);
    if (!definition || !box) return;
    editor.transact(() => {
      const parents = new Set(ids.map((id) => editor.scene.parent(id)));
      const [only] = parents;
      const parent = parents.size === 1 && only !== undefined ? only : null;
      const container = parent === null ? undefined : editor.scene.get(parent);
      const around = container ? editor.scene.origin(container) : { x: 0, y: 0 };
      const place = { x: box.x - around.x - (container?.x ?? 0), y: box.y - around.y - (container?.y ?? 0), w: box.w, h: box.h };
      const made: Shape = newShape(editor, definition, parent, place);
      if (!editor.createShapes([made])) return;
      reparent(editor, ids, made.id);
      editor.select([made.id]);
    });
  },
};

/** Drawn shapes only: what comes from code stays where its text says. */
function groupable(editor: Editor): string[] {
  return withoutNested(editor.scene, editor.selection).filter((id) => editor.document.shapes.has(id));
}
