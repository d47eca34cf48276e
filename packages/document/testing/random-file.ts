import fc from 'fast-check';
import type * as Y from 'yjs';
import type { Block } from '../block.ts';
import { changeBlock, readBlock } from '../block-map.ts';
import { changeBoard, readBoard } from '../board-map.ts';
import { type BoardChange, changedBoard, type Guide } from '../board-settings.ts';
import { openFile } from '../file.ts';
import type { Shape } from '../shape.ts';
import { changeShape, readShape } from '../shape-map.ts';
import { patchText } from '../text.ts';

export const sampleShape = (overrides: Partial<Shape> = {}): Shape => ({
  id: 's0',
  type: 'rectangle',
  x: 0,
  y: 0,
  w: 10,
  h: 10,
  rotation: 0,
  parent_id: null,
  index: 'a0',
  ...overrides,
});

export const sampleBlock = (overrides: Partial<Block> = {}): Block => ({
  id: 'b0',
  language: 'mermaid',
  source: 'flowchart TB\n a --> b',
  x: 0,
  y: 0,
  index: 'a1',
  layout: {},
  ...overrides,
});

const shapeIds = ['s0', 's1', 's2', 's3', 's4'];
const blockIds = ['b0', 'b1'];
const number = fc.integer({ min: -1_000, max: 1_000 });

/** What a person may do to a file, on a small set of ids so that people collide. */
export const edits = fc.oneof(
  fc.record({
    kind: fc.constant('draw' as const),
    id: fc.constantFrom(...shapeIds),
    x: number,
    parent: fc.constantFrom(null, ...shapeIds),
  }),
  fc.record({ kind: fc.constant('move' as const), id: fc.constantFrom(...shapeIds), x: number, y: number }),
  fc.record({ kind: fc.constant('nest' as const), id: fc.constantFrom(...shapeIds), parent: fc.constantFrom(null, ...shapeIds) }),
  fc.record({ kind: fc.constant('label' as const), id: fc.constantFrom(...shapeIds), text: fc.option(fc.string(), { nil: undefined }) }),
  fc.record({ kind: fc.constant('erase' as const), id: fc.constantFrom(...shapeIds, ...blockIds) }),
  fc.record({
    kind: fc.constant('code' as const),
    id: fc.constantFrom(...blockIds),
    source: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '🙂') }),
  }),
  fc.record({ kind: fc.constant('place' as const), id: fc.constantFrom(...blockIds), node: fc.constantFrom('a', 'b'), x: number }),
  fc.record({ kind: fc.constant('paint' as const), background: fc.constantFrom(null, 'grey' as const, '#20242c' as const) }),
  fc.record({
    kind: fc.constant('guide' as const),
    id: fc.constantFrom('g0', 'g1', 'g2'),
    at: fc.option(number, { nil: null }),
  }),
  fc.record({ kind: fc.constant('write' as const), text: fc.string({ unit: fc.constantFrom('x', 'y', ' ', '🙂') }) }),
);
export type Edit = typeof edits extends fc.Arbitrary<infer E> ? E : never;

/** Does one edit as the product does it: on what this copy of the file holds now. */
export function perform(doc: Y.Doc, edit: Edit): void {
  const file = openFile(doc);
  const shape = (id: string) => {
    const map = file.shapes.get(id);
    return map === undefined ? undefined : readShape(id, map);
  };
  const block = (id: string) => {
    const map = file.blocks.get(id);
    return readBlock(id, map);
  };
  const change = (id: string, properties: Partial<Shape>) => {
    const before = shape(id);
    if (before !== undefined) changeShape(file.shapes, before, { ...before, ...properties });
  };
  const board = (made: BoardChange) => {
    const before = readBoard(file.meta);
    changeBoard(file.meta, before, changedBoard(before, made));
  };
  doc.transact(() => {
    if (edit.kind === 'draw') changeShape(file.shapes, shape(edit.id), sampleShape({ id: edit.id, x: edit.x, parent_id: edit.parent }));
    else if (edit.kind === 'move') change(edit.id, { x: edit.x, y: edit.y });
    else if (edit.kind === 'nest') change(edit.id, { parent_id: edit.parent });
    else if (edit.kind === 'label') change(edit.id, { text: edit.text });
    else if (edit.kind === 'paint') board({ background: edit.background });
    else if (edit.kind === 'guide') {
      const others: Guide[] = (readBoard(file.meta).guides ?? []).filter(({ id }) => id !== edit.id);
      board({ guides: edit.at === null ? others : [...others, { id: edit.id, axis: 'x', at: edit.at }] });
    } else if (edit.kind === 'write') patchText(file.note, edit.text);
    else if (edit.kind === 'erase') {
      file.shapes.delete(edit.id);
      file.blocks.delete(edit.id);
    } else if (edit.kind === 'code') {
      const before = block(edit.id);
      changeBlock(file.blocks, before, { ...(before ?? sampleBlock({ id: edit.id })), source: edit.source });
    } else {
      const before = block(edit.id);
      if (before !== undefined)
        changeBlock(file.blocks, before, { ...before, layout: { ...before.layout, [edit.node]: { x: edit.x, y: 0 } } });
    }
  });
}
