import type { ShapeId } from '@autograph/document';
import { type Editor, fitBox, placedText } from '@autograph/editor';
import { type Box, boxContainsBox, expandBox } from '@autograph/geometry';

/** Letters smaller than this cannot be read, px of the screen. */
const leastLetters = 12;
/** Room that bars over the board take, viewport px. */
const margin = 72;

/** Moves the camera calmly so that a shape can be seen and its text read; not at all when it can be already. */
export function bringIntoView(editor: Editor, id: ShapeId): void {
  const shape = editor.scene.get(id);
  const box = editor.scene.pageBounds(id);
  if (!shape || !box) return;
  const { camera, visible, free } = editor;
  const placed = placedText(editor, shape);
  const readable = leastLetters / (placed?.style.size ?? leastLetters);
  const zoom = Math.max(camera.zoom, readable);
  const isTooLarge = box.w * zoom > free.w - 2 * margin || box.h * zoom > free.h - 2 * margin;
  const text: Box | undefined = placed && { x: box.x + placed.x, y: box.y + placed.y, w: placed.w, h: placed.layout.height };
  const target = isTooLarge && text ? text : box;
  if (camera.zoom >= readable && boxContainsBox(expandBox(visible, -margin / camera.zoom), target)) return;
  editor.moveTo(fitBox(target, free, zoom));
}
