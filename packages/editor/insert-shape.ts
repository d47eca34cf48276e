import type { Shape, ShapeChange, ShapeId } from '@autograph/document';
import { type Box, boxCentre, boxContains, boxesIntersect, expandBox, translateBox, type Vec } from '@autograph/geometry';
import { changeRecord, tidy } from './change-record.ts';
import { newShape } from './create-shape.ts';
import type { Editor } from './editor.ts';
import { containerAt } from './hit-test.ts';
import { boundsOf } from './selection.ts';
import type { ShapeDefinition } from './shape-definition.ts';
import { cornerOf } from './tools/creating/draft.ts';

/** Space to what is there already, px. */
const gap = 32;

/**
 * Puts a new shape of a kind about `at` (page px), or without a place beside the selection or in the middle of the view, where nothing
 * is in the way, and selects it. A kind made for text starts being typed instead. Gives its id; undefined on a board that may not be
 * changed, for a kind that there is not, and for a text that is still to be typed.
 */
export function insertShape(editor: Editor, type: string, props: ShapeChange, at?: Vec): ShapeId | undefined {
  const definition = editor.definition(type);
  if (editor.readOnly || !definition) return undefined;
  editor.setTool('select');
  const loose = editor.fit(changeRecord(newShape(editor, definition, null, {}), props));
  const centre = at ?? boxCentre(freePlace(editor, definition, loose));
  const parent = containerAt(editor.scene, centre, new Set());
  const origin = cornerOf(editor, parent);
  const place = { x: tidy(centre.x - loose.w / 2 - origin.x), y: tidy(centre.y - loose.h / 2 - origin.y) };
  const shape = changeRecord(newShape(editor, definition, parent, place), props);
  if (definition.tool?.gesture === 'text' && !shape.text) {
    editor.startCreating(editor.fit(shape));
    return undefined;
  }
  editor.transact(() => {
    editor.createShapes([shape]);
    editor.select([shape.id]);
  });
  return shape.id;
}

/** A box for the shape near the selection, or near the middle of the view: the first free one to the right, then below. */
function freePlace(editor: Editor, definition: ShapeDefinition, shape: Shape): Box {
  const painted = definition.paintBounds?.(shape, editor.scene) ?? { x: 0, y: 0, w: shape.w, h: shape.h };
  // A label below may be wider than the shape: neighbours are half of that further apart.
  const step = { x: (painted.w + shape.w) / 2 + gap, y: Math.max(painted.h, shape.h) + gap };
  const around = boundsOf(editor.scene, editor.selection);
  const beside = around && { x: around.x + around.w + step.x - shape.w / 2, y: around.y + around.h / 2 };
  const start = beside && isInSight(editor, beside) ? beside : boxCentre(editor.visible);
  const first = { x: start.x - shape.w / 2, y: start.y - shape.h / 2, w: shape.w, h: shape.h };
  for (let row = 0; row < 8; row++)
    for (let column = 0; column < 5; column++) {
      const box = translateBox(first, column * step.x, row * step.y);
      if (column > 0 && !isInSight(editor, boxCentre(box))) break;
      if (isFree(editor, box)) return box;
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
function isFree(editor: Editor, box: Box): boolean {
  const room = expandBox(box, gap / 2);
  return editor.scene.query(room).every((id) => {
    const shape = editor.scene.get(id);
    const bounds = editor.scene.pageBounds(id);
    if (!shape || !bounds || shape.hidden || editor.definition(shape.type)?.container) return true;
    return !boxesIntersect(bounds, room);
  });
}
