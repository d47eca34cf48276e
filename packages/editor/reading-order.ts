import type { ShapeId } from '@autograph/document';
import type { Editor } from './editor.ts';
import { isHidden } from './hit-test.ts';
import { inRows, type Placed } from './rows.ts';
import type { SceneGraph } from './scene-graph.ts';
import { clickTarget } from './selection.ts';

/** All that a click could select, groups and locked shapes too, with its place. */
export function stops(editor: Editor): Placed[] {
  const { scene } = editor;
  const all = [...scene.children(null)].flatMap((shape) => [shape, ...scene.descendants(shape.id)]);
  const targets = new Set(all.filter((shape) => !isHidden(scene, shape.id)).map((shape) => clickTarget(scene, shape.id, editor.entered)));
  return placed(scene, targets);
}

/** All that a click could select, in reading order. */
export function readingOrder(editor: Editor): ShapeId[] {
  return ordered(editor.scene, stops(editor));
}

/** The shapes as one reads them: row by row from the top, each from the left, and after a container what is in it. */
export function inReadingOrder(scene: SceneGraph, ids: Iterable<ShapeId>): ShapeId[] {
  return ordered(scene, placed(scene, ids));
}

function placed(scene: SceneGraph, ids: Iterable<ShapeId>): Placed[] {
  return [...ids].flatMap((id) => {
    const box = scene.pageBounds(id);
    return box ? [{ id, box }] : [];
  });
}

function ordered(scene: SceneGraph, things: readonly Placed[]): ShapeId[] {
  const among = new Set(things.map(({ id }) => id));
  const within = Map.groupBy(things, ({ id }) => {
    let up = scene.parent(id);
    while (up !== null && !among.has(up)) up = scene.parent(up);
    return up;
  });
  const from = (container: ShapeId | null): ShapeId[] =>
    inRows(within.get(container) ?? []).flatMap((row) => row.flatMap(({ id }) => [id, ...from(id)]));
  return from(null);
}
