import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createTypingUndo } from './typing.ts';

function desk() {
  const doc = new Y.Doc();
  const entries: { undo(): void; redo(): void; block?: string | undefined }[] = [];
  const { manager: typing } = createTypingUndo(doc, { push: (entry) => entries.push(entry) });
  const binding = {};
  typing.addTrackedOrigin(binding);
  const note = doc.getText('note');
  const type = (at: number, text: string) => doc.transact(() => note.insert(at, text), binding);
  return { doc, entries, typing, note, type };
}

it('makes one entry of a burst of typing, and undoes it in the text', () => {
  const { entries, note, type } = desk();
  type(0, 'he');
  type(2, 'llo');
  expect(entries).toHaveLength(1);
  entries[0]?.undo();
  expect(note.toString()).toBe('');
  entries[0]?.redo();
  expect(note.toString()).toBe('hello');
  expect(entries).toHaveLength(1);
});

it('starts a new entry after something else was done', () => {
  const { entries, typing, note, type } = desk();
  type(0, 'one');
  typing.stopCapturing();
  type(3, ' two');
  expect(entries).toHaveLength(2);
  entries[1]?.undo();
  expect(note.toString()).toBe('one');
});

it('says of which diagram it is, so that what follows from it finds it', () => {
  const { doc, entries, typing, type } = desk();
  const block = doc.getMap('blocks').set('bl_1', new Y.Map<unknown>([['id', 'bl_1']]));
  const source = block.set('source', new Y.Text('a'));
  const binding = {};
  typing.addTrackedOrigin(binding);
  doc.transact(() => source.insert(1, 'b'), binding);
  typing.stopCapturing();
  type(0, 'note');
  expect(entries.map((entry) => entry.block)).toEqual(['bl_1', undefined]);
});

it('starts a new entry where another text is typed in, however soon', () => {
  const { doc, entries, typing, note, type } = desk();
  const block = doc.getMap('blocks').set('bl_1', new Y.Map<unknown>([['id', 'bl_1']]));
  const other = block.set('source', new Y.Text());
  const binding = {};
  typing.addTrackedOrigin(binding);
  type(0, 'note');
  doc.transact(() => other.insert(0, 'code'), binding);
  type(4, '!');
  expect(entries).toHaveLength(3);
  entries[2]?.undo();
  entries[1]?.undo();
  expect([note.toString(), other.toString()]).toEqual(['note', '']);
});

it('leaves alone what others and the canvas write [F413]', () => {
  const { doc, entries, note, type } = desk();
  type(0, 'mine');
  const other = new Y.Doc();
  other.getText('note').insert(0, 'theirs ');
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  doc.transact(() => note.insert(0, 'canvas '), { source: 'editor' });
  expect(entries).toHaveLength(1);
  entries[0]?.undo();
  expect(note.toString()).not.toContain('mine');
  expect(note.toString()).toContain('theirs ');
  expect(note.toString()).toContain('canvas ');
});
