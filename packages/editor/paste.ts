import { limits, type ShapeId } from '@autograph/document';
import { type Box, boxCentre, boxContains, boxesIntersect, distance, subtract, translateBox, type Vec } from '@autograph/geometry';
import { type Clip, clipBounds, clipOf, placeClip, readClip, soundClip, writeClip } from './clipboard.ts';
import { newShape } from './create-shape.ts';
import type { Editor } from './editor.ts';
import { freePlace } from './free-place.ts';
import { pasteTable, readTable } from './paste-table.ts';
import { placePicture } from './place-picture.ts';
import { svgSize } from './svg-size.ts';
import { hasRoomFor } from './text-room.ts';

/** How often one text has been pasted in a row, about which place: each copy lies 20 px further. */
const repeats = new WeakMap<Editor, { readonly text: string; readonly count: number; readonly spot: Vec | undefined }>();

/** Where the pointer was on the board when shapes were copied, viewport px. */
const copiedAt = new WeakMap<Editor, Vec | null>();

/** A pointer that has moved less than this rests, px. */
const rest = 4;

/** The selection as text for the clipboard; empty when nothing is selected. */
export function copySelection(editor: Editor): string {
  if (editor.selection.length === 0) return '';
  repeats.delete(editor);
  copiedAt.set(editor, editor.pointer);
  return writeClip(clipOf(editor, editor.selection));
}

/** Takes shapes off the board that have been copied; locked ones stay. */
export function cutAway(editor: Editor, ids: readonly ShapeId[]): void {
  const free = ids.filter((id) => !editor.scene.get(id)?.locked);
  editor.deleteShapes(free);
}

/**
 * Puts a text on the board as what it is: copied shapes, SVG as a picture, diagrams as code as a block, rows of a spreadsheet as a table;
 * any other text becomes a text shape. It comes about `at` (page px), else about the pointer, else where there is room in the view; copied
 * shapes beside their source as long as the pointer has not gone elsewhere. Gives the new shapes.
 */
export function pasteText(editor: Editor, text: string, at?: Vec): readonly ShapeId[] {
  if (editor.readOnly || text.trim() === '') return [];
  const clip = readClip(text);
  const pasted = clip ? pasteClip(editor, soundClip(editor, clip), text, at) : pasteForeign(editor, text, at ?? pointedAt(editor));
  editor.keepClear(editor.selection);
  return pasted;
}

/** The page point under the pointer, while it is over the board. */
export function pointedAt(editor: Editor): Vec | undefined {
  return editor.pointer ? editor.toPage(editor.pointer) : undefined;
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
  const box = clipBounds(clip);
  if (!box) return [];
  const spot = at ?? pointedElsewhere(editor, box);
  const before = repeats.get(editor);
  const isAgain = before?.text === text && before.spot?.x === spot?.x && before.spot?.y === spot?.y;
  const count = isAgain ? before.count + 1 : 1;
  repeats.set(editor, { text, count, spot });
  const centre = boxCentre(box);
  if (spot) {
    const by = at ? 0 : 20 * (count - 1);
    return placeClip(editor, clip, { x: spot.x - centre.x + by, y: spot.y - centre.y + by });
  }
  const step = 20 * count;
  if (boxesIntersect(editor.visible, translateBox(box, step, step))) return placeClip(editor, clip, { x: step, y: step });
  return placeClip(editor, clip, subtract(boxCentre(freePlace(editor, { w: box.w, h: box.h, gap: 20 })), centre));
}

/** The page point under a pointer that has gone to another place of the board since the shapes in the box were copied. */
function pointedElsewhere(editor: Editor, box: Box): Vec | undefined {
  const { pointer } = editor;
  const page = pointedAt(editor);
  if (!pointer || !page || boxContains(box, page)) return undefined;
  const before = copiedAt.get(editor);
  return before && distance(before, pointer) < rest ? undefined : page;
}

function pastePlainText(editor: Editor, text: string, at?: Vec): readonly ShapeId[] {
  const definition = [...editor.definitions].find((candidate) => candidate.tool?.gesture === 'text');
  if (!definition) return [];
  const words = text.trim();
  if (!hasRoomFor(editor, words.length)) return [];
  const link = words.length <= limits.link &&
    /^(?:https?:\/\/|mailto:)\S+$/i.test(words) && { text_spans: [{ from: 0, to: words.length, link: words }] };
  const shape = editor.fit(newShape(editor, definition, null, { text: words, ...link }));
  const { x, y } = at ?? boxCentre(freePlace(editor, { w: shape.w, h: shape.h, gap: 20 }));
  return editor.transact(() => {
    if (!editor.createShapes([{ ...shape, x: x - shape.w / 2, y: y - shape.h / 2 }])) return [];
    editor.select([shape.id]);
    return [shape.id];
  });
}
