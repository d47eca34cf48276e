import type { Shape, ShapeId } from '@autograph/document';
import { drawLocally, type Editor, placeOnPage, placeShape } from '@autograph/editor';
import type { DisplayList, DrawItem } from '@autograph/render';

/** The shapes' drawings, each made once and again after the shape has changed; a shape that has only moved keeps its own. */
export function createDrawings(editor: Editor) {
  const { scene } = editor;
  const drawings = new Map<ShapeId, DisplayList>();

  const draw = (shape: Shape): DisplayList => drawLocally(scene, shape, editor.drawContext);
  const drawing = (shape: Shape): DisplayList => {
    const made = drawings.get(shape.id) ?? draw(shape);
    drawings.set(shape.id, made);
    return made;
  };
  const collect = (ids: Iterable<ShapeId>, of: (shape: Shape) => DisplayList): DisplayList => {
    const list: DrawItem[] = [];
    for (const id of ids) {
      const shape = scene.get(id);
      const item = shape && !shape.hidden && placeShape(scene, shape, of(shape));
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
    /** Drawn now and not kept: shapes that a gesture stretches. */
    fresh: (ids: Iterable<ShapeId>): DisplayList => collect(ids, draw),
  };
}
