import { type Box, expandBox, unionBoxes } from '@autograph/geometry';
import type { DisplayList } from '@autograph/render';
import { drawScene } from './draw-scene.ts';
import type { Editor } from './editor.ts';
import { inReadingOrder } from './reading-order.ts';

/** Space around copied shapes, px. */
const margin = 16;

/** A drawing, and the box on the page that it fills, px. */
export interface Drawn {
  readonly list: DisplayList;
  readonly box: Box;
}

/** The drawing of what is selected, or of the whole board, without what is for the board only; undefined when that is nothing. */
export function drawnSelection(editor: Editor): Drawn | undefined {
  const { scene, selection } = editor;
  const chosen = selection.length > 0 ? selection : scene.children(null).flatMap((shape) => (shape.hidden ? [] : shape.id));
  const isSeen = (id: string) => editor.definition(scene.get(id)?.type ?? '')?.boardOnly !== true;
  const roots = chosen.flatMap((id) => (isSeen(id) ? id : scene.children(id).map((inner) => inner.id)));
  const all = roots.flatMap((id) => [id, ...scene.descendants(id).map((shape) => shape.id)]);
  const box = unionBoxes(all.flatMap((id) => scene.paintBounds(id) ?? []));
  return box && { list: drawScene(scene, editor.drawContext, { ids: roots }), box: expandBox(box, margin) };
}

/** The words of what is selected, or of the whole board, in reading order; diagrams as code as their code. */
export function wordsOfSelection(editor: Editor): string {
  const { scene, document, selection } = editor;
  const roots = selection.length > 0 ? selection : scene.children(null).map((shape) => shape.id);
  const all = roots.flatMap((id) => (document.blocks.has(id) ? [id] : [id, ...scene.descendants(id).map((shape) => shape.id)]));
  return inReadingOrder(scene, all)
    .flatMap((id) => document.blocks.get(id)?.source ?? scene.get(id)?.text ?? [])
    .filter((text) => text !== '')
    .join('\n');
}
