import type { Shape, ShapeId } from '@autograph/document';
import { type Box, boxContains, expandBox, nearestOnPath, pathContains, translateBox, type Vec } from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import type { SceneGraph } from './scene-graph.ts';

/** Whether the shape, or a container around it, is hidden. */
export function isHidden(scene: SceneGraph, id: ShapeId): boolean {
  for (let at: ShapeId | null = id; at !== null; at = scene.parent(at)) if (scene.get(at)?.hidden) return true;
  return false;
}

/** Whether a clipping container around the shape cuts the point off. */
function isClipped(scene: SceneGraph, id: ShapeId, point: Vec): boolean {
  for (let at = scene.parent(id); at !== null; at = scene.parent(at)) {
    if (!scene.definition(scene.get(at)?.type ?? '')?.clips) continue;
    if (!pathContains(scene.pageOutline(at) ?? [], point)) return true;
  }
  return false;
}

/** The uppermost visible shape at a page point that `accepts` lets pass; `margin` px around lines count. Groups are never hit, their members are. */
export function hitTest(
  scene: SceneGraph,
  point: Vec,
  margin: number,
  accepts: (shape: Shape) => boolean = () => true,
): ShapeId | undefined {
  const around: Box = expandBox({ x: point.x, y: point.y, w: 0, h: 0 }, margin);
  return scene.query(around).findLast((id) => {
    const shape = scene.get(id);
    if (!shape || !accepts(shape) || isHidden(scene, id)) return false;
    return isHit(scene, shape, point, margin) && !isClipped(scene, id, point);
  });
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
    if (!shape || !definition?.container || definition.wraps || shape.origin || scene.derivation(id)) return false;
    if (isInside(scene, id, except) || isHidden(scene, id)) return false;
    return pathContains(scene.pageOutline(id) ?? [], point) && !isClipped(scene, id, point);
  });
  return found ?? null;
}

function isInside(scene: SceneGraph, id: ShapeId, others: ReadonlySet<ShapeId>): boolean {
  for (let at: ShapeId | null = id; at !== null; at = scene.parent(at)) if (others.has(at)) return true;
  return false;
}
