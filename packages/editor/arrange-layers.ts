import type { Shape, ShapeId } from '@autograph/document';
import { translation } from './change-record.ts';
import type { Editor } from './editor.ts';
import { reorder } from './order.ts';
import { withoutNested } from './selection.ts';

/** A place in the paint order: in a container (null: the page), right over a sibling, or under all when `over` is null. */
export interface LayerPlace {
  readonly parent: ShapeId | null;
  readonly over: ShapeId | null;
}

/** Those of the shapes that may be put there: what was drawn, and code blocks on the page; nothing goes into itself. */
export function placeable(editor: Editor, ids: readonly ShapeId[], parent: ShapeId | null): ShapeId[] {
  const { scene, document } = editor;
  if (editor.readOnly) return [];
  const container = parent === null ? undefined : document.shapes.get(parent);
  if (parent !== null && !(container && editor.definition(container.type)?.container)) return [];
  const above = new Set<ShapeId>();
  for (let up = parent; up !== null; up = scene.parent(up)) above.add(up);
  return withoutNested(scene, ids).filter(
    (id) => !above.has(id) && (document.shapes.has(id) || (parent === null && document.blocks.has(id))),
  );
}

/** Puts shapes at a place in the paint order, in the order that they have, without moving them on the page. */
export function arrangeLayers(editor: Editor, ids: readonly ShapeId[], { parent, over }: LayerPlace): void {
  const { scene } = editor;
  const moved = scene.inPaintOrder(placeable(editor, ids, parent)).flatMap((id) => scene.get(id) ?? []);
  const movedIds = new Set(moved.map(({ id }) => id));
  const rest = scene.children(parent).filter(({ id }) => !movedIds.has(id));
  // A place right over one that moves itself is over the next below it that stays.
  const siblings = scene.children(parent);
  const below = siblings.slice(0, siblings.findIndex(({ id }) => id === over) + 1).findLast(({ id }) => !movedIds.has(id));
  const at = below ? rest.indexOf(below) + 1 : 0;
  const order = [...rest.slice(0, at), ...moved, ...rest.slice(at)];
  const same = order.every((shape, i) => shape === scene.children(parent)[i]);
  if (moved.length === 0 || (same && moved.every(({ id }) => scene.parent(id) === parent))) return;
  const indexes = reorder(order, movedIds);
  const target = originIn(editor, parent);
  const reparented = new Map(moved.filter(({ id }) => scene.parent(id) !== parent).map((shape) => [shape.id, shape]));
  editor.updateShapes(
    [...indexes].map(([id, index]) => {
      const shape = reparented.get(id);
      return { id, change: { index, ...(shape && { parent_id: parent, ...shift(editor, shape, target) }) } };
    }),
  );
}

function originIn(editor: Editor, parent: ShapeId | null) {
  const container = parent === null ? undefined : editor.scene.get(parent);
  if (!container) return { x: 0, y: 0 };
  const { x, y } = editor.scene.origin(container);
  return { x: x + container.x, y: y + container.y };
}

/** What keeps a shape where it is on the page when its coordinates begin at `target`. */
function shift(editor: Editor, shape: Shape, target: { readonly x: number; readonly y: number }) {
  const { x, y } = editor.scene.origin(shape);
  return translation(shape, x - target.x, y - target.y);
}
