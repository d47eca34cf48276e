import { type CanvasDataInput, CodedError } from '@autograph/contracts';
import {
  type Block,
  type BoardSettings,
  blocksFromSeeds,
  changeStoredBlock,
  openFile,
  patchText,
  type Shape,
  shapesFromSeeds,
  storedBlock,
  topIndex,
  writeBlock,
  writeBoard,
  writeDrawn,
} from '@autograph/document';
import { detailsOf } from '@autograph/service-kit';
import { schemaOf } from '@autograph/shapes';
import type * as Y from 'yjs';
import { z } from 'zod';
import { withLanguage } from './block-input.ts';

/** A canvas as it shall be: drawn shapes, code blocks, and the board's settings unless they stay. */
export interface Canvas {
  readonly shapes: readonly Shape[];
  readonly blocks: readonly Block[];
  readonly board?: BoardSettings | undefined;
}

function shapesFrom(seeds: CanvasDataInput['shapes'], blockIds: ReadonlySet<string>): Shape[] {
  try {
    return shapesFromSeeds(seeds, blockIds);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new CodedError('validation_failed', { details: detailsOf(error, 'canvas_data.shapes') });
  }
}

/** The canvas that a caller describes; shapes that come from code are left to their code. Throws `validation_failed` naming a bad property. */
export function canvasFrom(input: CanvasDataInput, blockIds: ReadonlySet<string>): Canvas {
  const ids = new Set([...blockIds, ...input.blocks.flatMap((block) => (block.id === undefined ? [] : [block.id]))]);
  const shapes = shapesFrom(input.shapes, ids);
  return {
    shapes,
    blocks: blocksFromSeeds(input.blocks.map(withLanguage), topIndex(shapes.filter((shape) => shape.parent_id === null))),
    board: input.board,
  };
}

/** Makes the document's canvas equal to `canvas` by the smallest edits; what `canvas` lacks goes. Call inside a transaction. */
export function writeCanvas(doc: Y.Doc, canvas: Canvas): void {
  const file = openFile(doc);
  const shapeIds = new Set(canvas.shapes.map((shape) => shape.id));
  const blockIds = new Set(canvas.blocks.map((block) => block.id));
  for (const id of [...file.shapes.keys()]) if (!shapeIds.has(id)) file.shapes.delete(id);
  for (const id of [...file.blocks.keys()]) if (!blockIds.has(id) && !shapeIds.has(id)) file.blocks.delete(id);
  for (const shape of canvas.shapes) writeDrawn(file, shape, schemaOf);
  for (const block of canvas.blocks) writeBlock(file.blocks, block);
  if (canvas.board) writeBoard(file.meta, canvas.board);
}

/** Puts a block on top of everything. Call inside a transaction. */
export function addBlock(doc: Y.Doc, block: Block): void {
  writeBlock(openFile(doc).blocks, block);
}

/** Replaces a block's text, keeping every place that its nodes have by now. Call inside a transaction. */
export function setBlockSource(doc: Y.Doc, next: Block): void {
  const file = openFile(doc);
  const current = storedBlock(file, next.id);
  if (current === undefined) return;
  const { valid_source: _, ...rest } = current;
  changeStoredBlock(file, next.id, current, { ...rest, source: next.source, layout: { ...next.layout, ...current.layout } });
}

/** Replaces the note by the smallest edits. Call inside a transaction. */
export function writeNote(doc: Y.Doc, text: string): void {
  patchText(openFile(doc).note, text);
}
