import { limits, type ShapeId } from '@autograph/document';
import { boxCentre, boxesIntersect, subtract, translateBox, type Vec } from '@autograph/geometry';
import { type Clip, clipBounds, clipOf, placeClip, readClip, soundClip, writeClip } from './clipboard.ts';
import { newShape } from './create-shape.ts';
import type { Editor } from './editor.ts';
import { pasteTable, readTable } from './paste-table.ts';
import { placePicture } from './place-picture.ts';
import { svgSize } from './svg-size.ts';
import { hasRoomFor } from './text-room.ts';

/** How often one text has been pasted in a row: each copy lies 20 px further. */
const repeats = new WeakMap<Editor, { readonly text: string; readonly count: number }>();

/** The selection as text for the clipboard; empty when nothing is selected. */
export function copySelection(editor: Editor): string {
  if (editor.selection.length === 0) return '';
  repeats.delete(editor);
  return writeClip(clipOf(editor, editor.selection));
}

/** Takes shapes off the board that have been copied; locked ones stay. */
export function cutAway(editor: Editor, ids: readonly ShapeId[]): void {
  const free = ids.filter((id) => !editor.scene.get(id)?.locked);
  editor.deleteShapes(free);
}

/**
 * Puts a text on the board as what it is: copied shapes about `at` (page px) or beside their source, SVG as a picture,
 * diagrams as code as a block, rows of a spreadsheet as a table; any other text becomes a text shape. Gives the new shapes.
 */
export function pasteText(editor: Editor, text: string, at?: Vec): readonly ShapeId[] {
  if (editor.readOnly || text.trim() === '') return [];
  const clip = readClip(text);
  const pasted = clip ? pasteClip(editor, soundClip(editor, clip), text, at) : pasteForeign(editor, text, at);
  editor.keepClear(editor.selection);
  return pasted;
}

function pasteForeign(editor: Editor, text: string, at?: Vec): readonly ShapeId[] {
  const size = svgSize(text);
  const picture = size && placePicture(editor, { content: { svg: text.trim() }, ...size }, at);
  if (picture !== undefined) return [picture];
  const code = editor.codeIn(text);
  if (code) {
    const block = editor.createBlock({ ...code, ...at });
    if (block === undefined) return [];
    editor.select([block]);
    return [block];
  }
  const table = readTable(text);
  return table ? pasteTable(editor, table, at) : pastePlainText(editor, text, at);
}

function pasteClip(editor: Editor, clip: Clip, text: string, at?: Vec): readonly ShapeId[] {
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
  const words = text.trim();
  if (!hasRoomFor(editor, words.length)) return [];
  const link = words.length <= limits.link &&
    /^(?:https?:\/\/|mailto:)\S+$/i.test(words) && { text_spans: [{ from: 0, to: words.length, link: words }] };
  const shape = editor.fit(newShape(editor, definition, null, { text: words, ...link }));
  const { x, y } = at ?? boxCentre(editor.visible);
  return editor.transact(() => {
    if (!editor.createShapes([{ ...shape, x: x - shape.w / 2, y: y - shape.h / 2 }])) return [];
    editor.select([shape.id]);
    return [shape.id];
  });
}
