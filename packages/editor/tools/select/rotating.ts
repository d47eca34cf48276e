import { angle, boxCentre, subtract } from '@autograph/geometry';
import type { Editor } from '../../editor.ts';
import { movable } from '../../move-shapes.ts';
import { badgeBelow } from '../../overlay.ts';
import type { ShapeUpdate } from '../../plan-changes.ts';
import { selectionBox } from '../../selection.ts';
import { turned, upright } from '../../turn-shapes.ts';
import type { Pointer, ToolState } from '../tool-state.ts';
import { idle } from './idle.ts';

/** The selection turns about its centre with the pointer; Shift steps by 15 degrees. */
export function rotating(editor: Editor, start: Pointer): ToolState {
  const ids = movable(editor, editor.selection);
  const frame = selectionBox(editor.scene, ids);
  if (!frame) return idle(editor);
  const pivot = boxCentre(frame.box);
  const from = angle(subtract(start.page, pivot));
  const [only] = ids;
  const first = ids.length === 1 ? (editor.scene.get(only ?? '')?.rotation ?? 0) : 0;
  let updates: readonly ShapeUpdate[] = [];
  const end = () => {
    editor.setPreview(null);
    editor.setGesture(null);
  };
  const self: ToolState = {
    name: 'rotating',
    cursor: 'grabbing',
    pointerMove({ page, modifiers }) {
      const free = first + angle(subtract(page, pivot)) - from;
      const to = upright(modifiers.shift ? Math.round(free / 15) * 15 : Math.round(free));
      updates = editor.preview(() => turned(editor, ids, to - first, pivot));
      editor.setGesture({ badge: badgeBelow(frame.box, `${to}°`) });
      return self;
    },
    pointerUp() {
      end();
      editor.updateShapes(updates);
      return idle(editor);
    },
    cancel: end,
  };
  return self;
}
