import { distance, rotate, type Vec } from '@autograph/geometry';
import type { Editor } from '../../editor.ts';
import { bindableAt } from '../../hit-test.ts';
import type { Grip } from '../../overlay.ts';
import type { ShapeUpdate } from '../../plan-changes.ts';
import { createSnapper } from '../../snapper.ts';
import { dragDistance, type Pointer, type ToolState } from '../tool-state.ts';
import { idle } from './idle.ts';

/** One of the shape's own handles follows the pointer: an arrow's end rebinds to the shape there, Ctrl keeps it free. */
export function editingHandle(editor: Editor, grip: Grip, start: Pointer): ToolState {
  const [id] = editor.selection;
  const shape = id === undefined ? undefined : editor.scene.get(id);
  const definition = shape && editor.definition(shape.type);
  if (!shape || !definition?.moveHandle) return idle(editor);
  const held: Vec = { x: grip.at.x - start.page.x, y: grip.at.y - start.page.y };
  const snapper = createSnapper(editor, [shape.id]);
  let updates: readonly ShapeUpdate[] = [];
  let moved = false;
  const end = () => {
    editor.setPreview(null);
    editor.setGesture(null);
  };
  const self: ToolState = {
    name: 'editing_handle',
    cursor: 'grabbing',
    pointerMove({ view, page, modifiers }) {
      moved ||= distance(view, start.view) >= dragDistance;
      if (!moved) return self;
      const free = { x: page.x + held.x, y: page.y + held.y };
      const isEnd = grip.id === 'start' || grip.id === 'end';
      const target = modifiers.mod || !isEnd ? undefined : bindableAt(editor.scene, free, shape.id, 8 / editor.camera.zoom);
      const snap = target ? undefined : snapper.point(free, modifiers);
      const at = { x: free.x + (snap?.dx ?? 0), y: free.y + (snap?.dy ?? 0) };
      const origin = editor.scene.origin(shape);
      const centre = { x: shape.w / 2, y: shape.h / 2 };
      const local = rotate({ x: at.x - origin.x - shape.x, y: at.y - origin.y - shape.y }, -shape.rotation, centre);
      updates = editor.preview(() => {
        const change = definition.moveHandle?.(shape, grip.id, local, target, editor.scene);
        return change ? [{ id: shape.id, change }] : [];
      });
      editor.setGesture({
        target: target && bindsTo(editor, shape.id, target.id) ? target.id : null,
        snapLines: snap?.lines ?? [],
      });
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

/** Whether the shape, as shown now, ends at the target. */
export function bindsTo(editor: Editor, id: string, target: string): boolean {
  const shape = editor.scene.get(id);
  return shape?.start?.shape_id === target || shape?.end?.shape_id === target;
}
