import {
  type Box,
  boxCentre,
  boxContains,
  boxContainsBox,
  boxesIntersect,
  expandBox,
  pathMeetsBox,
  translateBox,
  type Vec,
} from '@autograph/geometry';
import { isConnector } from './arrow-bindings.ts';
import type { Editor } from './editor.ts';
import { isHidden } from './hit-test.ts';
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

/** Whether a box, with so much space around it, meets nothing on the board but containers in which it would lie wholly. */
export function isFree({ scene }: Editor, box: Box, around = 0): boolean {
  const room = expandBox(box, around);
  return scene.query(room).every((id) => {
    const shape = scene.get(id);
    const bounds = scene.pageBounds(id);
    const definition = shape && scene.definition(shape.type);
    if (!shape || !bounds || definition?.wraps || isHidden(scene, id)) return true;
    if (isConnector(shape)) return !pathMeetsBox(scene.pageOutline(id) ?? [], box);
    if (definition?.container && boxContainsBox(bounds, box)) return true;
    return !boxesIntersect(bounds, room);
  });
}
