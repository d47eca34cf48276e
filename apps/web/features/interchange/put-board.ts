import { type Editor, placeClip } from '@autograph/editor';
import { boxCentre, rotatedBounds, subtract, unionBoxes, type Vec } from '@autograph/geometry';
import type { ForeignBoard } from '@autograph/interchange';
import { showPut } from './show-put.ts';
import { storePicture } from './store-picture.ts';

/** Puts what a file of another tool holds on the board, about a page point or where the person looks, as one step; brings it into view. */
export async function putBoard(editor: Editor, fileId: string, board: ForeignBoard, at?: Vec): Promise<void> {
  const assets = new Map<string, string>();
  for (const [key, image] of board.images) {
    const { content } = await storePicture(fileId, image);
    if ('asset' in content) assets.set(key, content.asset);
  }
  const shapes = board.shapes.map((shape) =>
    'asset' in shape && typeof shape.asset === 'string' ? { ...shape, asset: assets.get(shape.asset) } : shape,
  );
  const boxes = shapes.flatMap((shape) => (shape.parent_id === null && shape.w > 0 ? [rotatedBounds(shape, shape.rotation)] : []));
  const box = unionBoxes(boxes);
  const wasEmpty = editor.document.shapes.size + editor.document.blocks.size === 0;
  editor.transact(() => {
    placeClip(editor, { shapes, blocks: [] }, box ? subtract(at ?? boxCentre(editor.visible), boxCentre(box)) : { x: 0, y: 0 });
    if (board.background && wasEmpty) editor.changeBoard({ background: board.background });
  });
  showPut(editor, wasEmpty, at);
}
