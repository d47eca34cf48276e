import type { ShapeId } from '@autograph/document';
import { boxContains, expandBox, nearestOnPath, translateBox } from '@autograph/geometry';
import type { Editor } from '../../editor.ts';
import { clickTarget } from '../../selection.ts';
import type { Pointer } from '../tool-state.ts';

/** How near a pointer must come to a line to be on it, px of the page. */
export const reachOf = (editor: Editor, device: Pointer['device']): number => (device === 'touch' ? 12 : 5) / editor.camera.zoom;

/** Whether the pointer is on the bare inside of a container that is not selected, off its border and title: a drag there is a marquee. */
export function isOnGround(editor: Editor, hit: ShapeId, pointer: Pick<Pointer, 'page' | 'device'>): boolean {
  return (
    !editor.selection.includes(hit) && clickTarget(editor.scene, hit, editor.entered) === hit && isInsideContainer(editor, hit, pointer)
  );
}

/** Whether the pointer is on the bare inside of a container, off its border and title: there it is as on the page. */
export function isInsideContainer(editor: Editor, hit: ShapeId, { page, device }: Pick<Pointer, 'page' | 'device'>): boolean {
  const { scene } = editor;
  const shape = scene.get(hit);
  const definition = scene.definition(shape?.type ?? '');
  if (!shape || !definition?.container || definition.wraps || shape.collapsed) return false;
  const reach = reachOf(editor, device);
  if ((nearestOnPath(scene.pageOutline(hit) ?? [], page)?.distance ?? Infinity) <= reach) return false;
  const origin = scene.origin(shape);
  const title = definition.textBox?.(shape, editor.drawContext);
  return !title || !boxContains(expandBox(translateBox(title, origin.x + shape.x, origin.y + shape.y), reach), page);
}
