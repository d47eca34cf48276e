import { type Box, boxCentre, boxContains, boxesIntersect, expandBox, translateBox, type Vec } from '@autograph/geometry';
import type { Editor } from './editor.ts';
import { boundsOf } from './selection.ts';

/** What a place is looked for, px. */
interface Need {
  readonly w: number;
  readonly h: number;
  /** Space to what is there already. */
  readonly gap: number;
  /** All that is painted, where that is larger. */
  readonly painted?: { readonly w: number; readonly h: number };
}

/** A box near the selection, or near the middle of the view: the first free one to the right, then below. */
export function freePlace(editor: Editor, { w, h, gap, painted = { w, h } }: Need): Box {
  // A label below may be wider than the shape: neighbours are half of that further apart.
  const step = { x: (painted.w + w) / 2 + gap, y: Math.max(painted.h, h) + gap };
  const around = boundsOf(editor.scene, editor.selection);
  const beside = around && { x: around.x + around.w + step.x - w / 2, y: around.y + around.h / 2 };
  const start = beside && isInSight(editor, beside) ? beside : boxCentre(editor.visible);
  const first = { x: start.x - w / 2, y: start.y - h / 2, w, h };
  for (let row = 0; row < 8; row++)
    for (let column = 0; column < 5; column++) {
      const box = translateBox(first, column * step.x, row * step.y);
      if (column > 0 && !isInSight(editor, boxCentre(box))) break;
      if (isFree(editor, box, gap / 2)) return box;
    }
  return first;
}

/** Panels lie over the margins of the view. */
const margins = 0.24;

function isInSight(editor: Editor, at: Vec): boolean {
  const { x, y, w, h } = editor.visible;
  return boxContains({ x: x + w * margins, y, w: w * (1 - 2 * margins), h }, at);
}

/** Containers are no hindrance: what is put there goes into them. */
function isFree(editor: Editor, box: Box, around: number): boolean {
  const room = expandBox(box, around);
  return editor.scene.query(room).every((id) => {
    const shape = editor.scene.get(id);
    const bounds = editor.scene.pageBounds(id);
    if (!shape || !bounds || shape.hidden || editor.definition(shape.type)?.container) return true;
    return !boxesIntersect(bounds, room);
  });
}
