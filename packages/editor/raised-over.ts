import type { ShapeId } from '@autograph/document';
import { isWithin } from './containment.ts';
import type { SceneGraph } from './scene-graph.ts';

/**
 * Shapes in paint order, with those that are dragged over a container, to be dropped into it, above it and what it holds: where they will
 * be. Null for no container.
 */
export function raisedOver(
  scene: SceneGraph,
  ordered: readonly ShapeId[],
  dragged: ReadonlySet<ShapeId>,
  container: ShapeId | null,
): readonly ShapeId[] {
  if (container === null) return ordered;
  const top = ordered.findLastIndex((id) => !dragged.has(id) && (id === container || isWithin(scene, id, container)));
  const isBelow = (id: ShapeId, at: number) => at < top && dragged.has(id);
  const below = ordered.filter(isBelow);
  if (below.length === 0) return ordered;
  const others = (from: number, to?: number) => ordered.slice(from, to).filter((id) => !below.includes(id));
  return [...others(0, top + 1), ...below, ...others(top + 1)];
}
