import { describe, expect, it } from 'vitest';
import { layerDrop } from './layer-drop.ts';
import { layerRows, searchLayers } from './layer-rows.ts';
import { drive } from './testing/driver.ts';

/** A frame that holds a box, and above it another box: three rows when the frame is open. */
function board() {
  const driver = drive();
  driver.press('f').drag([100, 100], [400, 400]);
  driver.press('r').drag([150, 200], [250, 260]).press('r').drag([600, 100], [700, 160]);
  const [frame = '', inner = '', above = ''] = driver.shapes.map(({ id }) => id);
  const { editor } = driver;
  return { editor, frame, inner, above, rows: layerRows(editor, new Set([frame])) };
}

describe('the list of layers', () => {
  it('has the uppermost first, and what lies in an open container below it', () => {
    const { editor, frame, inner, above, rows } = board();
    expect(rows.map(({ shape, depth, open }) => [shape.id, depth, open])).toEqual([
      [above, 0, undefined],
      [frame, 0, true],
      [inner, 1, undefined],
    ]);
    expect(layerRows(editor, new Set()).map(({ shape }) => shape.id)).toEqual([above, frame]);
  });

  it('is searched without its nesting, closed containers as well', () => {
    const { editor, inner } = board();
    editor.updateShapes([{ id: inner, change: { name: 'Vault' } }]);
    expect(searchLayers(editor, 'vau')).toMatchObject([{ shape: { id: inner }, depth: 0, siblings: 1 }]);
  });

  it('takes what is dropped above, below and into a row', () => {
    const { editor, frame, inner, above, rows } = board();
    const at = (y: number) => layerDrop(editor, rows, y);
    expect(at(0.1)).toMatchObject({ place: { parent: null, over: above }, into: false, at: 0 });
    expect(at(0.9)).toMatchObject({ place: { parent: null, over: frame }, into: false, at: 1 });
    expect(at(1.5)).toMatchObject({ place: { parent: frame, over: inner }, into: true, depth: 1 });
    expect(at(1.9)).toMatchObject({ place: { parent: frame, over: inner }, into: false, at: 2, depth: 1 });
    expect(at(2.9)).toMatchObject({ place: { parent: frame, over: null }, into: false, at: 3, depth: 1 });
    expect(layerDrop(editor, [], 0)).toBeUndefined();
  });
});
