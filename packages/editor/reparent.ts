import type { ShapeId } from '@autograph/document';
import { boxCentre, boxesIntersect } from '@autograph/geometry';
import { translation } from './change-record.ts';
import type { Editor } from './editor.ts';
import { containerAt } from './hit-test.ts';
import { topIndexes } from './order.ts';

/** Puts drawn shapes into another container (null: the page) without moving them on the page; they come to lie uppermost there. Into one that there is not, none goes. */
export function reparent(editor: Editor, ids: readonly ShapeId[], parent: ShapeId | null): void {
  const { scene, document } = editor;
  if (parent !== null && !scene.get(parent)) return;
  const moved = scene.inPaintOrder(ids).flatMap((id) => document.shapes.get(id) ?? []);
  const container = parent === null ? undefined : scene.get(parent);
  const at = container ? scene.origin(container) : { x: 0, y: 0 };
  const origin = container ? { x: at.x + container.x, y: at.y + container.y } : at;
  const indexes = topIndexes(scene, parent, moved.length);
  editor.updateShapes(
    moved.map((shape, i) => {
      const before = scene.origin(shape);
      const change = translation(shape, before.x - origin.x, before.y - origin.y);
      return { id: shape.id, change: { ...change, parent_id: parent, index: indexes[i] ?? shape.index } };
    }),
  );
}

/** Puts those of the shapes that have come to lie beside the frame that they are in, and would be cut away by it, into what is under them. */
export function leaveFrames(editor: Editor, ids: readonly ShapeId[]): void {
  const { scene } = editor;
  for (const id of ids) {
    const parent = scene.parent(id);
    const box = scene.pageBounds(id);
    const frame = parent === null ? undefined : scene.pageBounds(parent);
    if (!box || !frame || boxesIntersect(box, frame)) continue;
    const under = containerAt(scene, boxCentre(box), new Set([id]));
    reparent(editor, dropped(editor, [id], under), under);
  }
}

/** Those of the shapes that a drop into `parent` would really take out of where they are: drawn ones that are not in a group. */
export function dropped(editor: Editor, ids: readonly ShapeId[], parent: ShapeId | null): ShapeId[] {
  return ids.filter((id) => {
    if (!editor.document.shapes.has(id) || editor.scene.parent(id) === parent) return false;
    const current = editor.scene.parent(id);
    return current === null || !editor.definition(editor.scene.get(current)?.type ?? '')?.wraps;
  });
}
