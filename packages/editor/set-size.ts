import type { ShapeId } from '@autograph/document';
import type { Editor } from './editor.ts';
import type { ShapeUpdate } from './plan-changes.ts';
import { fitShapeInto, scaleShapes } from './resize-shapes.ts';
import { isGroup } from './selection.ts';

/** What gives a shape another size, px, with its top-left corner staying where it is; a group scales what it holds. */
export function sizeUpdates(editor: Editor, id: ShapeId, size: { readonly w?: number; readonly h?: number }): readonly ShapeUpdate[] {
  const { scene } = editor;
  const shape = scene.get(id);
  const bounds = scene.pageBounds(id);
  if (!shape || !bounds) return [];
  if (isGroup(scene, id)) return scaleShapes(editor, [id], bounds, { ...bounds, ...size });
  const origin = scene.origin(shape);
  const before = { x: origin.x + shape.x, y: origin.y + shape.y, w: shape.w, h: shape.h };
  return fitShapeInto(editor, shape, before, { ...before, ...size });
}
