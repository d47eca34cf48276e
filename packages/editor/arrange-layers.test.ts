import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeLayers } from './arrange-layers.ts';
import { Driver, testEditor } from './testing/driver.ts';

const record = (id: string, index: string, more = {}) => ({
  id,
  type: 'rectangle',
  x: 10,
  y: 10,
  w: 50,
  h: 50,
  rotation: 0,
  parent_id: null,
  index,
  ...more,
});

function board() {
  const driver = new Driver(testEditor());
  const frame = record('f', 'a4', { type: 'frame', x: 100, y: 100, w: 300, h: 300 });
  const shapes = [
    record('a', 'a0'),
    record('b', 'a1'),
    record('c', 'a2'),
    record('d', 'a3'),
    frame,
    record('in', 'a0', { parent_id: 'f' }),
  ];
  driver.editor.createShapes(shapes);
  return driver.editor;
}

const order = (editor: ReturnType<typeof board>, parent: string | null = null) => editor.scene.children(parent).map(({ id }) => id);

describe('arranging layers', () => {
  it('puts shapes right over another, under all, and back with one undo [F248]', () => {
    const editor = board();
    arrangeLayers(editor, ['a'], { parent: null, over: 'c' });
    expect(order(editor)).toEqual(['b', 'c', 'a', 'd', 'f']);
    arrangeLayers(editor, ['d', 'c'], { parent: null, over: null });
    expect(order(editor)).toEqual(['c', 'd', 'b', 'a', 'f']);
    editor.undo();
    editor.undo();
    expect(order(editor)).toEqual(['a', 'b', 'c', 'd', 'f']);
  });

  it('gathers several about the one that they are dropped on, and keeps them selected', () => {
    const editor = board();
    editor.select(['b', 'd']);
    arrangeLayers(editor, editor.selection, { parent: null, over: 'd' });
    expect(order(editor)).toEqual(['a', 'c', 'b', 'd', 'f']);
    arrangeLayers(editor, editor.selection, { parent: null, over: 'b' });
    expect(order(editor)).toEqual(['a', 'c', 'b', 'd', 'f']);
    expect(editor.selection).toEqual(['b', 'd']);
  });

  it('takes shapes into a container and out of it without moving them on the page', () => {
    const editor = board();
    const places = () => ['a', 'in'].map((id) => editor.scene.pageBounds(id));
    const before = places();
    arrangeLayers(editor, ['a'], { parent: 'f', over: 'in' });
    arrangeLayers(editor, ['in'], { parent: null, over: null });
    expect(order(editor)).toEqual(['in', 'b', 'c', 'd', 'f']);
    expect(order(editor, 'f')).toEqual(['a']);
    expect(places()).toEqual(before);
  });

  it('refuses to put a container into itself, or anything into what holds nothing', () => {
    const editor = board();
    arrangeLayers(editor, ['f'], { parent: 'f', over: null });
    arrangeLayers(editor, ['a'], { parent: 'b', over: null });
    expect(order(editor)).toEqual(['a', 'b', 'c', 'd', 'f']);
    expect(editor.canUndo).toBe(true);
    editor.undo();
    expect(editor.canUndo).toBe(false);
  });

  it('keeps the others in their order, whatever is moved where', () => {
    const ids = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.subarray(ids, { minLength: 1 }), fc.constantFrom(null, ...ids)), { maxLength: 8 }), (moves) => {
        const editor = board();
        for (const [moved, over] of moves) {
          const rest = order(editor).filter((id) => !moved.includes(id));
          arrangeLayers(editor, moved, { parent: null, over });
          expect(order(editor).filter((id) => !moved.includes(id))).toEqual(rest);
        }
      }),
      { numRuns: 50 },
    );
  });
});
