import { testEditor } from '@autograph/editor/testing/driver.ts';
import { describe, expect, it } from 'vitest';
import { commonShift } from './common-shift.ts';

function board() {
  const editor = testEditor();
  const ids = ['sh_a', 'sh_b', 'sh_c'];
  const common = { type: 'rectangle', y: 0, w: 100, h: 60, rotation: 0, parent_id: null };
  editor.createShapes(ids.map((id, i) => ({ ...common, id, x: i * 200, index: `a${i}` })));
  const shift = commonShift(editor.scene);
  shift.note();
  return { editor, ids, shift };
}

describe('common shift', () => {
  it('gives the offset by which all shapes have moved, once', () => {
    const { editor, ids, shift } = board();
    editor.scene.setTransient({ ids, dx: 12, dy: -5 });
    expect(shift.take()).toEqual({ x: 12, y: -5 });
    expect(shift.take()).toEqual({ x: 0, y: 0 });
    editor.scene.setTransient(null);
    expect(shift.take()).toEqual({ x: -12, y: 5 });
  });

  it('gives none when a shape stayed, or has gone', () => {
    const { editor, ids, shift } = board();
    editor.scene.setTransient({ ids: ids.slice(1), dx: 12, dy: 0 });
    expect(shift.take()).toBe(null);
    editor.scene.setTransient(null);
    shift.note();
    editor.deleteShapes(ids.slice(0, 1));
    expect(shift.take()).toBe(null);
  });

  it('knows nothing before its first look', () => {
    const shift = commonShift(testEditor().scene);
    expect(shift.isEmpty).toBe(true);
    expect(shift.take()).toBe(null);
  });
});
