import { describe, expect, it } from 'vitest';
import { isFree } from './free-place.ts';
import { drive } from './testing/driver.ts';

describe('a free place', () => {
  it('meets no shape, not even by the space around it', () => {
    const { editor } = drive().press('r').drag([100, 100], [200, 160]);
    expect(isFree(editor, { x: 150, y: 130, w: 50, h: 50 })).toBe(false);
    expect(isFree(editor, { x: 210, y: 100, w: 50, h: 50 })).toBe(true);
    expect(isFree(editor, { x: 210, y: 100, w: 50, h: 50 }, 20)).toBe(false);
  });

  it('may lie in a frame, but not across its border', () => {
    const { editor } = drive().press('f').drag([100, 100], [500, 400]);
    expect(isFree(editor, { x: 150, y: 150, w: 100, h: 100 })).toBe(true);
    expect(isFree(editor, { x: 450, y: 150, w: 100, h: 100 })).toBe(false);
  });

  it('lies on no line, though within the box around one', () => {
    const { editor } = drive().press('l').drag([100, 100], [500, 400]);
    expect(isFree(editor, { x: 110, y: 300, w: 60, h: 60 })).toBe(true);
    expect(isFree(editor, { x: 270, y: 220, w: 60, h: 60 })).toBe(false);
  });

  it('may be where what is hidden or folded away was', () => {
    const driver = drive().press('f').drag([100, 100], [500, 400]).press('r').drag([200, 200], [300, 260]);
    const { editor } = driver;
    editor.updateShapes([{ id: driver.shape('frame').id, change: { collapsed: true } }]);
    expect(isFree(editor, { x: 210, y: 210, w: 50, h: 30 })).toBe(true);
  });
});
