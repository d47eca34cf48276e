import type { ShapeId } from './shape.ts';

/**
 * The parent that each shape counts as having. Merged edits may leave a parent that is gone or a ring of parents; the first
 * becomes top level, and a ring is opened at its smallest id: the same on every machine, whatever the order of arrival.
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
  return stray;
}
