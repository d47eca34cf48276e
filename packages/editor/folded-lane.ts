import type { Shape, ShapeId } from '@autograph/document';
import type { Lane } from '@autograph/geometry';
import type { SceneGraph } from './scene-graph.ts';

const shownAt = (scene: SceneGraph, id: ShapeId | undefined) => (id === undefined ? undefined : (scene.foldedIn(id) ?? id));

/** The two shapes at which the arrow is seen to end, in the order of their ids; undefined for a free end. */
function shownPair(scene: SceneGraph, { start, end }: Shape): string | undefined {
  const ends = [shownAt(scene, start?.shape_id), shownAt(scene, end?.shape_id)];
  return ends.includes(undefined) ? undefined : ends.sort().join('\n');
}

/**
 * Place of an arrow at a folded container among all that join the same two shapes as they are seen: what ends in the container ends at
 * it. Undefined when neither end is folded, 'single' when there is no other.
 */
export function foldedLane(scene: SceneGraph, arrow: Shape): Lane | 'single' | undefined {
  const folded = [arrow.start?.shape_id, arrow.end?.shape_id]
    .map((id) => shownAt(scene, id))
    .find((id) => id !== undefined && scene.get(id)?.collapsed);
  if (folded === undefined) return undefined;
  const pair = shownPair(scene, arrow);
  if (pair === undefined) return 'single';
  const ends = [folded, ...scene.descendants(folded).map(({ id }) => id)];
  const joined = new Set<ShapeId>();
  for (const end of ends)
    for (const id of scene.arrowsAt(end)) {
      const other = scene.get(id);
      if (other && shownPair(scene, other) === pair) joined.add(id);
    }
  const order = [...joined].sort();
  return order.length > 1 ? { index: order.indexOf(arrow.id), count: order.length } : 'single';
}
