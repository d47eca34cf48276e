import { changeRecord, type Editor, type PictureContent, placeClip } from '@autograph/editor';
import { boxCentre, rotatedBounds, subtract, unionBoxes, type Vec } from '@autograph/geometry';
import type { ForeignBoard } from './file-format.ts';

export interface PutOptions {
  /** Where the board's pictures are kept now, by the `asset` that its shapes name. */
  readonly pictures: ReadonlyMap<string, PictureContent>;
  /** Puts a text at the end of the note; gives whether the note could take it. */
  readonly addToNote: (text: string) => boolean;
  /** The page point that it goes about, when the person has chosen one. */
  readonly at?: Vec | undefined;
}

/**
 * Puts what a file holds on the board as one step: about a page point; where it lay when the board is empty; else where the person
 * looks. Its note comes to the end of the note. Brings it into view. Gives false, and puts nothing, when the file cannot hold it.
 */
export function putBoard(editor: Editor, board: ForeignBoard, { pictures, addToNote, at }: PutOptions): boolean {
  const shapes = board.shapes.map((shape) => {
    const picture = 'asset' in shape && typeof shape.asset === 'string' ? pictures.get(shape.asset) : undefined;
    return picture ? { ...changeRecord(shape, { asset: null }), ...picture } : shape;
  });
  const wasEmpty = editor.document.shapes.size + editor.document.blocks.size === 0;
  const box = board.box ?? boundsOf(shapes);
  const to = at ?? (wasEmpty ? undefined : boxCentre(editor.visible));
  const clip = { shapes, blocks: board.blocks ?? [] };
  const isPut = editor.transact(() => {
    const roots = placeClip(editor, clip, to && box ? subtract(to, boxCentre(box)) : { x: 0, y: 0 });
    if (roots.length === 0 && clip.shapes.length + clip.blocks.length > 0) return false;
    const { background, guides = [] } = board;
    if (wasEmpty && (background || guides.length > 0))
      editor.changeBoard({ ...(background && { background }), guides: guides.map((guide) => ({ ...guide, id: editor.createId('gd') })) });
    if (board.note && !addToNote(board.note)) editor.notify('The note of this file is too long to be added to the note here.');
    return true;
  });
  if (isPut) show(editor, wasEmpty, at);
  return isPut;
}

/** Brings it into view: a board of its own is to be looked at, what comes to others is to be put somewhere, and what was dropped lies under the pointer. */
function show(editor: Editor, wasEmpty: boolean, at?: Vec): void {
  editor.setTool('select');
  if (at) return;
  if (wasEmpty) {
    editor.select([]);
    editor.zoomToFit();
  } else editor.zoomToSelection(1);
}

function boundsOf(shapes: ForeignBoard['shapes']) {
  return unionBoxes(shapes.flatMap((shape) => (shape.parent_id === null && shape.w > 0 ? [rotatedBounds(shape, shape.rotation)] : [])));
}
