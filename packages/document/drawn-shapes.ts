import * as Y from 'yjs';
import type { Block } from './block.ts';
import { blockPlaceholder, changeBlock, keptBlock, readBlock } from './block-map.ts';
import type { FileDoc } from './file.ts';
import { sameJson } from './same-json.ts';
import type { BlockId, Shape, ShapeId } from './shape.ts';
import { changeShape, readShape } from './shape-map.ts';
import type { ShapeSchemas } from './sound-shape.ts';

/** What a code block has of a shape's properties. */
const ofBlocks = ['x', 'y', 'index'] as const;

/** Everything stored that stands on the board as a shape: drawn shapes, and placeholders for code blocks that cannot be read. */
export function drawnShapes(file: FileDoc, schemas?: ShapeSchemas): Shape[] {
  const shapes = [...file.shapes.entries()].flatMap(([id, stored]) => (isKeptBlock(file, id) ? [] : readShape(id, stored, schemas)));
  const blocks = [...file.blocks.entries()].flatMap(([id, stored]) => (file.shapes.has(id) ? [] : (blockPlaceholder(id, stored) ?? [])));
  return [...shapes, ...blocks];
}

/** The one of them under an id. */
export function drawnShape(file: FileDoc, id: ShapeId, schemas?: ShapeSchemas): Shape | undefined {
  const stored: unknown = file.shapes.get(id);
  if (isKeptBlock(file, id)) return undefined;
  if (stored !== undefined) return readShape(id, stored, schemas);
  return file.blocks.has(id) ? blockPlaceholder(id, file.blocks.get(id)) : undefined;
}

/** Every code block that can be read, those that only a placeholder keeps included. */
export function storedBlocks(file: FileDoc): Block[] {
  const kept = [...file.shapes.keys()].flatMap((id) => (isKeptBlock(file, id) ? (storedBlock(file, id) ?? []) : []));
  return [...[...file.blocks.entries()].flatMap(([id, stored]) => readBlock(id, stored) ?? []), ...kept];
}

/** The one of them under an id. */
export function storedBlock(file: FileDoc, id: BlockId): Block | undefined {
  return file.blocks.has(id) ? readBlock(id, file.blocks.get(id)) : keptBlock(id, file.shapes.get(id));
}

/** Stores a code block, or removes it when there is none after, by what changed from one record to the next. Call inside a transaction. */
export function changeStoredBlock(file: FileDoc, id: BlockId, before: Block | undefined, after: Block | undefined): void {
  if (isKeptBlock(file, id)) file.shapes.delete(id);
  if (after === undefined) file.blocks.delete(id);
  else changeBlock(file.blocks, before, after);
}

/** Makes a code block of one that only a placeholder keeps, so that its text is a shared one again. Call inside a transaction. */
export function recallBlock(file: FileDoc, id: BlockId): void {
  const kept = isKeptBlock(file, id) ? storedBlock(file, id) : undefined;
  if (kept) changeStoredBlock(file, id, undefined, kept);
}

function isKeptBlock(file: FileDoc, id: BlockId): boolean {
  return !file.blocks.has(id) && keptBlock(id, file.shapes.get(id)) !== undefined;
}

/** Stores a shape, or removes it when there is none after, by what changed from one record to the next. Call inside a transaction. */
export function changeDrawn(file: FileDoc, id: ShapeId, before: Shape | undefined, after: Shape | undefined): void {
  const block: unknown = file.shapes.has(id) ? undefined : file.blocks.get(id);
  const isBlock = block !== undefined && blockPlaceholder(id, block) !== undefined;
  if (isBlock && block instanceof Y.Map && before && after && fitsBlock(before, after)) {
    for (const key of ofBlocks) if (!Object.is(before[key], after[key])) block.set(key, after[key]);
    return;
  }
  if (isBlock) file.blocks.delete(id);
  if (after === undefined) file.shapes.delete(id);
  else changeShape(file.shapes, before, after);
}

/** Whether a code block can say everything that was changed of its placeholder; else the placeholder takes its place, keeping all of it. */
function fitsBlock(before: Shape, after: Shape): boolean {
  const { x, y, index } = after;
  return sameJson({ ...before, x, y, index }, after);
}

/** Stores a shape as it is, whatever is there. Call inside a transaction. */
export function writeDrawn(file: FileDoc, shape: Shape, schemas?: ShapeSchemas): void {
  changeDrawn(file, shape.id, drawnShape(file, shape.id, schemas), shape);
}
