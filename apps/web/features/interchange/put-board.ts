import type { Room } from '@autograph/collab';
import { changeRecord, type Editor, type PictureContent, placeClip } from '@autograph/editor';
import { boxCentre, rotatedBounds, subtract, unionBoxes, type Vec } from '@autograph/geometry';
import type { ForeignBoard } from '@autograph/interchange';
import { showPut } from './show-put.ts';
import { storePicture } from './store-picture.ts';

/** What files are opened into. */
export interface Desk {
  readonly fileId: string;
  readonly editor: Editor;
  readonly room: Room;
}

/**
 * Puts what a file holds on the board as one step: about a page point; where it lay when the board is empty; else where the person
 * looks. Its note comes to the end of the note. Brings it into view. Gives false, and puts nothing, when the file cannot hold it.
 */
export async function putBoard({ editor, room, fileId }: Desk, board: ForeignBoard, at?: Vec): Promise<boolean> {
  const pictures = new Map<string, PictureContent>();
  for (const [key, image] of board.images) pictures.set(key, (await storePicture(fileId, image)).content);
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
    if (board.note && !room.addToNote(board.note)) editor.notify('The note of this file is too long to be added to the note here.');
    return true;
  });
  if (isPut) showPut(editor, wasEmpty, at);
  return isPut;
}

function boundsOf(shapes: ForeignBoard['shapes']) {
  return unionBoxes(shapes.flatMap((shape) => (shape.parent_id === null && shape.w > 0 ? [rotatedBounds(shape, shape.rotation)] : [])));
}
