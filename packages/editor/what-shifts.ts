import type { ShapeId } from '@autograph/document';
import { boundTo } from './arrow-bindings.ts';
import { shownAt } from './folded-lane.ts';
import type { SceneGraph } from './scene-graph.ts';

/** What follows from moving some records by one offset. */
export interface Shifts {
  /** All whose place and form on the page are the former ones, moved by just the offset. */
  readonly shifted: ReadonlySet<ShapeId>;
  /** All else that looks different: arrows with one end among them, groups of which a part moves. */
  readonly reformed: ReadonlySet<ShapeId>;
}

/** What moves on the page as the records of `roots` have moved in their parents. */
export function whatShifts(scene: SceneGraph, roots: ReadonlySet<ShapeId>): Shifts {
  const carried = new Set<ShapeId>();
  const reformed = new Set<ShapeId>();
  const waiting: ShapeId[] = [];
  const reform = (id: ShapeId) => {
    if (reformed.has(id)) return;
    reformed.add(id);
    waiting.push(id);
  };
  const reformAround = (id: ShapeId) => {
    for (let up = scene.parent(id); up !== null && scene.definition(scene.get(up)?.type ?? '')?.wraps; up = scene.parent(up))
      if (!carried.has(up)) reform(up);
  };
  const carry = (id: ShapeId) => {
    if (carried.has(id)) return;
    carried.add(id);
    for (const child of scene.children(id)) carry(child.id);
  };
  for (const id of roots) carry(id);
  for (const id of carried) {
    for (const arrow of scene.arrowsAt(id)) if (!carried.has(arrow)) reform(arrow);
    const shape = scene.get(id);
    if (shape && (shape.avoid || boundTo(shape).some((target) => !carried.has(shownAt(scene, target))))) reform(id);
  }
  for (const id of roots) {
    reformAround(id);
    // One that moves in a parent that moves goes twice as far, with all that is in it.
    for (let up = scene.parent(id); up !== null; up = scene.parent(up))
      if (roots.has(up)) for (const child of [id, ...scene.descendants(id).map((shape) => shape.id)]) reform(child);
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const arrow of scene.arrowsAt(id)) reform(arrow);
    for (let up = scene.parent(id); up !== null && scene.definition(scene.get(up)?.type ?? '')?.wraps; up = scene.parent(up)) reform(up);
  }
  for (const id of reformed) carried.delete(id);
  return { shifted: carried, reformed };
}
