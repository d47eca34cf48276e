import type { ShapeChange, ShapeId } from '@autograph/document';
import { boxCentre, type Vec } from '@autograph/geometry';
import { changeRecord, tidy } from './change-record.ts';
import { newShape } from './create-shape.ts';
import type { Editor } from './editor.ts';
import { freePlace } from './free-place.ts';
import { containerAt } from './hit-test.ts';
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
  const painted = definition.paintBounds?.(loose, editor.scene) ?? loose;
  const centre = at ?? boxCentre(freePlace(editor, { w: loose.w, h: loose.h, gap, painted }));
  const parent = containerAt(editor.scene, centre, new Set());
  const origin = cornerOf(editor, parent);
  const place = { x: tidy(centre.x - loose.w / 2 - origin.x), y: tidy(centre.y - loose.h / 2 - origin.y) };
  const shape = changeRecord(newShape(editor, definition, parent, place), props);
  if (definition.tool?.gesture === 'text' && !shape.text) {
    editor.startCreating(editor.fit(shape));
    return undefined;
  }
  const isPut = editor.transact(() => {
    if (!editor.createShapes([shape])) return false;
    editor.select([shape.id]);
    return true;
  });
  if (!isPut) return undefined;
  editor.keepClear([shape.id]);
  if (definition.tool?.writes && !shape.text) editor.startEditing(shape.id);
  return shape.id;
}
