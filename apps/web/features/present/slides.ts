import type { ShapeId } from '@autograph/document';
import type { Editor } from '@autograph/editor';
import { readingOrder } from '@/features/canvas/reading-order.ts';

/** The frames of the page, which are shown one after the other, as one reads them. */
export function slidesOf(editor: Editor): ShapeId[] {
  const frames = editor.scene.children(null).flatMap((shape) => {
    const box = editor.scene.pageBounds(shape.id);
    const { container, wraps, boardOnly } = editor.definition(shape.type) ?? {};
    return box && !shape.hidden && container && !wraps && !boardOnly ? [{ id: shape.id, box }] : [];
  });
  return readingOrder(frames).map(({ id }) => id);
}
