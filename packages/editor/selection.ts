import type { ShapeId } from '@autograph/document';
import { type Box, unionBoxes } from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import type { TurnedBox } from './overlay.ts';
import type { SceneGraph } from './scene-graph.ts';

/** What a click on a shape selects: the outermost group around it, or inside the group that was entered, the outermost below that. */
export function clickTarget(scene: SceneGraph, hit: ShapeId, entered: ShapeId | null): ShapeId {
  let target = hit;
  for (let up = scene.parent(hit); up !== null && up !== entered; up = scene.parent(up)) if (isGroup(scene, up)) target = up;
  return target;
}

export function isGroup(scene: SceneGraph, id: ShapeId): boolean {
  return scene.definition(scene.get(id)?.type ?? '')?.wraps === true;
}

/** The ids without those that lie in another of them. */
export function withoutNested(scene: SceneGraph, ids: readonly ShapeId[]): ShapeId[] {
  const all = new Set(ids);
  return [...all].filter((id) => {
    for (let up = scene.parent(id); up !== null; up = scene.parent(up)) if (all.has(up)) return false;
    return true;
  });
}

/** The box around the shapes, unturned. */
export function boundsOf(scene: SceneGraph, ids: Iterable<ShapeId>): Box | undefined {
  const boxes: Box[] = [];
  for (const id of ids) {
    const box = scene.pageBounds(id);
    if (box) boxes.push(box);
  }
  return unionBoxes(boxes);
}

/** The frame of one shape: its own turned box; for arrows and groups, which have none, the box around. */
export function turnedBoxOf(scene: SceneGraph, id: ShapeId): TurnedBox | undefined {
  const shape = scene.get(id);
  const bounds = scene.pageBounds(id);
  if (!shape || !bounds) return undefined;
  if (isConnector(shape) || isGroup(scene, id) || shape.rotation === 0) return { box: bounds, rotation: 0 };
  const centre = { x: bounds.x + bounds.w / 2, y: bounds.y + bounds.h / 2 };
  return { box: { x: centre.x - shape.w / 2, y: centre.y - shape.h / 2, w: shape.w, h: shape.h }, rotation: shape.rotation };
}

/** The frame around a selection: turned with a single shape, upright around several. */
export function selectionBox(scene: SceneGraph, ids: readonly ShapeId[]): TurnedBox | undefined {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return turnedBoxOf(scene, only);
  const box = boundsOf(scene, ids);
  return box && { box, rotation: 0 };
}
