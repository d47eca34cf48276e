import type { ShapeId } from '@autograph/document';
import type { Editor } from '../editor.ts';
import { isFoldable, someUnfolded, toggleFolded } from '../folding.ts';
import { isHidden } from '../hit-test.ts';
import { reparent } from '../reparent.ts';
import { fitShapeInto } from '../resize-shapes.ts';
import { boundsOf } from '../selection.ts';
import { type Command, canEditSelection } from './command.ts';

/** Room that a fitted frame leaves around its content, px. */
const margin = 24;

/** Selected drawn containers that are not groups and not locked. */
function framesOf(editor: Editor): ShapeId[] {
  return editor.selection.filter((id) => {
    const shape = editor.document.shapes.get(id);
    const definition = editor.definition(shape?.type ?? '');
    return shape !== undefined && !shape.locked && definition?.container === true && !definition.wraps;
  });
}

export const toggleCollapsed: Command = {
  id: 'toggle_collapsed',
  label: 'Fold or unfold',
  group: 'arrange',
  keys: ['mod+alt+k'],
  enabled: (editor) => editor.selection.some((id) => isFoldable(editor, id)),
  labelNow: (editor) => (someUnfolded(editor, editor.selection) ? 'Fold' : 'Unfold'),
  run: (editor) => toggleFolded(editor, editor.selection),
};

/** Takes the frame away and leaves what is in it where it is. */
export const removeFrame: Command = {
  id: 'remove_frame',
  label: 'Remove the frame, keep what is in it',
  group: 'arrange',
  keys: ['mod+shift+Backspace'],
  enabled: (editor) => canEditSelection(editor) && framesOf(editor).length > 0,
  run(editor) {
    const { scene } = editor;
    editor.transact(() => {
      const freed = framesOf(editor).flatMap((id) => {
        const children = scene.children(id).map((shape) => shape.id);
        reparent(editor, children, scene.parent(id));
        editor.deleteShapes([id]);
        return children;
      });
      editor.select(freed);
    });
  },
};

/** Makes the frame as large as its content needs, the content staying in place. */
export const fitFrame: Command = {
  id: 'fit_frame',
  label: 'Fit the frame to its content',
  group: 'arrange',
  keys: ['mod+alt+f'],
  enabled: (editor) => canEditSelection(editor) && framesOf(editor).some((id) => editor.scene.children(id).length > 0),
  run(editor) {
    const { scene } = editor;
    const updates = framesOf(editor).flatMap((id) => {
      const shape = scene.get(id);
      const visible = scene.children(id).filter((child) => !isHidden(scene, child.id));
      const content = boundsOf(
        scene,
        visible.map((child) => child.id),
      );
      const before = scene.pageBounds(id);
      if (!shape || shape.collapsed || !content || !before) return [];
      const top = Math.max(margin, editor.definition(shape.type)?.folding?.size(shape).h ?? 0);
      const after = { x: content.x - margin, y: content.y - top, w: content.w + 2 * margin, h: content.h + top + margin };
      return fitShapeInto(editor, shape, before, after);
    });
    editor.updateShapes(updates);
  },
};
