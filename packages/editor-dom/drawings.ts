import type { ShapeId } from '@autograph/document';
import { drawShape, type Editor, placeOnPage } from '@autograph/editor';
import type { DisplayList, DrawItem } from '@autograph/render';

/** The shapes' drawings, each made once and again after the shape has changed. */
export function createDrawings(editor: Editor) {
  const { scene } = editor;
  const drawings = new Map<ShapeId, DrawItem | null>();

  const draw = (id: ShapeId): DrawItem | null => {
    const shape = scene.get(id);
    return (shape && !shape.hidden && drawShape(scene, shape, editor.drawContext)) || null;
  };
  const drawing = (id: ShapeId): DrawItem | null => {
    const known = drawings.get(id);
    const made = known === undefined ? draw(id) : known;
    drawings.set(id, made);
    return made;
  };
  const collect = (ids: Iterable<ShapeId>, of: (id: ShapeId) => DrawItem | null): DisplayList => {
    const list: DrawItem[] = [];
    for (const id of ids) {
      const item = of(id);
      const placed = item && placeOnPage(scene, id, item);
      if (placed) list.push(placed);
    }
    return list;
  };

  return {
    forget: (id: ShapeId) => void drawings.delete(id),
    clear: () => drawings.clear(),
    /** The display list of the shapes, in the order given. */
    list: (ids: Iterable<ShapeId>): DisplayList => collect(ids, drawing),
    /** Drawn now and not kept: shapes that a gesture moves or stretches. */
    fresh: (ids: Iterable<ShapeId>): DisplayList => collect(ids, draw),
  };
}
