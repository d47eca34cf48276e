import { openFile } from '@autograph/document';
import { drive, seeded, testEditor } from '@autograph/editor/testing/driver.ts';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { bindDocument } from './bind-document.ts';
import { keepWork, type WorkStorage } from './keep-work.ts';
import { createTypingUndo } from './typing.ts';

function memory(): WorkStorage {
  const kept = new Map<string, string>();
  return {
    load: async (key) => JSON.parse(kept.get(key) ?? 'null'),
    async save(entries) {
      for (const [key, value] of entries) kept.set(key, JSON.stringify(value ?? null));
    },
  };
}

/** A window of somebody who has the file open. */
async function open(storage: WorkStorage, content?: Uint8Array) {
  const doc = new Y.Doc();
  const { editor } = drive(testEditor());
  const typing = createTypingUndo(doc, editor.history);
  bindDocument(doc, editor.document);
  const work = keepWork({ editor, storage, typing: typing.keeper, opened: Promise.resolve() });
  if (content) Y.applyUpdate(doc, content);
  await work.takenUp;
  const binding = {};
  typing.manager.addTrackedOrigin(binding);
  const { note, blocks } = openFile(doc);
  return {
    doc,
    editor,
    work,
    note: () => note.toString(),
    /** Types there, in place of so many letters, as an act of its own. */
    type(at: number, letters: string, instead = 0, text: Y.Text = note) {
      typing.manager.stopCapturing();
      doc.transact(() => {
        text.delete(at, instead);
        text.insert(at, letters);
      }, binding);
    },
    source(id: string): Y.Text {
      const source: unknown = blocks.get(id)?.get('source');
      if (!(source instanceof Y.Text)) throw new Error('There is no such block.');
      return source;
    },
    /** What another person writes. */
    theirs(at: number, letters: string, instead = 0) {
      const other = new Y.Doc();
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
      const text = openFile(other).note;
      text.delete(at, instead);
      text.insert(at, letters);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    },
  };
}

type Window = Awaited<ReturnType<typeof open>>;

/** Loads the window anew; `meanwhile` is what others do while it is closed. */
async function reload(window: Window, storage: WorkStorage, meanwhile: (closed: Window) => void = () => undefined) {
  window.work.stop();
  meanwhile(window);
  return open(storage, Y.encodeStateAsUpdate(window.doc));
}

it('undoes after a reload what was typed in the note and in code, in one line with the board, and does it again [F236]', async () => {
  const storage = memory();
  const first = await open(storage);
  first.type(0, 'Hello');
  const id = first.editor.createBlock({ language: 'toy', source: 'a' }) ?? '';
  first.type(1, '\nb', 0, first.source(id));
  first.type(5, ' world\r\n');
  const next = await reload(first, storage);
  const seen = () => [next.note(), next.editor.document.blocks.get(id)?.source];
  const states = [seen()];
  for (; next.editor.canUndo; states.push(seen())) next.editor.undo();
  expect(states).toEqual([
    ['Hello world\r\n', 'a\nb'],
    ['Hello', 'a\nb'],
    ['Hello', 'a'],
    ['Hello', undefined],
    ['', undefined],
  ]);
  next.editor.redo();
  expect(next.note()).toBe('Hello');
});

it('undoes what was typed in a diagram that was deleted and brought back since, before and after a reload', async () => {
  const storage = memory();
  const first = await open(storage);
  const id = first.editor.createBlock({ language: 'toy', source: 'a' }) ?? '';
  first.type(1, '\nb', 0, first.source(id));
  first.type(3, '\nc', 0, first.source(id));
  first.editor.deleteShapes([id]);
  first.editor.undo();
  expect(first.source(id).toString()).toBe('a\nb\nc');
  first.editor.undo();
  expect(first.source(id).toString()).toBe('a\nb');
  const next = await reload(first, storage);
  next.editor.undo();
  expect(next.source(id).toString()).toBe('a');
});

it('does again after a reload what was undone before it, and undoes more before that', async () => {
  const storage = memory();
  const first = await open(storage);
  first.type(0, 'one two');
  first.type(3, '', 4);
  first.editor.undo();
  const next = await reload(first, storage);
  next.editor.redo();
  expect(next.note()).toBe('one');
  next.editor.undo();
  expect(next.note()).toBe('one two');
  const last = await reload(next, storage);
  last.editor.undo();
  expect([last.note(), last.editor.canUndo]).toEqual(['', false]);
  last.editor.redo();
  last.editor.redo();
  expect(last.note()).toBe('one');
});

it('leaves what others wrote before, while and after the window was closed [F413]', async () => {
  const storage = memory();
  const first = await open(storage);
  first.type(0, 'The quick fox.');
  first.theirs(9, ' brown');
  first.type(15, ' red', 0);
  first.theirs(0, '> ');
  const next = await reload(first, storage, (closed) => {
    closed.theirs(2, '# ');
    closed.theirs(closed.note().length, ' End');
  });
  expect(next.note()).toBe('> # The quick brown red fox. End');
  next.theirs(0, '(');
  next.editor.undo();
  expect(next.note()).toBe('(> # The quick brown fox. End');
  next.theirs(1, ')');
  next.editor.undo();
  expect(next.note()).toBe('()> #  brown End');
});

it('undoes what was typed after the reload first, and only then what was typed before', async () => {
  const storage = memory();
  const next = await reload(await written(storage), storage);
  next.type(3, ' more');
  next.type(0, '# ');
  const states = [];
  for (; next.editor.canUndo; states.push(next.note())) next.editor.undo();
  expect(states).toEqual(['old more', 'old', '']);
  for (; next.editor.canRedo; ) next.editor.redo();
  expect(next.note()).toBe('# old more');
});

it('undoes typing of many reloads ago, though an opened file begins with little of it [F236]', async () => {
  const storage = memory();
  let window = await open(storage);
  const states: string[] = [];
  for (let i = 0; i < 90; i++) {
    states.push(window.note());
    window.type(i % 3 === 0 ? 0 : window.note().length, String.fromCharCode(0x4e00 + i));
    if (i % 40 === 0) window = await reload(window, storage);
  }
  window = await reload(await reload(window, storage), storage);
  while (states.length > 0) {
    const before = window.note();
    window.editor.undo();
    await expect.poll(() => window.note()).not.toBe(before);
    expect(window.note()).toBe(states.pop());
  }
  expect(window.editor.canUndo).toBe(false);
});

async function written(storage: WorkStorage) {
  const window = await open(storage);
  window.type(0, 'old');
  return window;
}

it('brings back in the end what others wrote and nothing else, whatever was done between reloads', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = seeded(seed);
    const below = (n: number) => Math.floor(random() * n);
    const storage = memory();
    let window = await open(storage);
    const others: string[] = ['-'];
    window.theirs(0, '-');
    for (let step = 0; step < 25; step++) {
      const { length } = window.note();
      const [at, act] = [below(length + 1), below(9)];
      if (act < 4) window.type(at, 'ABC'.slice(0, 1 + below(3)), Math.min(below(4), length - at));
      else if (act < 6) {
        const letter = String.fromCharCode(0x4e00 + step);
        others.push(letter);
        window.theirs(at, letter);
      } else if (act === 6) window.editor.undo();
      else if (act === 7) window.editor.redo();
      else window = await reload(window, storage);
    }
    window = await reload(window, storage);
    while (window.editor.canUndo) window.editor.undo();
    expect([...window.note()].sort(), `seed ${seed}`).toEqual(others.sort());
  }
});
