import type { ShapeId } from '@autograph/document';
import type { Editor } from './editor.ts';
import { isHidden } from './hit-test.ts';
import { clickTarget } from './selection.ts';

/** All that a click could select, in reading order: rows of 50 px from top to bottom, in them from left to right. */
export function readingOrder(editor: Editor): ShapeId[] {
  const { scene } = editor;
  const all = [...scene.children(null)].flatMap((shape) => [shape, ...scene.descendants(shape.id)]);
  const targets = new Set(all.filter((shape) => !isHidden(scene, shape.id)).map((shape) => clickTarget(scene, shape.id, editor.entered)));
  const placed = [...targets].flatMap((id) => {
    const box = scene.pageBounds(id);
    return box ? [{ id, row: Math.round(box.y / 50), x: box.x }] : [];
  });
  return placed.sort((a, b) => a.row - b.row || a.x - b.x).map(({ id }) => id);
}
