import type { Shape } from '@autograph/document';
import { drive, testEditor } from '@autograph/editor/testing/driver.ts';
import { expect, it } from 'vitest';
import { keepWork, type WorkStorage } from './keep-work.ts';

const box = (id: string): Shape => ({ id, type: 'rectangle', x: 0, y: 0, w: 100, h: 60, rotation: 0, parent_id: null, index: `a${id}V` });

function memory(): WorkStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    load: async (key) => (kept.has(key) ? JSON.parse(kept.get(key) ?? '') : undefined),
    async save(entries) {
      for (const [key, value] of entries) {
        if (value === undefined) kept.delete(key);
        else kept.set(key, JSON.stringify(value));
      }
    },
  };
}

/** An editor with this content whose work is kept there. */
async function open(storage: WorkStorage, shapes: readonly Shape[] = []) {
  const { editor } = drive(testEditor());
  const work = keepWork({ editor, storage, opened: Promise.resolve() });
  editor.document.apply({ shapes: shapes.map((shape) => [shape.id, shape] as const) }, 'remote');
  await work.takenUp;
  return { editor, work };
}

/** Closes the file and opens it anew. */
async function reload({ editor, work }: Awaited<ReturnType<typeof open>>, storage: WorkStorage) {
  const shapes = [...editor.document.shapes.values()];
  work.stop();
  return open(storage, shapes);
}

it('brings back the camera and every undo and redo, entry by entry [F236]', async () => {
  const storage = memory();
  const first = await open(storage);
  first.editor.createShapes([box('1'), box('2')]);
  first.editor.translateStored(['1', '2'], 40, 8);
  first.editor.updateShapes([{ id: '2', change: { text: 'two' } }]);
  first.editor.deleteShapes(['1']);
  first.editor.undo();
  first.editor.setCamera({ x: 12, y: -30, zoom: 1.5 });
  const { editor, work } = await reload(first, storage);
  expect(await work.cameraBack).toEqual(editor.viewport);
  expect(editor.camera).toEqual({ x: 12, y: -30, zoom: 1.5 });
  editor.redo();
  expect([...editor.document.shapes.keys()]).toEqual(['2']);
  editor.undo();
  editor.undo();
  expect(editor.document.shapes.get('2')).toEqual({ ...box('2'), x: 40, y: 8 });
  editor.undo();
  expect(editor.document.shapes.get('1')).toEqual(box('1'));
  editor.undo();
  expect(editor.document.shapes.size).toBe(0);
  expect(editor.canUndo).toBe(false);
});

it('lets go of what would change nothing any more, and leaves what others did since', async () => {
  const storage = memory();
  const first = await open(storage, [box('1'), box('2')]);
  first.editor.translateStored(['1'], 8, 0);
  first.editor.translateStored(['2'], 8, 0);
  first.work.stop();
  const { editor } = await open(storage, [{ ...box('1'), x: 8, fill: 'red' }]);
  editor.undo();
  expect(editor.document.shapes.get('1')).toEqual({ ...box('1'), fill: 'red' });
  expect(editor.canUndo).toBe(false);
});

it('puts what was kept below what has been done since the file was opened', async () => {
  const storage = memory();
  const first = await open(storage, [box('1')]);
  first.editor.translateStored(['1'], 8, 0);
  first.work.stop();
  const { editor } = drive(testEditor());
  editor.document.apply({ shapes: [['1', { ...box('1'), x: 8 }]] }, 'remote');
  const work = keepWork({ editor, storage, opened: Promise.resolve() });
  editor.updateShapes([{ id: '1', change: { text: 'now' } }]);
  await work.takenUp;
  editor.undo();
  expect(editor.document.shapes.get('1')).toEqual({ ...box('1'), x: 8 });
  editor.undo();
  expect(editor.document.shapes.get('1')).toEqual(box('1'));
});

it('keeps a history of any length and weight, and writes no more of it than what has changed [F236]', async () => {
  const storage = memory();
  const written: number[] = [];
  const counting: WorkStorage = {
    load: storage.load,
    save: (entries) => {
      written.push(entries.length);
      return storage.save(entries);
    },
  };
  const first = await open(counting);
  first.editor.createShapes(Array.from({ length: 5000 }, (_, i) => box(`${i}`)));
  for (let i = 0; i < 500; i++) first.editor.translateStored([`${i}`], 8, 0);
  first.work.flush();
  written.length = 0;
  first.editor.translateStored(['1'], 8, 0);
  first.work.flush();
  expect(written.at(-1)).toBe(2);
  first.editor.undo();
  const { editor } = await reload(first, storage);
  let steps = 0;
  for (; editor.canUndo; steps++) editor.undo();
  expect(steps).toBe(501);
  expect(editor.document.shapes.size).toBe(0);
  for (; editor.canRedo; steps--) editor.redo();
  expect(steps).toBe(-1);
});

it('works without what it cannot read or keep', async () => {
  const odd = memory();
  odd.kept
    .set('camera', '{"x":1}')
    .set('history', '{"undo":1,"redo":0}')
    .set('history/undo/0', '["{\\"steps\\":[{\\"kind\\":\\"change\\"}]}"]');
  const broken: WorkStorage = { load: () => Promise.reject(new Error('no')), save: () => Promise.reject(new Error('no')) };
  for (const storage of [odd, broken]) {
    const { editor, work } = await open(storage, [box('1')]);
    expect([editor.canUndo, await work.cameraBack]).toEqual([false, null]);
    editor.translateStored(['1'], 8, 0);
    work.stop();
  }
});
