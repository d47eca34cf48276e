import type { ShapeId } from '@autograph/document';
import { drawShape, type Editor, type SceneGraph } from '@autograph/editor';
import { boxContains } from '@autograph/geometry';
import type { DisplayList, DrawItem } from '@autograph/render';

/** The containers around a shape that cut it off, and how they fade it; undefined when one hides it. */
function surroundings(scene: SceneGraph, id: ShapeId): { readonly clippers: readonly ShapeId[]; readonly opacity: number } | undefined {
  const clippers: ShapeId[] = [];
  let opacity = 1;
  for (let up = scene.parent(id); up !== null; up = scene.parent(up)) {
    const container = scene.get(up);
    if (!container || container.hidden) return undefined;
    opacity *= container.opacity ?? 1;
    if (scene.definition(container.type)?.clips) clippers.push(up);
  }
  return { clippers, opacity };
}

/** A shape's drawing as it shows among its containers: cut off by frames it sticks out of, faded with them. */
function amongContainers(scene: SceneGraph, id: ShapeId, drawing: readonly DrawItem[]): DisplayList {
  const around = surroundings(scene, id);
  if (!around) return [];
  let items = drawing;
  const paint = scene.paintBounds(id);
  for (const clipper of around.clippers) {
    const box = scene.pageBounds(clipper);
    if (paint && box && boxContains(box, paint)) continue;
    items = [{ kind: 'group', items, clip: scene.pageOutline(clipper) ?? [] }];
  }
  return around.opacity < 1 ? [{ kind: 'group', items, opacity: around.opacity }] : items;
}

/** The shapes' drawings, each made once and again after the shape has changed. */
export function createDrawings(editor: Editor) {
  const { scene } = editor;
  const drawings = new Map<ShapeId, readonly DrawItem[]>();

  const draw = (id: ShapeId): readonly DrawItem[] => {
    const shape = scene.get(id);
    return shape && !shape.hidden ? drawShape(scene, editor.drawContext, shape) : [];
  };
  const drawing = (id: ShapeId): readonly DrawItem[] => {
    const known = drawings.get(id) ?? draw(id);
    drawings.set(id, known);
    return known;
  };
  const collect = (ids: Iterable<ShapeId>, of: (id: ShapeId) => readonly DrawItem[]): DisplayList => {
    const list: DrawItem[] = [];
    for (const id of ids) {
      const items = of(id);
      if (items.length > 0) list.push(...amongContainers(scene, id, items));
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
