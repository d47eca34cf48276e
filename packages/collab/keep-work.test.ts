import { setImmediate } from 'node:timers/promises';
import type { Shape } from '@autograph/document';
import type { Editor } from '@autograph/editor';
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
  expect(await replayAll(editor, 'undo')).toBe(501);
  expect(editor.document.shapes.size).toBe(0);
  expect(await replayAll(editor, 'redo')).toBe(502);
});

/** Undoes everything, or does it again, one step after the other; gives how many there were. */
async function replayAll(editor: Editor, way: 'undo' | 'redo'): Promise<number> {
  let steps = 0;
  const isPossible = () => (way === 'undo' ? editor.canUndo : editor.canRedo);
  const replayed = () => editor.history.ready(way === 'undo' ? 'redo' : 'undo');
  for (; isPossible(); steps++) {
    const before = replayed();
    editor[way]();
    // What was done long ago comes from the storage.
    while (replayed() === before && isPossible()) await setImmediate();
  }
  return steps;
}

/** An editor in which one shape was written in so often, in so many letters. */
async function written(storage: WorkStorage, times: number, letters: number) {
  const first = await open(storage);
  first.editor.createShapes([box('1')]);
  for (let i = 1; i <= times; i++) first.editor.updateShapes([{ id: '1', change: { text: `${i} ${'x'.repeat(letters)}` } }]);
  return first;
}

it('undoes and does again 30 MB of history after a reload to its very beginning and end, though a file opens with little of it [F236]', async () => {
  const storage = memory();
  const first = await written(storage, 1000, 15_000);
  const { text } = first.editor.document.shapes.get('1') ?? {};
  first.work.flush();
  expect([...storage.kept.values()].reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(30_000_000);
  const loads: string[] = [];
  const counting: WorkStorage = {
    save: storage.save,
    load: (key) => {
      loads.push(key);
      return storage.load(key);
    },
  };
  const second = await reload(first, counting);
  expect(loads.filter((key) => key.startsWith('history/'))).toEqual(['history/undo/50', 'history/undo/49']);
  expect(await replayAll(second.editor, 'undo')).toBe(1001);
  expect(second.editor.document.shapes.size).toBe(0);
  const { editor } = await reload(second, storage);
  expect(await replayAll(editor, 'redo')).toBe(1001);
  expect(editor.document.shapes.get('1')?.text).toBe(text);
});

it('keeps what was not reached, through reloads and what is done on top [F236]', async () => {
  const storage = memory();
  let window = await written(storage, 100, 1);
  for (let round = 0; round < 4; round++) {
    window = await reload(window, storage);
    for (let i = 0; i < 7; i++) window.editor.undo();
    window.editor.translateStored(['1'], 8, 0);
  }
  window = await reload(window, storage);
  // Each move was undone by the next round, with six of the texts.
  expect(await replayAll(window.editor, 'undo')).toBe(101 - 7 - 3 * 6 + 1);
  expect(window.editor.document.shapes.size).toBe(0);
});

it('undoes what is still being loaded when it comes, unless something has been done since', async () => {
  const storage = memory();
  (await written(storage, 60, 1)).work.stop();
  for (const since of [false, true]) {
    const held: (() => void)[] = [];
    let hold = false;
    const slow: WorkStorage = {
      save: async () => {},
      async load(key) {
        if (hold) await new Promise<void>((resolve) => held.push(resolve));
        return storage.load(key);
      },
    };
    const { editor } = await open(slow, [{ ...box('1'), text: '60 x' }]);
    hold = true;
    const at = () => editor.document.shapes.get('1')?.text;
    while (held.length === 0 || at() !== '39 x') {
      editor.undo();
      await setImmediate();
    }
    editor.undo();
    expect([at(), editor.canUndo]).toEqual(['39 x', true]);
    if (since) editor.updateShapes([{ id: '1', change: { text: 'now' } }]);
    hold = false;
    for (const go of held) go();
    await expect.poll(() => editor.history.ready('undo')).toBeGreaterThan(1);
    expect(at()).toBe(since ? 'now' : '38 x');
    expect(editor.canRedo).toBe(!since);
  }
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
