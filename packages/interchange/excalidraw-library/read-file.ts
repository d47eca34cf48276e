import { type Element, Library, soundElements } from '../excalidraw/elements.ts';
import { readElements } from '../excalidraw/read.ts';
import { type ForeignBoard, ForeignFileError } from '../file-format.ts';
import { parseJson } from '../parse-json.ts';
import { Sketchpad } from '../sketchpad.ts';

/** Space between the items, px, and how many of them stand in a row. */
const gap = 48;
const columns = 6;

/** Its items in rows, each a group under its name. */
export function readLibrary(text: string): ForeignBoard {
  const library = Library.safeParse(parseJson(text));
  if (!library.success) throw new ForeignFileError('This Excalidraw library has no items.');
  const items = library.data.libraryItems ?? (library.data.library ?? []).map((elements) => ({ name: null, elements }));
  const pad = new Sketchpad();
  let [left, top, rowHeight] = [0, 0, 0];
  items.forEach(({ name, elements }, at) => {
    const sound = soundElements(elements);
    if (sound.length === 0) return;
    if (at % columns === 0 && at > 0) [left, top, rowHeight] = [0, top + rowHeight + gap, 0];
    const box = boundsOf(sound);
    const id = `item${at}`;
    pad.add({ id, type: 'group', ...(name && { name }) });
    const moved = sound.map((element) => ({ ...element, x: element.x - box.x + left, y: element.y - box.y + top }));
    readElements(pad, moved, {}, { prefix: `${id}:`, within: id });
    left += box.w + gap;
    rowHeight = Math.max(rowHeight, box.h);
  });
  return pad.board();
}

function boundsOf(elements: readonly Element[]) {
  const x = Math.min(...elements.map((element) => Math.min(element.x, element.x + element.width)));
  const y = Math.min(...elements.map((element) => Math.min(element.y, element.y + element.height)));
  const right = Math.max(...elements.map((element) => Math.max(element.x, element.x + element.width)));
  const bottom = Math.max(...elements.map((element) => Math.max(element.y, element.y + element.height)));
  return { x, y, w: right - x, h: bottom - y };
}
