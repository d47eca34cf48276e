import type { Shape, ShapeId } from '@autograph/document';
import { drawLocally, type Editor, placeOnPage, placeShape } from '@autograph/editor';
import { type DisplayList, type DrawItem, type ImageSource, imageKey, sourcesOf } from '@autograph/render';

/** The shapes' drawings, each made once and again after the shape has changed; a shape that has only moved keeps its own. */
export function createDrawings(editor: Editor) {
  const { scene } = editor;
  const drawings = new Map<ShapeId, DisplayList>();

  /** Those that have shown a picture, by its key; some may by now show another. */
  const showing = new Map<string, Set<ShapeId>>();
  const noteSources = (id: ShapeId, list: DisplayList) => {
    for (const source of sourcesOf(list)) {
      const key = imageKey(source);
      const ids = showing.get(key) ?? new Set();
      showing.set(key, ids.add(id));
    }
  };

  const draw = (shape: Shape): DisplayList => drawLocally(scene, shape, editor.drawContext);
  const drawing = (shape: Shape): DisplayList => {
    const made = drawings.get(shape.id) ?? draw(shape);
    if (!drawings.has(shape.id)) noteSources(shape.id, made);
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
    clear() {
      drawings.clear();
      showing.clear();
    },
    /** The shapes in whose drawings the picture is, and maybe some in which it was. */
    showing: (source: ImageSource): Iterable<ShapeId> => showing.get(imageKey(source)) ?? [],
    /** The display list of the shapes, in the order given. */
    list: (ids: Iterable<ShapeId>): DisplayList => collect(ids, drawing),
    /** Drawn now and not kept: shapes that a gesture stretches. */
    fresh: (ids: Iterable<ShapeId>): DisplayList => collect(ids, draw),
  };
}
