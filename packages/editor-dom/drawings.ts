import type { ShapeId } from '@autograph/document';
import { drawShape, type Editor, placeOnPage } from '@autograph/editor';
import type { DisplayList, DrawItem } from '@autograph/render';

/** The shapes' drawings, each made once and again after the shape has changed. */
export function createDrawings(editor: Editor) {
  const drawings = new Map<ShapeId, DrawItem | null>();

  const drawing = (id: ShapeId): DrawItem | null => {
    const known = drawings.get(id);
    if (known !== undefined) return known;
    const shape = editor.scene.get(id);
    const made = (shape && !shape.hidden && drawShape(editor.scene, shape, editor.drawContext)) || null;
    drawings.set(id, made);
    return made;
  };

  return {
    forget: (id: ShapeId) => void drawings.delete(id),
    clear: () => drawings.clear(),
    /** The display list of the shapes, in the order given. */
    list: (ids: Iterable<ShapeId>): DisplayList => {
      const list: DrawItem[] = [];
      for (const id of ids) {
        const item = drawing(id);
        const placed = item && placeOnPage(editor.scene, id, item);
        if (placed) list.push(placed);
      }
      return list;
    },
    /** Drawn now and not kept: shapes that a gesture moves or stretches. */
    fresh: (ids: Iterable<ShapeId>): DisplayList => {
      const list: DrawItem[] = [];
      for (const id of ids) {
        const shape = editor.scene.get(id);
        const item = shape && !shape.hidden ? drawShape(editor.scene, shape, editor.drawContext) : undefined;
        const placed = item && placeOnPage(editor.scene, id, item);
        if (placed) list.push(placed);
      }
      return list;
    },
  };
}
