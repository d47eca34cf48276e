import { CanvasData } from '@autograph/contracts/canvas-data.ts';
import { type Editor, placeClip, soundClip } from '@autograph/editor';
import { boxCentre, rotatedBounds, subtract, unionBoxes, type Vec } from '@autograph/geometry';
import { z } from 'zod';
import { showPut } from './show-put.ts';

const OwnFile = z.object({ canvas_data: CanvasData, note_content: z.string().default('') });
export type OwnFile = z.output<typeof OwnFile>;

/** What the product's own JSON export holds; undefined for any other text. */
export function readOwnFile(text: string): OwnFile | undefined {
  try {
    return OwnFile.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Puts an exported board on this one, about a page point or where it lay, as one step; gives how many shapes and blocks came. */
export function putOwnFile(editor: Editor, { canvas_data: { shapes, blocks, board } }: OwnFile, at?: Vec): number {
  // What blocks draw, and what stands for them, comes from them again.
  const coded = new Set(blocks.map(({ id }) => id));
  const drawn = shapes.filter(({ id, origin }) => !origin && !coded.has(id));
  const box = unionBoxes(shapes.filter(({ parent_id }) => parent_id === null).map((shape) => rotatedBounds(shape, shape.rotation)));
  const wasEmpty = editor.document.shapes.size + editor.document.blocks.size === 0;
  editor.transact(() => {
    const to = at ?? (wasEmpty ? undefined : boxCentre(editor.visible));
    placeClip(editor, soundClip(editor, { shapes: drawn, blocks }), to && box ? subtract(to, boxCentre(box)) : { x: 0, y: 0 });
    if (wasEmpty) editor.changeBoard(board);
  });
  showPut(editor, wasEmpty, at);
  return drawn.length + blocks.length;
}
