import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { openFile } from './file.ts';
import { type Touched, touchedRecords } from './touched.ts';

/** What a transaction on a file has touched, and how often its sets of keys have been gone through meanwhile. */
function touched(doc: Y.Doc, act: () => void): { readonly records: Touched; readonly passes: number } {
  const seen: { records: Touched; passes: number }[] = [];
  const look = (transaction: Y.Transaction) => {
    let passes = 0;
    for (const keys of transaction.changed.values()) {
      const values = keys[Symbol.iterator].bind(keys);
      keys[Symbol.iterator] = () => {
        passes += 1;
        return values();
      };
    }
    const records = touchedRecords(transaction);
    seen.push({ records, passes });
  };
  doc.once('afterTransaction', look);
  doc.transact(act);
  const [found] = seen;
  if (!found) throw new Error('nothing has happened');
  return found;
}

it('tells whole records from their properties, and parts of these', () => {
  const doc = new Y.Doc();
  const { shapes, blocks, note } = openFile(doc);
  const map = shapes.set('a', new Y.Map<unknown>([['x', 1]]));
  const block = blocks.set('b', new Y.Map<unknown>());
  const layout = block.set('layout', new Y.Map<unknown>());
  const { records } = touched(doc, () => {
    map.set('x', 2);
    map.set('text', 'words');
    shapes.set('c', new Y.Map());
    layout.set('node', 1);
    note.insert(0, 'hello');
  });
  expect([...records.shapes]).toEqual([
    ['a', new Set(['x', 'text'])],
    ['c', null],
  ]);
  expect([...records.blocks]).toEqual([['b', new Set(['layout/node'])]]);
  expect([records.note, records.meta]).toEqual([true, false]);
});

it('goes through the keys of many new records once, not once for each', () => {
  const doc = new Y.Doc();
  const { shapes } = openFile(doc);
  const { records, passes } = touched(doc, () => {
    for (let i = 0; i < 100; i++) shapes.set(`s${i}`, new Y.Map());
  });
  expect(records.shapes.size).toBe(100);
  expect(passes).toBeLessThan(10);
});
