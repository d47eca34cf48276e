import type { Editor } from '../editor.ts';
import { movable } from '../move-shapes.ts';
import { fitShapeInto } from '../resize-shapes.ts';
import type { Command } from './command.ts';

const match = (side: 'w' | 'h', id: string, label: string): Command => ({
  id,
  label,
  group: 'arrange',
  keys: [],
  enabled: (editor) => !editor.readOnly && resizable(editor).length > 1,
  run(editor) {
    const shapes = resizable(editor);
    const size = Math.max(...shapes.map((shape) => shape[side]));
    editor.updateShapes(
      shapes.flatMap((shape) => {
        const origin = editor.scene.origin(shape);
        const before = { x: origin.x + shape.x, y: origin.y + shape.y, w: shape.w, h: shape.h };
        return fitShapeInto(editor, shape, before, { ...before, [side]: size });
      }),
    );
  },
});

function resizable(editor: Editor) {
  return movable(editor, editor.selection).flatMap((id) => {
    const shape = editor.scene.get(id);
    const definition = editor.definition(shape?.type ?? '');
    return shape && definition?.resizable && !definition.wraps && !shape.collapsed ? [shape] : [];
  });
}

/** All as wide, or as high, as the largest of them. */
export const matchSizeCommands: readonly Command[] = [
  match('w', 'same_width', 'Make the same width'),
  match('h', 'same_height', 'Make the same height'),
];
