import type { Shape } from '@autograph/document';
import { drive, testEditor } from '@autograph/editor/testing/driver.ts';
import { describe, expect, it } from 'vitest';
import { shapeDefinitions } from '../registry.ts';

const box = (id: string, x: number, y: number, w = 60, h = 60): Shape => ({
  ...{ id, type: 'rectangle', x, y, w, h },
  ...{ rotation: 0, parent_id: null, index: 'a0' },
});

/** An arrow from left to right, around a wall between its ends. */
function board() {
  const editor = testEditor({ shapes: shapeDefinitions });
  const ends = { start: { shape_id: 'left' }, end: { shape_id: 'right' }, avoid: true };
  const arrow = { ...box('arrow', 0, 0, 0, 0), type: 'arrow', ...ends };
  editor.createShapes([box('left', 100, 300), box('right', 500, 300), box('wall', 300, 250, 60, 160), arrow]);
  return { editor, driver: drive(editor), way: () => editor.scene.pageBounds('arrow') };
}

describe('an arrow around others', () => {
  it('goes around what was dragged away and let go back, also when others’ shapes arrived meanwhile', () => {
    const { editor, driver, way } = board();
    const around = way();
    driver.down([330, 330]).move([331, 340]).move([330, 1_500]);
    editor.document.apply({ shapes: [['news', box('news', 300, 420)]] }, 'remote');
    expect(way()?.h).toBeLessThan(2);
    driver.press('Escape').up();
    expect(way()).toEqual(around);
  });
});
