import type { BoardSettings } from '@autograph/document';
import { describe, expect, it } from 'vitest';
import { testEditor } from './testing/driver.ts';

const guide = (id: string, at: number) => ({ id, axis: 'x' as const, at });

function board(settings: BoardSettings = {}) {
  const editor = testEditor();
  editor.document.apply({ board: settings }, 'remote');
  return editor;
}

describe('the settings of a board', () => {
  it('are told once when they change, and not when they do not', () => {
    const editor = board();
    let told = 0;
    editor.subscribe((what) => {
      if (what === 'document') told += 1;
    });
    editor.changeBoard({ background: 'grey' });
    editor.changeBoard({ background: 'grey' });
    expect(told).toBe(1);
    editor.undo();
    expect(editor.board).toEqual({});
    expect(editor.canUndo).toBe(false);
  });

  it('keep what others did since, when one undoes and redoes', () => {
    const editor = board({ guides: [guide('a', 1), guide('b', 2)] });
    editor.changeBoard({ background: '#20242c', guides: [guide('a', 10), guide('b', 20), guide('c', 30)] });
    editor.document.apply({ board: { background: '#20242c', guides: [guide('b', 20), guide('c', 30), guide('d', 40)] } }, 'remote');
    editor.undo();
    expect(editor.board).toEqual({ guides: [guide('b', 2), guide('d', 40)] });
    editor.redo();
    expect(editor.board).toEqual({ background: '#20242c', guides: [guide('b', 20), guide('c', 30), guide('d', 40)] });
  });

  it('stay on a board that may only be looked at', () => {
    const editor = board({ background: 'grey' });
    editor.readOnly = true;
    editor.changeBoard({ background: null });
    expect(editor.board).toEqual({ background: 'grey' });
  });
});
