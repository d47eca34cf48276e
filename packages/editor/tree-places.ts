import type { ShapeId } from '@autograph/document';
import type { SceneGraph } from './scene-graph.ts';

/** Where a shape stands in the tree that a screen reader tells of. */
export interface TreePlace {
  /** 1 for what lies in none of the others. */
  readonly level: number;
  /** Among those that lie in the same one, from 1. */
  readonly place: number;
  readonly siblings: number;
}

/** The places of shapes in the tree that they make; containers come before what is in them. */
export function treePlaces(scene: Pick<SceneGraph, 'parent'>, ids: readonly ShapeId[]): ReadonlyMap<ShapeId, TreePlace> {
  const placed = new Map<ShapeId, { level: number; place: number; siblings: number }>();
  const within = new Map<ShapeId | null, { level: number; place: number; siblings: number }[]>();
  for (const id of ids) {
    let up = scene.parent(id);
    while (up !== null && !placed.has(up)) up = scene.parent(up);
    const siblings = within.get(up) ?? [];
    within.set(up, siblings);
    const level = 1 + (up === null ? 0 : (placed.get(up)?.level ?? 0));
    const place = { level, place: siblings.length + 1, siblings: 0 };
    siblings.push(place);
    placed.set(id, place);
  }
  for (const siblings of within.values()) for (const place of siblings) place.siblings = siblings.length;
  return placed;
}
