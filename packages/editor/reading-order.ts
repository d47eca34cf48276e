import type { ShapeId } from '@autograph/document';
import type { Editor } from './editor.ts';
import { isHidden } from './hit-test.ts';
import { inRows, type Placed } from './rows.ts';
import { clickTarget } from './selection.ts';

/** All that a click could select, groups and locked shapes too, with its place. */
export function stops(editor: Editor): Placed[] {
  const { scene } = editor;
  const all = [...scene.children(null)].flatMap((shape) => [shape, ...scene.descendants(shape.id)]);
  const targets = new Set(all.filter((shape) => !isHidden(scene, shape.id)).map((shape) => clickTarget(scene, shape.id, editor.entered)));
  return [...targets].flatMap((id) => {
    const box = scene.pageBounds(id);
    return box ? [{ id, box }] : [];
  });
}

/** All that a click could select, in reading order: rows from top to bottom, in them from left to right. */
export function readingOrder(editor: Editor): ShapeId[] {
  return inRows(stops(editor))
    .flat()
    .map(({ id }) => id);
}
