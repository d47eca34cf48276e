import type { BlockId, Shape, ShapeId } from '@autograph/document';
import { type Box, boxContains, expandBox, nearestOnPath, pathContains, translateBox, type Vec } from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import { isWithinAny, reachesOut } from './containment.ts';
import type { SceneGraph } from './scene-graph.ts';

/** Whether the shape, or a container around it, is hidden, or it lies in a folded container, or joins only what does. */
export function isHidden(scene: SceneGraph, id: ShapeId): boolean {
  const shape = scene.get(id);
  if (shape?.hidden || (shape && joinsInsideFold(scene, shape))) return true;
  for (let up = scene.parent(id); up !== null; up = scene.parent(up)) {
    const container = scene.get(up);
    if (container?.hidden || container?.collapsed) return true;
  }
  return false;
}

/** Whether both ends of an arrow have come to lie at one folded container. */
function joinsInsideFold(scene: SceneGraph, { start, end }: Shape): boolean {
  if (start?.shape_id === undefined || end?.shape_id === undefined) return false;
  const [from, to] = [scene.foldedIn(start.shape_id), scene.foldedIn(end.shape_id)];
  if (from === undefined && to === undefined) return false;
  return (from ?? start.shape_id) === (to ?? end.shape_id);
}

/** Whether a clipping container around the shape cuts the point off. */
function isClipped(scene: SceneGraph, id: ShapeId, point: Vec): boolean {
  for (let at = scene.parent(id); at !== null; at = scene.parent(at)) {
    if (!scene.definition(scene.get(at)?.type ?? '')?.clips || reachesOut(scene, id, at)) continue;
    if (!pathContains(scene.pageOutline(at) ?? [], point)) return true;
  }
  return false;
}

/** Shapes that are less than so many margins wide or high are seen so small that what is only near must not be taken for them. */
const smallest = 4;

/**
 * The uppermost visible shape at a page point that `accepts` lets pass; `margin` px around lines count, unless the point lies in a shape so
 * small that nobody could point into it otherwise. Groups are never hit, their members are.
 */
export function hitTest(
  scene: SceneGraph,
  point: Vec,
  margin: number,
  accepts: (shape: Shape) => boolean = () => true,
): ShapeId | undefined {
  const around: Box = expandBox({ x: point.x, y: point.y, w: 0, h: 0 }, margin);
  const there = scene.query(around);
  const uppermost = (reach: number) =>
    there.findLast((id) => {
      const shape = scene.get(id);
      if (!shape || !accepts(shape) || isHidden(scene, id)) return false;
      return isHit(scene, shape, point, reach) && !isClipped(scene, id, point);
    });
  const near = uppermost(margin);
  const under = near === undefined ? undefined : uppermost(0);
  const { w = 0, h = 0 } = scene.get(under ?? '') ?? {};
  return under !== undefined && Math.min(w, h) < smallest * margin ? under : near;
}

function isHit(scene: SceneGraph, shape: Shape, point: Vec, margin: number): boolean {
  const definition = scene.definition(shape.type);
  if (definition?.wraps) return false;
  const bounds = scene.pageBounds(shape.id);
  if (!isConnector(shape) && bounds && !boxContains(expandBox(bounds, margin), point)) return false;
  const outline = scene.pageOutline(shape.id) ?? [];
  if ((definition?.filled(shape) ?? true) && pathContains(outline, point)) return true;
  if ((nearestOnPath(outline, point)?.distance ?? Infinity) <= margin + (shape.stroke_width ?? 0) / 2) return true;
  const label = definition?.labelBox?.(shape, scene);
  const origin = scene.origin(shape);
  return label !== undefined && label.w > 0 && boxContains(translateBox(label, origin.x + shape.x, origin.y + shape.y), point);
}

/** The uppermost shape at the point that an arrow may end at, the inside of its outline counting even when unfilled. */
export function bindableAt(scene: SceneGraph, point: Vec, except: ShapeId, reach: number): Shape | undefined {
  const id = scene.query(expandBox({ x: point.x, y: point.y, w: 0, h: 0 }, reach)).findLast((candidate) => {
    const shape = scene.get(candidate);
    if (!shape || candidate === except || !scene.definition(shape.type)?.bindable || isHidden(scene, candidate)) return false;
    const outline = scene.pageOutline(candidate) ?? [];
    return (
      (pathContains(outline, point) || (nearestOnPath(outline, point)?.distance ?? Infinity) <= reach) &&
      !isClipped(scene, candidate, point)
    );
  });
  return id === undefined ? undefined : scene.get(id);
}

/** The uppermost container at the point that drawn shapes may be put into; groups take in nothing by dropping, code blocks only what their text says. */
export function containerAt(scene: SceneGraph, point: Vec, except: ReadonlySet<ShapeId>): ShapeId | null {
  const found = scene.query({ x: point.x, y: point.y, w: 0, h: 0 }).findLast((id) => {
    const shape = scene.get(id);
    const definition = scene.definition(shape?.type ?? '');
    if (!shape || !definition?.container || definition.wraps || shape.collapsed || shape.origin || scene.derivation(id)) return false;
    if (isWithinAny(scene, id, except) || isHidden(scene, id)) return false;
    return pathContains(scene.pageOutline(id) ?? [], point) && !isClipped(scene, id, point);
  });
  return found ?? null;
}

/** The uppermost group of a diagram as code at the point; the diagram itself when there is none, also outside it. */
export function groupAt(scene: SceneGraph, block: BlockId, point: Vec, except: ReadonlySet<ShapeId>): ShapeId {
  const found = scene.query({ x: point.x, y: point.y, w: 0, h: 0 }).findLast((id) => {
    const shape = scene.get(id);
    if (shape?.origin?.block_id !== block || !scene.definition(shape.type)?.container || isHidden(scene, id)) return false;
    return !isWithinAny(scene, id, except) && pathContains(scene.pageOutline(id) ?? [], point);
  });
  return found ?? block;
}
