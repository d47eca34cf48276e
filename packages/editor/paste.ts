import type { ShapeId } from '@autograph/document';
import { boxCentre, boxesIntersect, subtract, translateBox, type Vec } from '@autograph/geometry';
import { clipBounds, clipOf, placeClip, readClip, writeClip } from './clipboard.ts';
import { newShape } from './create-shape.ts';
import type { Editor } from './editor.ts';

/** How often one text has been pasted in a row: each copy lies 20 px further. */
const repeats = new WeakMap<Editor, { readonly text: string; readonly count: number }>();

/** The selection as text for the clipboard; empty when nothing is selected. */
export function copySelection(editor: Editor): string {
  if (editor.selection.length === 0) return '';
  repeats.delete(editor);
  return writeClip(clipOf(editor, editor.selection));
}

/** Puts copied shapes on the board, about `at` (page px) or beside their source; any other text becomes a text shape. Gives the new shapes. */
export function pasteText(editor: Editor, text: string, at?: Vec): readonly ShapeId[] {
  if (editor.readOnly || text.trim() === '') return [];
  const clip = readClip(text);
  if (!clip) return pastePlainText(editor, text, at);
  const before = repeats.get(editor);
  const count = before?.text === text ? before.count + 1 : 1;
  repeats.set(editor, { text, count });
  const step = 20 * count;
  const box = clipBounds(clip);
  if (!box) return [];
  const beside = translateBox(box, step, step);
  const target = at ?? (boxesIntersect(editor.visible, beside) ? undefined : boxCentre(editor.visible));
  const centre = boxCentre(box);
  return placeClip(editor, clip, target ? subtract(target, centre) : { x: step, y: step });
}

function pastePlainText(editor: Editor, text: string, at?: Vec): readonly ShapeId[] {
  const definition = [...editor.definitions].find((candidate) => candidate.tool?.gesture === 'text');
  if (!definition) return [];
  const shape = editor.fit(newShape(editor, definition, null, { text: text.trim() }));
  const { x, y } = at ?? boxCentre(editor.visible);
  editor.transact(() => {
    editor.createShapes([{ ...shape, x: x - shape.w / 2, y: y - shape.h / 2 }]);
    editor.select([shape.id]);
  });
  return [shape.id];
}
