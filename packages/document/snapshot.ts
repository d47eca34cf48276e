import type * as Y from 'yjs';
import type { Block } from './block.ts';
import { readBoard } from './board-map.ts';
import type { BoardSettings } from './board-settings.ts';
import { drawnShapes, storedBlocks } from './drawn-shapes.ts';
import { openFile } from './file.ts';
import { compareOrder } from './order.ts';
import { inPaintOrder } from './paint-order.ts';
import { strayShapes } from './repair.ts';
import type { Shape } from './shape.ts';
import type { ShapeSchemas } from './sound-shape.ts';

/** What a file holds, as plain records: drawn shapes only, those of code blocks are derived. */
export interface FileSnapshot {
  readonly shapes: readonly Shape[];
  readonly blocks: readonly Block[];
  readonly note: string;
  readonly board: BoardSettings;
}

/** Reads a whole file: shapes in paint order, placeholders for what is none of a known kind, with the parents that merging left broken repaired. */
export function snapshot(doc: Y.Doc, schemas?: ShapeSchemas): FileSnapshot {
  const file = openFile(doc);
  const shapes = drawnShapes(file, schemas);
  const blocks = storedBlocks(file);
  const parents = new Map<string, string | null>(shapes.map((shape) => [shape.id, shape.parent_id]));
  for (const block of blocks) parents.set(block.id, null);
  const stray = strayShapes(parents);
  return {
    shapes: inPaintOrder(shapes.map((shape) => (stray.has(shape.id) ? { ...shape, parent_id: null } : shape))),
    blocks: blocks.sort(compareOrder),
    note: file.note.toString(),
    board: readBoard(file.meta),
  };
}
