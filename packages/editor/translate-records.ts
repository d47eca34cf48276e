import { type Block, type Shape, type ShapeId, sameJson } from '@autograph/document';
import type { Vec } from '@autograph/geometry';
import { translated } from './change-record.ts';
import type { DocumentMutation, DocumentStore } from './document-store.ts';

/** The mutation that moves those of the drawn shapes and code blocks that are there, and nothing else of them, by an offset in their parents, px. */
export function translateRecords(document: DocumentStore, ids: Iterable<string>, by: Vec): DocumentMutation {
  const shapes: [string, Shape][] = [];
  const blocks: [string, Block][] = [];
  for (const id of ids) {
    const shape = document.shapes.get(id);
    if (shape) {
      shapes.push([id, translated(shape, by.x, by.y)]);
      continue;
    }
    const block = document.blocks.get(id);
    if (block) blocks.push([id, { ...block, x: block.x + by.x, y: block.y + by.y }]);
  }
  return { shapes, blocks, translation: by };
}

/** The offset by which all these new records of drawn shapes lie from the present ones, when that is all that has changed. */
export function translationTo(document: DocumentStore, shapes: ReadonlyMap<ShapeId, Shape | null>): Vec | undefined {
  let by: Vec | undefined;
  for (const [id, after] of shapes) {
    const before = document.shapes.get(id);
    if (!before || !after) return undefined;
    by ??= { x: after.x - before.x, y: after.y - before.y };
    if (before.x + by.x !== after.x || before.y + by.y !== after.y) return undefined;
    if (!sameJson(translated(before, by.x, by.y), after)) return undefined;
  }
  return by;
}
