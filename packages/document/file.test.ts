import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openFile } from './file.ts';
import { createBlockId, createShapeId } from './ids.ts';
import { compareOrder, isOrderKey, keyBetween, keysBetween } from './order.ts';
import { strayShapes } from './repair.ts';
import { changeShape } from './shape-map.ts';
import { snapshot } from './snapshot.ts';
import { sampleBlock, sampleShape } from './testing/random-file.ts';
import { seedFile } from './testing/seed-file.ts';
import { writeShape } from './testing/write-shape.ts';

describe('a file', () => {
  it('gives back what it was seeded with, in paint order', () => {
    const doc = new Y.Doc();
    seedFile(doc, {
      note: '# Hello',
      shapes: [
        { ...sampleShape({ id: 'back' }), index: undefined },
        { ...sampleShape({ id: 'front' }), index: undefined },
      ],
      blocks: [sampleBlock()],
      board: { background: 'grey', guides: [{ id: 'g', axis: 'y', at: 40 }] },
    });
    const { shapes, blocks, note, board } = snapshot(doc);
    expect(board).toEqual({ background: 'grey', guides: [{ id: 'g', axis: 'y', at: 40 }] });
    expect(shapes.map((shape) => shape.id)).toEqual(['back', 'front']);
    expect(blocks).toEqual([{ ...sampleBlock(), index: blocks[0]?.index }]);
    expect(note).toBe('# Hello');
  });

  it('leaves out shapes that code draws', () => {
    const doc = new Y.Doc();
    const derived = { ...sampleShape({ id: 'b0/a' }), origin: { block_id: 'b0', node_id: 'a' } };
    seedFile(doc, { shapes: [sampleShape({ id: 'b0', type: 'block' }), derived, sampleShape({ id: 's1' })], blocks: [sampleBlock()] });
    expect(snapshot(doc).shapes.map((shape) => shape.id)).toEqual(['s1']);
  });

  it('refuses to be seeded with something that is no shape', () => {
    expect(() => seedFile(new Y.Doc(), { shapes: [sampleShape({ w: -1 })] })).toThrow();
  });

  it('stores only the property that changed [F419]', () => {
    const doc = new Y.Doc();
    const file = openFile(doc);
    doc.transact(() => {
      for (let n = 0; n < 500; n += 1) writeShape(file.shapes, sampleShape({ id: `s${n}`, text: 'a label of some length' }));
    });
    const sizes: number[] = [];
    doc.on('update', (update: Uint8Array) => sizes.push(update.length));
    const before = sampleShape({ id: 's7', text: 'a label of some length' });
    doc.transact(() => changeShape(file.shapes, before, { ...before, x: 1 }));
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeLessThan(60);
  });
});

describe('broken parents', () => {
  const parents = (entries: Record<string, string | null>) => strayShapes(new Map(Object.entries(entries)));

  it('makes the child of a missing parent top level', () => {
    expect(parents({ a: 'gone', b: 'a' })).toEqual(new Set(['a']));
  });

  it('opens a ring at its smallest id, whatever the order', () => {
    expect(parents({ c: 'a', b: 'c', a: 'b', d: 'c' })).toEqual(new Set(['a']));
    expect(parents({ d: 'c', a: 'b', b: 'c', c: 'a' })).toEqual(new Set(['a']));
    expect(parents({ a: 'a' })).toEqual(new Set(['a']));
  });

  it('cuts off what lies too deep, whatever the order', () => {
    const chain = Array.from({ length: 1_200 }, (_, i): [string, string | null] => [`s${i}`, i === 0 ? null : `s${i - 1}`]);
    expect(strayShapes(new Map(chain))).toEqual(new Set(['s500', 's1000']));
    expect(strayShapes(new Map(chain.reverse()))).toEqual(new Set(['s500', 's1000']));
  });

  it('leaves sound trees alone', () => {
    expect(parents({ a: null, b: 'a', c: 'b' })).toEqual(new Set());
  });
});

describe('order keys and ids', () => {
  it('always leave room between two neighbours', () => {
    const [first = '', second = ''] = keysBetween(null, null, 2);
    const middle = keyBetween(first, second);
    expect(first < middle && middle < second).toBe(true);
    expect(isOrderKey(middle)).toBe(true);
    expect(isOrderKey('')).toBe(false);
    expect(
      [
        { id: 'b', index: 'a1' },
        { id: 'a', index: 'a1' },
        { id: 'c', index: 'Zz' },
      ]
        .sort(compareOrder)
        .map(({ id }) => id),
    ).toEqual(['c', 'a', 'b']);
  });

  it('are new each time', () => {
    const ids = new Set(Array.from({ length: 1_000 }, () => createShapeId()));
    expect(ids.size).toBe(1_000);
    expect(createBlockId()).toMatch(/^bl_\w{12}$/);
  });
});
