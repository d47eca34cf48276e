import { limits } from './limits.ts';
import type { ShapeId } from './shape.ts';

/**
 * The parent that each shape counts as having. Merged edits may leave a parent that is gone or a ring of parents; the first
 * becomes top level, and a ring is opened at its smallest id: the same on every machine, whatever the order of arrival. So is what lies
 * deeper than anything can be drawn.
 * Answers only the shapes whose parent must be read as null.
 */
export function strayShapes(parents: ReadonlyMap<ShapeId, ShapeId | null>): Set<ShapeId> {
  const stray = new Set<ShapeId>();
  const settled = new Set<ShapeId>();
  for (const start of parents.keys()) {
    const path: ShapeId[] = [];
    const onPath = new Set<ShapeId>();
    let at: ShapeId | null = start;
    while (at !== null && !settled.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      const parent: ShapeId | null = parents.get(at) ?? null;
      if (parent !== null && !parents.has(parent)) {
        stray.add(at);
        at = null;
      } else at = parent;
    }
    if (at !== null && onPath.has(at)) {
      const ring = path.slice(path.indexOf(at));
      const [least] = ring.sort();
      if (least !== undefined) stray.add(least);
    }
    for (const id of path) settled.add(id);
  }
  cutDepth(parents, stray);
  return stray;
}

/** Adds to the stray ones what lies too deep below the page. */
function cutDepth(parents: ReadonlyMap<ShapeId, ShapeId | null>, stray: Set<ShapeId>): void {
  const depths = new Map<ShapeId, number>();
  for (const start of parents.keys()) {
    const path: ShapeId[] = [];
    for (let at: ShapeId | null = start; at !== null && !depths.has(at); at = stray.has(at) ? null : (parents.get(at) ?? null))
      path.push(at);
    for (const id of path.reverse()) {
      const parent = stray.has(id) ? null : (parents.get(id) ?? null);
      const depth = parent === null ? 0 : (depths.get(parent) ?? 0) + 1;
      if (depth >= limits.nesting) stray.add(id);
      depths.set(id, depth % limits.nesting);
    }
  }
}
