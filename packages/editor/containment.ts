import type { ShapeId } from '@autograph/document';
import { boundTo } from './arrow-bindings.ts';
import type { SceneGraph } from './scene-graph.ts';

/** Whether the shape is the container or lies in it, at any depth. */
export function isWithin(scene: SceneGraph, id: ShapeId, container: ShapeId): boolean {
  for (let at: ShapeId | null = id; at !== null; at = scene.parent(at)) if (at === container) return true;
  return false;
}

/** Whether the shape is one of the containers or lies in one. */
export function isWithinAny(scene: SceneGraph, id: ShapeId, containers: ReadonlySet<ShapeId>): boolean {
  for (let at: ShapeId | null = id; at !== null; at = scene.parent(at)) if (containers.has(at)) return true;
  return false;
}

/** Whether a clipping container around the shape does not cut it off: an arrow to something outside it, or what is being dragged out of it. */
export function reachesOut(scene: SceneGraph, id: ShapeId, container: ShapeId): boolean {
  const { transient } = scene;
  if (transient?.moving.has(id) && !transient.moving.has(container)) return true;
  const shape = scene.get(id);
  return shape !== undefined && boundTo(shape).some((target) => !isWithin(scene, target, container));
}
