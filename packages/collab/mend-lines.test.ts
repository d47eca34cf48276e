import { blockSource, openFile } from '@autograph/document';
import { sampleBlock } from '@autograph/document/testing/random-file.ts';
import { DocumentStore } from '@autograph/editor';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bindDocument } from './bind-document.ts';

/** What is left of a text when one person changes it on the board while another writes into it. */
function together(source: string, drawn: string | readonly string[], write: (text: Y.Text) => void, isFirst = true): string {
  const [board, typist] = [new Y.Doc(), new Y.Doc()];
  // Whose letters stand first at one place goes by these.
  board.clientID = isFirst ? 1 : 3;
  typist.clientID = 2;
  const store = new DocumentStore();
  bindDocument(board, store);
  const block = { ...sampleBlock(), source };
  store.apply({ blocks: [[block.id, block]] }, 'local');
  Y.applyUpdate(typist, Y.encodeStateAsUpdate(board));
  for (const after of [drawn].flat()) store.apply({ blocks: [[block.id, { ...block, source: after }]] }, 'local');
  const text = blockSource(openFile(typist).blocks.get(block.id));
  if (text) write(text);
  Y.applyUpdate(board, Y.encodeStateAsUpdate(typist));
  Y.applyUpdate(typist, Y.encodeStateAsUpdate(board));
  expect(text?.toString()).toBe(store.blocks.get(block.id)?.source);
  return text?.toString() ?? '';
}

const source = 'graph LR\n  A[One] --> B\n  C[Two] --> D\n  E --> F\n';
const without = source.replace('  C[Two] --> D\n', '');

it.each([
  ['words typed in a line that is deleted go with it', (text: Y.Text) => text.insert(source.indexOf('Two'), 'My '), without],
  [
    'a word written anew in a line that is deleted goes with it',
    (text: Y.Text) => {
      text.delete(source.indexOf('Two'), 3);
      text.insert(source.indexOf('Two'), 'Three');
    },
    without,
  ],
  [
    'a line typed before a deleted one stays',
    (text: Y.Text) => text.insert(source.indexOf('  C'), '  X --> Y\n'),
    without.replace('  E', '  X --> Y\n  E'),
  ],
  [
    'a line typed after a deleted one stays',
    (text: Y.Text) => text.insert(source.indexOf(' D\n') + 2, '\n  X --> Y'),
    without.replace('  E', '  X --> Y\n  E'),
  ],
])('%s', (_, write, wanted) => {
  expect(together(source, without, write)).toBe(wanted);
});

it('a line typed between deleted ones stays, as a line of its own', () => {
  const drawn = 'graph LR\n  A[One] --> B\n';
  const write = (text: Y.Text) => text.insert(source.indexOf('  E'), '  X --> Y\n');
  expect(together(source, drawn, write)).toBe(`${drawn}  X --> Y\n`);
});

it('letters typed in the deleted end of a line go with it', () => {
  const write = (text: Y.Text) => text.insert(source.indexOf('-> D'), '>');
  expect(together(source, source.replace(' --> D', ''), write)).toBe(source.replace(' --> D', ''));
});

it('a name that two people give at once is made of both', () => {
  const write = (text: Y.Text) => {
    text.delete(source.indexOf('One'), 3);
    text.insert(source.indexOf('One'), 'Typed');
  };
  expect(together(source, source.replace('One', 'Drawn'), write)).toMatch(/A\[(DrawnTyped|TypedDrawn)\] --> B/);
});

it.each([true, false])('what is put behind a word on the board stands behind the word that others put in its place', (isFirst) => {
  const styled = source.replace('E --> F', 'E --> F:::new');
  const write = (text: Y.Text) => {
    const at = source.indexOf('F\n');
    text.delete(at, 1);
    text.insert(at, 'Foo');
  };
  expect(together(source, styled, write, isFirst)).toBe(styled.replace('F:::', 'Foo:::'));
});

