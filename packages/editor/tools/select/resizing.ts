import { boxCentre, rotate, type Vec } from '@autograph/geometry';
import type { Editor } from '../../editor.ts';
import { handlePlaces } from '../../grips.ts';
import { movable } from '../../move-shapes.ts';
import type { ResizeHandle } from '../../overlay.ts';
import type { ShapeUpdate } from '../../plan-changes.ts';
import { fitShapeInto, resizedBox, scaleShapes } from '../../resize-shapes.ts';
import { isGroup, selectionBox } from '../../selection.ts';
import { snapFieldAround } from '../../snap-field.ts';
import { snapOffset, toGrid } from '../../snap-offset.ts';
import type { Pointer, ToolState } from '../tool-state.ts';
import { idle } from './idle.ts';

/** A side or corner follows the pointer. Shift keeps the proportions, Alt the centre, Ctrl does without snapping. */
export function resizing(editor: Editor, handle: ResizeHandle, start: Pointer): ToolState {
  const ids = movable(editor, editor.selection);
  const frame = selectionBox(editor.scene, ids);
  if (!frame) return idle(editor);
  const { box, rotation } = frame;
  const place = handlePlaces[handle];
  const corner = { x: box.x + box.w * place.x, y: box.y + box.h * place.y };
  const pivot = boxCentre(box);
  const held = rotate(start.page, -rotation, pivot);
  const field = snapFieldAround(editor, ids);
  const [only] = ids;
  const single = only !== undefined && ids.length === 1 && !isGroup(editor.scene, only) ? editor.scene.get(only) : undefined;
  let updates: readonly ShapeUpdate[] = [];
  const end = () => {
    editor.setPreview(null);
    editor.setGesture(null);
  };
  const self: ToolState = {
    name: 'resizing',
    pointerMove({ page, modifiers }) {
      const turned = rotate(page, -rotation, pivot);
      const free: Vec = { x: corner.x + turned.x - held.x, y: corner.y + turned.y - held.y };
      const snap = modifiers.mod || rotation !== 0 ? undefined : snapped(editor, field, free, place);
      const at = snap?.at ?? free;
      const after = resizedBox(box, handle, at, { aspect: modifiers.shift, centred: modifiers.alt });
      updates = editor.preview(() => (single ? fitShapeInto(editor, single, box, after) : scaleShapes(editor, ids, box, after)));
      editor.setGesture({ snapLines: modifiers.shift ? [] : (snap?.lines ?? []) });
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

function snapped(editor: Editor, field: ReturnType<typeof snapFieldAround>, at: Vec, place: Vec) {
  const { settings } = editor;
  const across = place.x !== 0.5;
  const down = place.y !== 0.5;
  if (settings.snapToGrid) {
    return { at: { x: across ? toGrid(at.x, settings.gridSize) : at.x, y: down ? toGrid(at.y, settings.gridSize) : at.y }, lines: [] };
  }
  const reachable = { vertical: across ? field.vertical : [], horizontal: down ? field.horizontal : [] };
  const { dx, dy, lines } = snapOffset(editor, reachable, { x: at.x, y: at.y, w: 0, h: 0 });
  return { at: { x: at.x + dx, y: at.y + dy }, lines };
}
