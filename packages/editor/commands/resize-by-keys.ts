import type { Editor } from '../editor.ts';
import { movable } from '../move-shapes.ts';
import { fitShapeInto, scaleShapes } from '../resize-shapes.ts';
import { selectionBox } from '../selection.ts';
import { type Command, canEditSelection } from './command.ts';

/** px a key press */
const step = 10;

/** The selection grown by so many px at its right and lower side. */
function grow(editor: Editor, dw: number, dh: number): void {
  const ids = movable(editor, editor.selection).filter((id) => canResize(editor, id));
  const frame = selectionBox(editor.scene, ids);
  if (!frame) return;
  const { box } = frame;
  const after = { ...box, w: Math.max(step, box.w + dw), h: Math.max(step, box.h + dh) };
  const only = ids.length === 1 ? editor.scene.get(ids[0] ?? '') : undefined;
  const single = only && !editor.definition(only.type)?.wraps;
  editor.updateShapes(single ? fitShapeInto(editor, only, box, after) : scaleShapes(editor, ids, box, after));
}

function canResize(editor: Editor, id: string): boolean {
  return editor.definition(editor.scene.get(id)?.type ?? '')?.resizable === true;
}

const resizing = (id: string, label: string, key: string, run: (editor: Editor) => void): Command => ({
  id,
  label,
  group: 'arrange',
  keys: [key],
  enabled: canEditSelection,
  run,
});

/** Sizing without a pointer. */
export const resizeCommands: readonly Command[] = [
  resizing('resize_wider', 'Make wider', 'alt+shift+ArrowRight', (editor) => grow(editor, step, 0)),
  resizing('resize_narrower', 'Make narrower', 'alt+shift+ArrowLeft', (editor) => grow(editor, -step, 0)),
  resizing('resize_taller', 'Make taller', 'alt+shift+ArrowDown', (editor) => grow(editor, 0, step)),
  resizing('resize_shorter', 'Make shorter', 'alt+shift+ArrowUp', (editor) => grow(editor, 0, -step)),
];
