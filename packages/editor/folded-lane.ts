import type { Shape, ShapeId } from '@autograph/document';
import type { Lane } from '@autograph/geometry';
import { boundTo } from './arrow-bindings.ts';
import type { SceneGraph } from './scene-graph.ts';

/** The shape at which an arrow is seen to end that ends at `id`: the folded container around that, if there is one. */
export function shownAt(scene: SceneGraph, id: ShapeId): ShapeId {
  return scene.foldedIn(id) ?? id;
}

/** The two shapes at which the arrow is seen to end, in the order of their ids; undefined for a free end. */
function shownPair(scene: SceneGraph, { start, end }: Shape): string | undefined {
  if (start?.shape_id === undefined || end?.shape_id === undefined) return undefined;
  return [shownAt(scene, start.shape_id), shownAt(scene, end.shape_id)].sort().join('\n');
}

/**
 * All arrows that join the same two shapes as the arrow does, as they are seen, where one of these is a folded container: what ends in it
 * ends at it. Undefined when neither is.
 */
function foldedPeers(scene: SceneGraph, arrow: Shape): readonly ShapeId[] | undefined {
  const folded = boundTo(arrow)
    .map((id) => shownAt(scene, id))
    .find((id) => scene.get(id)?.collapsed);
  if (folded === undefined) return undefined;
  const pair = shownPair(scene, arrow);
  if (pair === undefined) return [];
  const ends = [folded, ...scene.descendants(folded).map(({ id }) => id)];
  const joined = new Set<ShapeId>();
  for (const end of ends)
    for (const id of scene.arrowsAt(end)) {
      const other = scene.get(id);
      if (other && shownPair(scene, other) === pair) joined.add(id);
    }
  return [...joined].sort();
}

/** Arrows that make room for one at a folded container, or take the room that it leaves. */
export function besideFolded(scene: SceneGraph, arrow: Shape): readonly ShapeId[] {
  return foldedPeers(scene, arrow) ?? [];
}

/** Place of an arrow at a folded container among its like. Undefined when neither end is folded, 'single' when there is no other. */
export function foldedLane(scene: SceneGraph, arrow: Shape): Lane | 'single' | undefined {
  const order = foldedPeers(scene, arrow);
  if (order === undefined) return undefined;
  return order.length > 1 ? { index: order.indexOf(arrow.id), count: order.length } : 'single';
}
