import type { Shape, ShapeId } from '@autograph/document';
import { type Box, rectanglePath } from '@autograph/geometry';
import type { DisplayList, DrawItem } from '@autograph/render';
import type { SceneGraph } from './scene-graph.ts';
import type { DrawContext } from './shape-definition.ts';

/** Which shapes to draw: those whose paint touches a box, or the given ones with all they contain; all of the page when absent. */
export interface DrawWhat {
  readonly box?: Box;
  readonly ids?: Iterable<ShapeId>;
  /** Not these, nor what they contain. */
  readonly except?: ReadonlySet<ShapeId>;
}

/** The page as a display list in page coordinates and paint order: hidden shapes left out, containers' opacity and clips applied, each shape one group. */
export function drawScene(scene: SceneGraph, context: DrawContext, what: DrawWhat = {}): DisplayList {
  const wanted = what.ids ? withDescendants(scene, what.ids) : what.box ? new Set(scene.query(what.box)) : undefined;
  const needed = wanted && withAncestors(scene, wanted);
  const visit = (shape: Shape): DrawItem[] => {
    if (shape.hidden || what.except?.has(shape.id) || (needed && !needed.has(shape.id))) return [];
    const definition = scene.definition(shape.type);
    const own = !wanted || wanted.has(shape.id) ? drawShape(scene, context, shape) : [];
    const children = scene.children(shape.id);
    if (children.length === 0) return own;
    const inside = children.flatMap(visit);
    const opacity = shape.opacity ?? 1;
    if (inside.length === 0 || (opacity >= 1 && !definition?.clips)) return [...own, ...inside];
    const clip = definition?.clips ? scene.pageOutline(shape.id) : undefined;
    return [...own, { kind: 'group', items: inside, ...(opacity < 1 && { opacity }), ...(clip && { clip }) }];
  };
  return scene.children(null).flatMap(visit);
}

/** One shape as a group at its place on the page, or nothing when it paints nothing. A kind nobody knows is a dashed box. */
export function drawShape(scene: SceneGraph, context: DrawContext, shape: Shape): DrawItem[] {
  const definition = scene.definition(shape.type);
  const items = definition ? definition.draw(shape, context) : placeholder(shape, context);
  if (items.length === 0) return [];
  const origin = scene.origin(shape);
  const { transient } = scene;
  const shifted = transient?.moving.has(shape.id) ? transient : undefined;
  const turn = shape.rotation % 360 === 0 ? undefined : { rotation: shape.rotation, cx: shape.w / 2, cy: shape.h / 2 };
  const place = { dx: origin.x + shape.x + (shifted?.dx ?? 0), dy: origin.y + shape.y + (shifted?.dy ?? 0) };
  return [{ kind: 'group', items, ...place, ...turn }];
}

function placeholder(shape: Shape, { theme }: DrawContext): DisplayList {
  const path = rectanglePath({ x: 0, y: 0, w: shape.w, h: shape.h });
  return [{ kind: 'path', path, stroke: { paint: theme.stroke('grey'), width: 1, dash: [4, 4] } }];
}

function withDescendants(scene: SceneGraph, ids: Iterable<ShapeId>): Set<ShapeId> {
  const all = new Set<ShapeId>();
  for (const id of ids) {
    all.add(id);
    for (const shape of scene.descendants(id)) all.add(shape.id);
  }
  return all;
}

function withAncestors(scene: SceneGraph, ids: ReadonlySet<ShapeId>): Set<ShapeId> {
  const all = new Set(ids);
  for (const id of ids) for (let up = scene.parent(id); up !== null && !all.has(up); up = scene.parent(up)) all.add(up);
  return all;
}
