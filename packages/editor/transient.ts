import type { ShapeId } from '@autograph/document';
import { boundTo, makesDetours } from './arrow-bindings.ts';
import { shownAt } from './folded-lane.ts';
import type { SceneGraph } from './scene-graph.ts';

/** A move in progress: one offset, in page px, that is stored when the gesture ends. */
export interface Transient {
  /** What the person drags. */
  readonly ids: readonly ShapeId[];
  readonly dx: number;
  readonly dy: number;
  /** All that moves by exactly the offset: the dragged, what they contain, and arrows with both ends among them. An arrow dragged away from what it is bound to comes loose. */
  readonly moving: ReadonlySet<ShapeId>;
  /** What changes its form with every step: arrows with one end moving or with detours, groups of which a part moves. */
  readonly stretching: readonly ShapeId[];
}

/** What a move of the shapes carries along and what it stretches. */
export function whatMoves(scene: SceneGraph, ids: readonly ShapeId[]): Pick<Transient, 'moving' | 'stretching'> {
  const moving = new Set<ShapeId>();
  for (const id of ids) carry(scene, id, moving);
  // Of what moves as a whole nothing stretches: no need to ask each arrow.
  if (moving.size === scene.size) return { moving, stretching: [] };
  const stretching = new Set<ShapeId>();
  // Also over those that are added on the way: something may end at an arrow that comes along.
  for (const id of moving) {
    for (const arrowId of scene.arrowsAt(id)) {
      const arrow = scene.get(arrowId);
      if (!arrow || moving.has(arrowId)) continue;
      const ends = [arrow.start?.shape_id, arrow.end?.shape_id];
      if (ends.every((end) => end !== undefined && moving.has(shownAt(scene, end))) && !makesDetours(arrow)) moving.add(arrowId);
      else stretching.add(arrowId);
    }
    const shape = scene.get(id);
    const targets = shape ? boundTo(shape) : [];
    const all = shape && !makesDetours(shape) && targets.every((target) => moving.has(shownAt(scene, target)));
    if (targets.some((target) => moving.has(target)) && !all) stretching.add(id);
  }
  for (const id of ids) {
    for (let up = scene.parent(id); up !== null && !moving.has(up); up = scene.parent(up))
      if (scene.definition(scene.get(up)?.type ?? '')?.wraps) stretching.add(up);
  }
  for (const id of stretching) moving.delete(id);
  return { moving, stretching: [...stretching] };
}

function carry(scene: SceneGraph, id: ShapeId, moving: Set<ShapeId>): void {
  if (moving.has(id) || !scene.get(id)) return;
  moving.add(id);
  for (const child of scene.children(id)) carry(scene, child.id, moving);
}
