import { type Block, openFile, type Shape, snapshot } from '@autograph/document';
import { edits, perform, sampleBlock, sampleShape } from '@autograph/document/testing/random-file.ts';
import { type ChangeOrigin, type DocumentChange, DocumentStore } from '@autograph/editor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bindDocument } from './bind-document.ts';

function desk() {
  const doc = new Y.Doc();
  const store = new DocumentStore();
  const stop = bindDocument(doc, store);
  const changes: DocumentChange[] = [];
  store.subscribe((change) => changes.push(change));
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  return { doc, store, stop, changes, updates };
}

function sync(...docs: Y.Doc[]): void {
  for (const from of docs) for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

function expectEqual({ doc, store }: ReturnType<typeof desk>): void {
  const { shapes, blocks, board } = snapshot(doc);
  expect(new Map(store.shapes)).toEqual(new Map(shapes.map((shape) => [shape.id, shape])));
  expect(new Map(store.blocks)).toEqual(new Map(blocks.map((block) => [block.id, block])));
  expect(store.board).toEqual(board);
}

/** An edit done to the store, as the editor does it. */
function performOnStore(store: DocumentStore, edit: Parameters<typeof perform>[1]): void {
  const scratch = new Y.Doc();
  const scratchStore = new DocumentStore();
  const stop = bindDocument(scratch, scratchStore);
  scratchStore.apply(store, 'local');
  const shapes = new Map<string, Shape | null>();
  const blocks = new Map<string, Block | null>();
  scratchStore.subscribe((change) => {
    for (const [id, { after }] of change.shapes) shapes.set(id, after ?? null);
    for (const [id, { after }] of change.blocks) blocks.set(id, after ?? null);
  });
  perform(scratch, edit);
  stop();
  store.apply({ shapes, blocks, board: scratchStore.board }, 'local');
}

describe('a store bound to a document', () => {
  it('equals it after any edits made here, there and in texts, in any order', () => {
    const step = fc.record({ by: fc.constantFrom('store', 'document', 'remote', 'sync'), edit: edits });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const here = desk();
        const there = desk();
        for (const { by, edit } of steps) {
          if (by === 'store') performOnStore(here.store, edit);
          else if (by === 'document') perform(here.doc, edit);
          else if (by === 'remote') performOnStore(there.store, edit);
          else sync(here.doc, there.doc);
        }
        sync(here.doc, there.doc);
        expect(snapshot(here.doc)).toEqual(snapshot(there.doc));
        expectEqual(here);
        expectEqual(there);
      }),
      { numRuns: 150 },
    );
  });

  it('writes one change as one transaction and hears no echo of it', () => {
    const { store, changes, updates } = desk();
    store.apply(
      {
        shapes: [
          ['s0', sampleShape()],
          ['s1', sampleShape({ id: 's1' })],
        ],
        blocks: [['b0', sampleBlock()]],
      },
      'local',
    );
    expect(updates).toHaveLength(1);
    expect(changes).toHaveLength(1);
  });

  it('tells a remote transaction as one remote change, and writes nothing back', () => {
    const here = desk();
    const there = desk();
    there.store.apply(
      {
        shapes: [
          ['s0', sampleShape()],
          ['s1', sampleShape({ id: 's1' })],
        ],
      },
      'local',
    );
    sync(here.doc, there.doc);
    expect(here.changes.map((change) => [change.origin, change.shapes.size])).toEqual([['remote', 2]]);
    expect(here.updates).toHaveLength(1);
    expect(there.updates).toHaveLength(1);
  });

  it('tells a move of many shapes elsewhere as a move', () => {
    const [here, there] = [desk(), desk()];
    const shapes = [1, 2, 3].map((n) => sampleShape({ id: `sh_${n}`, x: n * 10 }));
    here.store.apply({ shapes: shapes.map((shape) => [shape.id, shape] as const) }, 'local');
    sync(here.doc, there.doc);
    here.store.apply({ shapes: shapes.map((shape) => [shape.id, { ...shape, x: shape.x + 40, y: shape.y - 8 }] as const) }, 'local');
    sync(here.doc, there.doc);
    expect(there.changes.map(({ translation }) => translation)).toEqual([undefined, { x: 40, y: -8 }]);
  });

  it('tells typing in a shared text as typed', () => {
    const { doc, store, changes } = desk();
    store.apply({ blocks: [['b0', sampleBlock({ source: 'a --> b' })]] }, 'local');
    const source = openFile(doc).blocks.get('b0')?.get('source');
    if (source instanceof Y.Text) source.insert(0, 'x');
    expect(store.blocks.get('b0')?.source).toBe('xa --> b');
    expect(changes.map((change): ChangeOrigin => change.origin)).toEqual(['local', 'typed']);
  });

  it('merges a move here with a recolouring there', () => {
    const here = desk();
    const there = desk();
    const shape = sampleShape();
    here.store.apply({ shapes: [[shape.id, shape]] }, 'local');
    sync(here.doc, there.doc);
    here.store.apply({ shapes: [[shape.id, { ...shape, x: 50 }]] }, 'local');
    there.store.apply({ shapes: [[shape.id, { ...shape, fill: 'red' }]] }, 'local');
    sync(here.doc, there.doc);
    for (const { store } of [here, there]) expect(store.shapes.get('s0')).toEqual({ ...shape, x: 50, fill: 'red' });
  });

  it('keeps a guide drawn here, one moved there and a new background, each', () => {
    const here = desk();
    const there = desk();
    here.store.apply({ board: { guides: [{ id: 'a', axis: 'x', at: 10 }] } }, 'local');
    sync(here.doc, there.doc);
    here.store.apply({ board: { guides: [...(here.store.board.guides ?? []), { id: 'b', axis: 'y', at: 20 }] } }, 'local');
    there.store.apply({ board: { background: '#20242c', guides: [{ id: 'a', axis: 'x', at: 15 }] } }, 'local');
    sync(here.doc, there.doc);
    const guides = [
      { id: 'a', axis: 'x', at: 15 },
      { id: 'b', axis: 'y', at: 20 },
    ];
    for (const { store } of [here, there]) expect(store.board).toEqual({ background: '#20242c', guides });
  });

  it('settles two moves of one shape on one of them [F396]', () => {
    const here = desk();
    const there = desk();
    const shape = sampleShape();
    here.store.apply({ shapes: [[shape.id, shape]] }, 'local');
    sync(here.doc, there.doc);
    here.store.apply({ shapes: [[shape.id, { ...shape, x: 100, y: 100 }]] }, 'local');
    there.store.apply({ shapes: [[shape.id, { ...shape, x: 200, y: 200 }]] }, 'local');
    sync(here.doc, there.doc);
    const settled = here.store.shapes.get('s0');
    expect([
      [100, 100],
      [200, 200],
    ]).toContainEqual([settled?.x, settled?.y]);
    expect(there.store.shapes).toEqual(here.store.shapes);
  });

  it('puts on the page what is put here into a frame that is gone, at once and whenever it is done again', () => {
    const { store } = desk();
    const child = sampleShape({ id: 'child' });
    const inFrame: Shape = { ...child, parent_id: 'frame' };
    store.apply({ shapes: [['child', inFrame]] }, 'local');
    expect(store.shapes.get('child')).toEqual(child);
    store.apply({ shapes: [['child', inFrame]] }, 'history');
    expect(store.shapes.get('child')).toEqual(child);
  });

  it('keeps a child whose frame was deleted elsewhere, and puts it back when the frame returns', () => {
    const here = desk();
    const there = desk();
    const frame = sampleShape({ id: 'frame', type: 'frame' });
    here.store.apply({ shapes: [['frame', frame]] }, 'local');
    sync(here.doc, there.doc);
    here.store.apply({ shapes: [['child', sampleShape({ id: 'child', parent_id: 'frame' })]] }, 'local');
    there.store.apply({ shapes: [['frame', null]] }, 'local');
    sync(here.doc, there.doc);
    expect(here.store.shapes.get('child')?.parent_id).toBeNull();
    expect(there.store.shapes.get('child')?.parent_id).toBeNull();
    there.store.apply({ shapes: [['frame', frame]] }, 'history');
    sync(here.doc, there.doc);
    expect(here.store.shapes.get('child')?.parent_id).toBe('frame');
    expect(there.store.shapes.get('child')?.parent_id).toBe('frame');
  });

  it('writes the newest record when a listener changes it again within the change', () => {
    const doc = new Y.Doc();
    const store = new DocumentStore();
    store.subscribe(({ shapes }) => {
      const shape = shapes.get('s0')?.after;
      if (shape?.x === 1) store.apply({ shapes: [['s0', { ...shape, x: 2 }]] }, 'layout');
    });
    bindDocument(doc, store);
    store.apply({ shapes: [['s0', sampleShape({ x: 1 })]] }, 'local');
    expect(snapshot(doc).shapes[0]?.x).toBe(2);
  });

  it('lets go when it is stopped', () => {
    const { doc, store, stop } = desk();
    stop();
    store.apply({ shapes: [['s0', sampleShape()]] }, 'local');
    perform(doc, { kind: 'draw', id: 's1', x: 0, parent: null });
    expect(openFile(doc).shapes.has('s0')).toBe(false);
    expect(store.shapes.has('s1')).toBe(false);
  });
});
