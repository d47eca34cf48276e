import type * as Y from 'yjs';
import { writeBlock } from '../block-map.ts';
import { writeBoard } from '../board-map.ts';
import type { BoardSettings } from '../board-settings.ts';
import { openFile } from '../file.ts';
import { type BlockSeed, blocksFromSeeds, type ShapeSeed, shapesFromSeeds, topIndex } from '../seed.ts';
import { patchText } from '../text.ts';
import { writeShape } from './write-shape.ts';

export interface FileSeed {
  readonly shapes?: readonly ShapeSeed[];
  readonly blocks?: readonly BlockSeed[];
  readonly board?: BoardSettings;
  readonly note?: string;
}

/** Fills an empty document as the server fills a new file. Throws a ZodError when the seed holds something that is not a shape. */
export function seedFile(doc: Y.Doc, { shapes = [], blocks = [], board, note }: FileSeed): void {
  const drawn = shapesFromSeeds(shapes, new Set(blocks.flatMap(({ id }) => id ?? [])));
  const placed = blocksFromSeeds(blocks, topIndex(drawn.filter((shape) => shape.parent_id === null)));
  const file = openFile(doc);
  doc.transact(() => {
    for (const shape of drawn) writeShape(file.shapes, shape);
    for (const block of placed) writeBlock(file.blocks, block);
    if (board) writeBoard(file.meta, board);
    if (note !== undefined) patchText(file.note, note);
  });
}
