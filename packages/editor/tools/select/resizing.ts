import { boxCentre, rotate, type Vec } from '@autograph/geometry';
import type { Editor } from '../../editor.ts';
import { handlePlaces } from '../../grips.ts';
import { movable } from '../../move-shapes.ts';
import { type ResizeHandle, sizeBadge } from '../../overlay.ts';
import type { ShapeUpdate } from '../../plan-changes.ts';
import { fitShapeInto, resizedBox, scaleShapes } from '../../resize-shapes.ts';
import { isGroup, selectionBox } from '../../selection.ts';
import type { Side } from '../../snap-sides.ts';
import { createSnapper } from '../../snapper.ts';
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
  const snapper = createSnapper(editor, ids);
  const along = { x: place.x !== 0.5, y: place.y !== 0.5 };
  const sideAt = (at: number): Side | undefined => (at === 0.5 ? undefined : at < 0.5 ? 'from' : 'to');
  const sides = { x: sideAt(place.x), y: sideAt(place.y) };
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
      const proportions = { aspect: modifiers.shift, centred: modifiers.alt };
      const bound = modifiers.shift || modifiers.alt;
      // With one side fixed by another, what is equal to others cannot be told by one side alone.
      const snapped = () =>
        bound ? snapper.point(free, modifiers, along) : snapper.sides(resizedBox(box, handle, free, proportions), sides, modifiers);
      const snap = rotation === 0 ? snapped() : undefined;
      const at = { x: free.x + (snap?.dx ?? 0), y: free.y + (snap?.dy ?? 0) };
      const after = resizedBox(box, handle, at, proportions);
      updates = editor.preview(() => (single ? fitShapeInto(editor, single, box, after) : scaleShapes(editor, ids, box, after)));
      editor.setGesture({ snapLines: modifiers.shift ? [] : (snap?.lines ?? []), gaps: snap?.gaps ?? [], badge: sizeBadge(after) });
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
