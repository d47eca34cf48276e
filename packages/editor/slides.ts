import type { ShapeId } from '@autograph/document';
import type { Editor } from './editor.ts';
import { inReadingOrder } from './reading-order.ts';

/** The frames of the page, which are shown one after the other, as one reads them. */
export function slidesOf(editor: Editor): ShapeId[] {
  const frames = editor.scene.children(null).filter((shape) => {
    const { container, wraps, boardOnly } = editor.definition(shape.type) ?? {};
    return !shape.hidden && container && !wraps && !boardOnly;
  });
  return inReadingOrder(
    editor.scene,
    frames.map(({ id }) => id),
  );
}
