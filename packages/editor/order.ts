import type { Shape, ShapeId } from '@autograph/document';
import { isOrderKey, keyBetween, keysBetween } from '@autograph/document/order.ts';
import type { SceneGraph } from './scene-graph.ts';

/** The order key that puts a new shape over all its siblings. */
export function topIndex(scene: SceneGraph, parent: ShapeId | null): string {
  return keyBetween(usable(scene.children(parent).at(-1)), null);
}

/** As many rising keys over all siblings. */
export function topIndexes(scene: SceneGraph, parent: ShapeId | null, count: number): string[] {
  return keysBetween(usable(scene.children(parent).at(-1)), null, count);
}

function usable(shape: Shape | undefined): string | null {
  return shape && isOrderKey(shape.index) ? shape.index : null;
}

/** New keys that give the siblings this order, changing as few as possible: only those of `moved`, unless keys collide. */
export function reorder(order: readonly Shape[], moved: ReadonlySet<ShapeId>): Map<ShapeId, string> {
  const changed = new Map<ShapeId, string>();
  try {
    for (let at = 0; at < order.length; ) {
      let end = at;
      while (end < order.length && moved.has(order[end]?.id ?? '')) end++;
      if (end > at) {
        const keys = keysBetween(order[at - 1]?.index ?? null, order[end]?.index ?? null, end - at);
        keys.forEach((key, i) => {
          const shape = order[at + i];
          if (shape) changed.set(shape.id, key);
        });
        at = end;
      } else at++;
    }
    return changed;
  } catch {
    // Two neighbours share a key, or one is malformed: all siblings get fresh keys.
    const keys = keysBetween(null, null, order.length);
    return new Map(order.map((shape, i) => [shape.id, keys[i] ?? shape.index]));
  }
}
