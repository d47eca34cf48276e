import { angle, boxCentre, rotate, subtract } from '@autograph/geometry';
import { isConnector } from '../../arrow-bindings.ts';
import { tidy } from '../../change-record.ts';
import type { Editor } from '../../editor.ts';
import { movable } from '../../move-shapes.ts';
import type { ShapeUpdate } from '../../plan-changes.ts';
import { selectionBox } from '../../selection.ts';
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
      editor.setGesture({ angle: to });
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

/** The shapes turned by degrees about a page point; what cannot be turned only changes its place. */
export function turned(
  editor: Editor,
  ids: readonly string[],
  by: number,
  pivot: { readonly x: number; readonly y: number },
): ShapeUpdate[] {
  return ids.flatMap((id): ShapeUpdate[] => {
    const shape = editor.scene.get(id);
    const definition = editor.definition(shape?.type ?? '');
    if (!shape || shape.locked || isConnector(shape)) return [];
    if (definition?.wraps) {
      return turned(
        editor,
        editor.scene.children(id).map((child) => child.id),
        by,
        pivot,
      );
    }
    const origin = editor.scene.origin(shape);
    const middle = { x: origin.x + shape.x + shape.w / 2, y: origin.y + shape.y + shape.h / 2 };
    const centre = rotate(middle, by, pivot);
    const place = { x: shape.x + tidy(centre.x - middle.x), y: shape.y + tidy(centre.y - middle.y) };
    return [{ id, change: definition?.rotatable ? { ...place, rotation: upright(shape.rotation + by) } : place }];
  });
}

/** The same angle in 0..360. */
function upright(degrees: number): number {
  return ((degrees % 360) + 360) % 360;
}
