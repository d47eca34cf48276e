import type { ShapeId } from '@autograph/document';
import { distance } from '@autograph/geometry';
import { isWithin } from '../../containment.ts';
import type { Editor } from '../../editor.ts';
import { gripAt } from '../../grips.ts';
import { movable } from '../../move-shapes.ts';
import { clickTarget } from '../../selection.ts';
import { dragDistance, type Pointer, type ToolState } from '../tool-state.ts';
import { brushing } from './brushing.ts';
import { editingHandle } from './editing-handle.ts';
import { isOnGround } from './ground.ts';
import { idle } from './idle.ts';
import { translating } from './translating.ts';

/**
 * Pressed on a shape (or inside the selection's frame): a click selects it, a drag moves it with the selection.
 * On the bare ground of a container a drag is a marquee.
 */
export function pointingShape(editor: Editor, start: Pointer, hit: ShapeId | undefined): ToolState {
  const target = hit === undefined ? undefined : clickTarget(editor.scene, hit, editor.entered);
  const { shift } = start.modifiers;
  const selected = target === undefined || editor.selection.includes(target) || isWithinSelection(editor, target);
  const ground = !selected && hit !== undefined && isOnGround(editor, hit, start);
  function take(target: ShapeId): void {
    if (editor.entered !== null && !isWithin(editor.scene, target, editor.entered)) editor.enter(null);
    editor.select([target]);
  }
  if (!selected && !shift && !ground && target !== undefined) take(target);
  return {
    name: 'pointing_shape',
    pointerMove(pointer) {
      if (distance(pointer.view, start.view) < dragDistance) return undefined;
      if (ground) return brushing(editor, start).pointerMove?.(pointer);
      if (!selected && shift && target !== undefined) editor.select([...editor.selection, target]);
      if (editor.readOnly) return brushing(editor, start).pointerMove?.(pointer);
      const caption = selected || ground ? undefined : gripAt(editor, start.page, start.device);
      // All of its box takes hold, as it would have if the line had been selected before.
      if (caption?.box) return editingHandle(editor, caption, start).pointerMove?.(pointer);
      const ids = movable(editor, editor.selection);
      return ids.length === 0 ? idle(editor) : translating(editor, start, ids).pointerMove?.(pointer);
    },
    pointerUp() {
      if (target === undefined) editor.select([]);
      else if (!shift) take(target);
      else if (selected) editor.select(editor.selection.filter((id) => id !== target));
      else editor.select([...editor.selection, target]);
      return idle(editor, 'move');
    },
    cancel: () => {},
  };
}

/** A shape in a selected container is part of what a drag moves, but only while nothing of its own is selected. */
function isWithinSelection(editor: Editor, id: ShapeId): boolean {
  return editor.selection.length > 1 && editor.selection.some((selected) => selected !== id && isWithin(editor.scene, id, selected));
}
