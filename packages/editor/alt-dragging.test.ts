import { describe, expect, it } from 'vitest';
import { drive } from './testing/driver.ts';

/** A rectangle at 100, 100 that is selected. */
const board = () => drive().press('r').drag([100, 100], [200, 160]);

describe('dragging with Alt', () => {
  it('leaves the shape and moves a copy, selected, as one undo step', () => {
    const driver = board();
    const { editor } = driver;
    const [original] = editor.selection;
    driver.drag([150, 130], [350, 230], { alt: true });
    expect(driver.shapes).toMatchObject([
      { id: original, x: 100, y: 100 },
      { x: 300, y: 200, w: 100, h: 60 },
    ]);
    expect(editor.selection).toEqual([driver.shapes[1]?.id]);
    editor.undo();
    expect(driver.shapes).toMatchObject([{ id: original, x: 100, y: 100 }]);
    expect(editor.selection).toEqual([original]);
  });

  it('shows the copy under way, and turns back into a move when Alt is let go', () => {
    const driver = board();
    const { scene, selection } = driver.editor;
    driver.hold({ alt: true }).dragTo([150, 130], [350, 230]);
    expect(scene.query({ x: 90, y: 90, w: 320, h: 200 }).map((id) => scene.pageBounds(id))).toEqual([
      { x: 100, y: 100, w: 100, h: 60 },
      { x: 300, y: 200, w: 100, h: 60 },
    ]);
    expect(driver.editor.cursor).toBe('copy');
    driver.release().move([350, 231]);
    expect(scene.size).toBe(1);
    expect(driver.editor.cursor).toBe('move');
    driver.up();
    expect(driver.shapes).toMatchObject([{ id: selection[0], x: 300, y: 201 }]);
  });

  it('leaves nothing behind when it is given up, or ends where it began', () => {
    const driver = board();
    const { editor } = driver;
    const { selection } = editor;
    driver.hold({ alt: true }).dragTo([150, 130], [350, 230]);
    editor.cancelGesture();
    driver.up().dragTo([150, 130], [200, 180]).move([150, 130]).up();
    expect(driver.shapes).toHaveLength(1);
    expect(editor.scene.size).toBe(1);
    expect(editor.selection).toEqual(selection);
  });

  it('takes along what a frame holds and the arrows between copies, and leaves arrows at other shapes alone', () => {
    const driver = drive().press('f').drag([100, 100], [300, 300]);
    driver.press('r').drag([120, 120], [160, 160]).press('r').drag([220, 220], [260, 260]).press('r').drag([600, 100], [700, 160]);
    driver.press('a').drag([160, 140], [220, 240]).press('a').drag([260, 240], [600, 130]);
    driver.click([250, 115]);
    const arrows = () => driver.shapes.filter(({ type }) => type === 'arrow');
    const before = arrows();
    driver.drag([250, 115], [250, 515], { alt: true });
    expect(driver.shapes.filter(({ type }) => type === 'frame')).toHaveLength(2);
    expect(driver.shapes.filter(({ type }) => type === 'rectangle')).toHaveLength(5);
    for (const arrow of before) expect(driver.get(arrow.id)).toEqual(arrow);
  });

  it('drops the copy into the container there, and repeats by Ctrl+D', () => {
    const driver = drive().press('f').drag([300, 100], [600, 400]).press('r').drag([100, 100], [160, 140]);
    driver.drag([130, 120], [400, 220], { alt: true });
    const frame = driver.shape('frame');
    const copy = driver.shape('rectangle');
    expect(copy.parent_id).toBe(frame.id);
    expect(driver.editor.scene.pageBounds(copy.id)).toEqual({ x: 370, y: 200, w: 60, h: 40 });
    driver.press('mod+d');
    const [again] = driver.editor.selection;
    expect(driver.editor.scene.pageBounds(again ?? '')).toEqual({ x: 640, y: 300, w: 60, h: 40 });
  });

  it('copies a whole diagram as code', () => {
    const driver = drive();
    const { editor } = driver;
    const block = editor.createBlock({ language: 'toy', source: 'a > b', x: 100, y: 100 }) ?? '';
    const box = editor.scene.pageBounds(block) ?? { x: 0, y: 0, w: 0, h: 0 };
    editor.select([block]);
    const at = [box.x + box.w / 2, box.y + 1] as const;
    driver.drag(at, [at[0], at[1] + 400], { alt: true });
    expect([...editor.document.blocks.values()].map(({ source, y }) => ({ source, y }))).toEqual([
      { source: 'a > b', y: 100 },
      { source: 'a > b', y: 500 },
    ]);
  });
});
