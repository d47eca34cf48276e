import type { ShapeId } from '@autograph/document';
import { type Editor, fitBox } from '@autograph/editor';
import { moveCamera } from './move-camera.ts';

/** Text smaller than this cannot be read, viewport px for one px of the page. */
const readable = 0.4;
/** Room that bars over the board take, viewport px. */
const margin = 72;

/** Moves the camera so that a shape can be seen and read; not at all when it can be already. */
export function bringIntoView(editor: Editor, id: ShapeId): void {
  const box = editor.scene.pageBounds(id);
  if (!box) return;
  const { camera, visible, viewport } = editor;
  const gap = margin / camera.zoom;
  const inside =
    box.x >= visible.x + gap &&
    box.y >= visible.y + gap &&
    box.x + box.w <= visible.x + visible.w - gap &&
    box.y + box.h <= visible.y + visible.h - gap;
  if (inside && camera.zoom >= readable) return;
  moveCamera(editor, fitBox(box, viewport, Math.max(camera.zoom, readable)));
}