describe.each([true, false])('what two people do at one place at once', (isFirst) => {
  it('leaves no word over that was put in place of one at the deleted end of a line', () => {
    const write = (text: Y.Text) => {
      const at = source.indexOf('D\n');
      text.delete(at, 1);
      text.insert(at, 'Data');
    };
    expect(together(source, source.replace(' --> D', ''), write, isFirst)).toBe(source.replace(' --> D', ''));
  });

  it('keeps what is typed where the end of a line was deleted before', () => {
    const [board, typist] = [new Y.Doc(), new Y.Doc()];
    board.clientID = isFirst ? 1 : 3;
    typist.clientID = 2;
    const store = new DocumentStore();
    bindDocument(board, store);
    const block = { ...sampleBlock(), source };
    store.apply({ blocks: [[block.id, block]] }, 'local');
    store.apply({ blocks: [[block.id, { ...block, source: source.replace(' --> D', '') }]] }, 'local');
    Y.applyUpdate(typist, Y.encodeStateAsUpdate(board));
    blockSource(openFile(typist).blocks.get(block.id))?.insert(source.indexOf(' --> D'), ' & G');
    Y.applyUpdate(board, Y.encodeStateAsUpdate(typist));
    expect(store.blocks.get(block.id)?.source).toBe(source.replace(' --> D', ' & G'));
  });

  it('keeps a line typed below the deleted end of another', () => {
    const write = (text: Y.Text) => text.insert(source.indexOf('  E'), '  X --> Y\n');
    const drawn = source.replace(' --> D', '');
    expect(together(source, drawn, write, isFirst)).toBe(drawn.replace('  E', '  X --> Y\n  E'));
  });

  it('keeps a line typed below another one whose end is deleted and then written otherwise', () => {
    const write = (text: Y.Text) => text.insert(source.indexOf('  E'), '  X --> Y\n');
    const [shorter, drawn] = [source.replace('[Two] --> D', ''), source.replace('[Two] --> D', ':::new')];
    expect(together(source, [shorter, drawn], write, isFirst)).toBe(drawn.replace('  E', '  X --> Y\n  E'));
  });

  it('keeps a line typed below another one whose end becomes a line of its own and is written on', () => {
    const write = (text: Y.Text) => text.insert(source.indexOf('  E'), '  X --> Y\n');
    const apart = source.replace(' --> D\n', '\n  D\n');
    const drawn = apart.replace('  D\n', '  D : words\n');
    expect(together(source, [apart, drawn], write, isFirst).split('\n').toSorted()).toEqual([...drawn.split('\n'), '  X --> Y'].toSorted());
  });

  it('begins a line behind what was put at the end of the line before it', () => {
    const write = (text: Y.Text) => text.insert(source.indexOf('\n  C'), '\n  X --> Y');
    const drawn = source.replace('--> B', '--> B:::new');
    expect(together(source, drawn, write, isFirst)).toBe(drawn.replace('  C', '  X --> Y\n  C'));
  });

  it('leaves a word whole that one continues and the other says something of', () => {
    const write = (text: Y.Text) => text.insert(source.indexOf('\n  C'), 'ig');
    expect(together(source, source.replace('--> B', '--> B:::new'), write, isFirst)).toContain('--> Big:::new\n');
  });

  it('keeps what is put behind a word behind the words that two others put in its place', () => {
    const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
    for (const [at, doc] of docs.entries()) doc.clientID = isFirst ? at + 1 : 3 - at;
    const [board, ...typists] = docs;
    const store = new DocumentStore();
    if (board) bindDocument(board, store);
    const block = { ...sampleBlock(), source };
    store.apply({ blocks: [[block.id, block]] }, 'local');
    const known = board ? Y.encodeStateAsUpdate(board) : new Uint8Array();
    store.apply({ blocks: [[block.id, { ...block, source: source.replace('B\n', 'B:::new\n') }]] }, 'local');
    for (const typist of typists) {
      Y.applyUpdate(typist, known);
      const text = blockSource(openFile(typist).blocks.get(block.id));
      text?.delete(source.indexOf('B\n'), 1);
      text?.insert(source.indexOf('B\n'), 'Big');
    }
    for (const typist of typists) if (board) Y.applyUpdate(board, Y.encodeStateAsUpdate(typist));
    expect(store.blocks.get(block.id)?.source).toBe(source.replace('B\n', 'BigBig:::new\n'));
  });

  it('says once what both say of one thing', () => {
    const [left, right] = [new Y.Doc(), new Y.Doc()];
    left.clientID = isFirst ? 1 : 3;
    right.clientID = 2;
    const stores = [left, right].map((doc) => {
      const store = new DocumentStore();
      bindDocument(doc, store);
      return store;
    });
    const [one, two] = stores;
    const block = { ...sampleBlock(), source };
    one?.apply({ blocks: [[block.id, block]] }, 'local');
    Y.applyUpdate(right, Y.encodeStateAsUpdate(left));
    one?.apply({ blocks: [[block.id, { ...block, source: source.replace('E -->', 'E[Red] -->') }]] }, 'local');
    two?.apply({ blocks: [[block.id, { ...block, source: source.replace('E -->', 'E[Blue] -->') }]] }, 'local');
    for (const _ of ['what was done', 'what it led to']) {
      const updates = [left, right].map((doc) => Y.encodeStateAsUpdate(doc));
      for (const update of updates) for (const doc of [left, right]) Y.applyUpdate(doc, update);
    }
    const texts = stores.map((store) => store.blocks.get(block.id)?.source);
    expect(texts[0]).toBe(source.replace('E -->', isFirst ? 'E[Blue] -->' : 'E[Red] -->'));
    expect(texts[1]).toBe(texts[0]);
  });
});

it('a word that others have put in place of what an act on the board left between two letters stays', () => {
  const write = (text: Y.Text) => {
    text.delete(source.indexOf('One'), 3);
    text.insert(source.indexOf('One'), 'Typed');
  };
  expect(together(source, source.replace('A[One]', 'One'), write)).toContain('  Typed --> B\n');
});

it('a word written anew in a line that goes, as the next one is put further in, goes with it', () => {
  const lines = 'x\n  n1[One]\n  n1[Two]\n  n1[Three words]';
  const write = (text: Y.Text) => {
    text.delete(lines.indexOf('Two'), 3);
    text.insert(lines.indexOf('Two'), 'Typed');
  };
  const drawn = 'x\n  n1[One]\n    n1[Three words]\n  n1[Two]';
  expect(together(lines, drawn, write)).toBe(drawn);
});
