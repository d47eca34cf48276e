import type { Block, Shape } from '@autograph/document';
import { drive } from '@autograph/editor/testing/driver.ts';
import { describe, expect, it } from 'vitest';
import type { ForeignBoard } from './file-format.ts';
import { putBoard } from './put-board.ts';

const shape: Shape = { id: 'f1', type: 'rectangle', x: 1_000, y: 500, w: 100, h: 60, rotation: 0, parent_id: null, index: 'a1' };
const board = (more: Partial<ForeignBoard> = {}): ForeignBoard => ({ shapes: [shape], images: new Map(), losses: [], ...more });
const options = { pictures: new Map(), addToNote: () => true };
const placeOf = ({ x, y, w, h }: Shape) => ({ x: x + w / 2, y: y + h / 2 });

describe('a board from a file', () => {
  it('comes to an empty board where it lay, with its ground and guides, in view, as one step', () => {
    const driver = drive();
    const { editor } = driver;
    expect(putBoard(editor, board({ background: 'blue', guides: [{ axis: 'x', at: 40 }] }), options)).toBe(true);
    expect(driver.shapes).toMatchObject([{ x: 1_000, y: 500 }]);
    expect(editor.board).toMatchObject({ background: 'blue', guides: [{ axis: 'x', at: 40 }] });
    const { visible } = editor;
    expect(visible.x < 1_000 && visible.x + visible.w > 1_100).toBe(true);
    editor.undo();
    expect([driver.shapes, editor.board.background, editor.canUndo]).toEqual([[], undefined, false]);
  });

  it('comes to others where the person looks, selected, and leaves their ground alone', () => {
    const driver = drive().press('r').drag([100, 100], [200, 160]);
    const { editor } = driver;
    const { x, y, w, h } = editor.visible;
    putBoard(editor, board({ background: 'blue' }), options);
    const [put] = driver.shapes.filter(({ id }) => editor.selection.includes(id));
    expect(put && placeOf(put)).toEqual({ x: x + w / 2, y: y + h / 2 });
    expect(editor.board.background).toBeUndefined();
  });

  it('comes about the point where it was dropped', () => {
    const driver = drive();
    putBoard(driver.editor, board(), { ...options, at: { x: 30, y: 40 } });
    expect(driver.shapes.map(placeOf)).toEqual([{ x: 30, y: 40 }]);
  });

  it('shows its pictures from where they are kept now', () => {
    const driver = drive();
    const picture = { ...shape, type: 'rectangle', asset: 'one' };
    putBoard(driver.editor, board({ shapes: [picture] }), { ...options, pictures: new Map([['one', { asset: 'kept_1' }]]) });
    expect(driver.shapes).toMatchObject([{ asset: 'kept_1' }]);
  });

  it('brings its note, and says so when the note has no room for it', () => {
    const notes: string[] = [];
    const { editor } = drive();
    putBoard(editor, board({ note: '# Plan' }), { ...options, addToNote: (text) => notes.push(text) > 0 });
    expect(notes).toEqual(['# Plan']);
    const told = drive();
    putBoard(told.editor, board({ note: '# Plan' }), { ...options, addToNote: () => false });
    expect(told.editor.notice).toContain('too long');
  });

  it('is not put, and its note neither, where the file cannot hold it', () => {
    const notes: string[] = [];
    const { editor } = drive();
    const blocks = Array.from(
      { length: 501 },
      (_, i): Block => ({ id: `b${i}`, language: 'toy', source: 'a', x: 0, y: 0, index: 'a1', layout: {} }),
    );
    const isPut = putBoard(editor, board({ blocks, note: 'x' }), { ...options, addToNote: (text) => notes.push(text) > 0 });
    expect([isPut, editor.document.shapes.size, notes]).toEqual([false, 0, []]);
  });
});
