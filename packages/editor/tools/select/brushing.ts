import type { ShapeId } from '@autograph/document';
import { type Box, boxBetween, boxContainsBox, pathMeetsBox, type Vec } from '@autograph/geometry';
import type { Editor } from '../../editor.ts';
import { isHidden } from '../../hit-test.ts';
import { clickTarget, withoutNested } from '../../selection.ts';
import type { Pointer, ToolState } from '../tool-state.ts';
import { idle } from './idle.ts';

/**
 * A marquee. Drawn to the right it takes what it encloses, drawn to the left all that it touches;
 * containers only when enclosed. With shift it adds to the selection.
 */
export function brushing(editor: Editor, start: Pointer): ToolState {
  const before = start.modifiers.shift ? editor.selection : [];
  const self: ToolState = {
    name: 'brushing',
    cursor: 'crosshair',
    pointerMove({ page }) {
      const box = boxBetween(start.page, page);
      editor.select([...before, ...brushed(editor, box, start.page, page)]);
      editor.setGesture({ marquee: box, touching: page.x < start.page.x });
      return self;
    },
    pointerUp() {
      editor.setGesture(null);
      return idle(editor);
    },
    cancel() {
      editor.setGesture(null);
      editor.select(before);
    },
  };
  return self;
}

function brushed(editor: Editor, box: Box, from: Vec, to: Vec): ShapeId[] {
  const { scene } = editor;
  const touches = to.x < from.x;
  const targets = new Set<ShapeId>();
  for (const id of scene.query(box)) {
    const shape = scene.get(id);
    const definition = scene.definition(shape?.type ?? '');
    if (!shape || shape.locked || definition?.wraps || isHidden(scene, id)) continue;
    if (editor.entered !== null && clickTarget(scene, id, editor.entered) === clickTarget(scene, id, null)) continue;
    const target = clickTarget(scene, id, editor.entered);
    const bounds = scene.pageBounds(target);
    const enclosed = bounds !== undefined && boxContainsBox(box, bounds);
    const touched = touches && !(definition?.container ?? false) && pathMeetsBox(scene.pageOutline(id) ?? [], box);
    if (enclosed || touched) targets.add(target);
  }
  return withoutNested(scene, [...targets]);
}
