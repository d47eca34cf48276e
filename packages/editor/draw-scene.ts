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
    const own = !wanted || wanted.has(shape.id) ? drawShape(scene, shape, context) : undefined;
    const children = inside(scene, shape, scene.children(shape.id).flatMap(visit));
    return own ? [own, ...children] : [...children];
  };
  return scene.children(null).flatMap(visit);
}

/** One shape at its place on the page; undefined when it paints nothing. */
export function drawShape(scene: SceneGraph, shape: Shape, context: DrawContext): DrawItem | undefined {
  return placeShape(scene, shape, drawLocally(scene, shape, context));
}

/** What a shape paints in its local coordinates: the same wherever it is moved, alone or with what it depends on. A kind nobody knows is a dashed box. */
export function drawLocally(scene: SceneGraph, shape: Shape, context: DrawContext): DisplayList {
  const definition = scene.definition(shape.type);
  return definition ? definition.draw(shape, context) : placeholder(shape, context);
}

/** A shape's local drawing as a group at its place on the page, faded by its own opacity; undefined when there is nothing to paint. */
export function placeShape(scene: SceneGraph, shape: Shape, items: DisplayList): DrawItem | undefined {
  if (items.length === 0) return undefined;
  const origin = scene.origin(shape);
  const turn = shape.rotation % 360 === 0 ? undefined : { rotation: shape.rotation, cx: shape.w / 2, cy: shape.h / 2 };
  const faded = shape.opacity !== undefined && shape.opacity < 1 ? { opacity: shape.opacity } : undefined;
  const place = { dx: origin.x + shape.x, dy: origin.y + shape.y };
  return { kind: 'group', items, ...place, ...turn, ...faded };
}

/** A shape's drawing as it shows among its containers: clipped and faded by them; undefined when one of them is hidden. */
export function placeOnPage(scene: SceneGraph, id: ShapeId, item: DrawItem): DrawItem | undefined {
  let placed = item;
  for (let up = scene.parent(id); up !== null; up = scene.parent(up)) {
    const container = scene.get(up);
    if (container?.hidden) return undefined;
    placed = inside(scene, container, [placed]).at(0) ?? placed;
  }
  return placed;
}

/** What lies in a container, with the container's clip and opacity. */
function inside(scene: SceneGraph, container: Shape | undefined, items: readonly DrawItem[]): readonly DrawItem[] {
  const opacity = container?.opacity ?? 1;
  const clips = container !== undefined && scene.definition(container.type)?.clips === true;
  if (items.length === 0 || (opacity >= 1 && !clips)) return items;
  const clip = clips ? scene.pageOutline(container.id) : undefined;
  return [{ kind: 'group', items, ...(opacity < 1 && { opacity }), ...(clip && { clip }) }];
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
