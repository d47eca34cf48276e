import { describe, expect, it } from 'vitest';
import { sameTargets, targetsOf } from './targets.ts';
import { drive } from './testing/driver.ts';

/** A selected rectangle, and whether the panel shows something else after an act. */
function panel() {
  const driver = drive();
  driver.press('r').drag([100, 100], [200, 160]);
  const { editor } = driver;
  const changes = (act: () => void) => {
    const before = targetsOf(editor);
    act();
    return !sameTargets(before, targetsOf(editor));
  };
  return { driver, editor, changes, id: driver.shape('rectangle').id };
}

describe('the properties panel', () => {
  it('stays as it is while a text is typed or other shapes change', () => {
    const { editor, changes, id, driver } = panel();
    const before = editor.selection;
    driver.press('r').drag([400, 100], [450, 150]);
    const other = driver.shape('rectangle').id;
    editor.select(before);
    expect(changes(() => editor.updateShapes([{ id, change: { text: 'hi' } }]))).toBe(false);
    expect(changes(() => editor.updateShapes([{ id: other, change: { fill: 'red' } }]))).toBe(false);
    expect(changes(() => editor.setCamera({ x: 5, y: 5, zoom: 2 }))).toBe(false);
  });

  it('stays away from what is selected in the code until that is turned to on the board', () => {
    const { editor, changes, id } = panel();
    expect(changes(() => editor.select([id], 'code'))).toBe(true);
    expect(targetsOf(editor)).toBeNull();
    editor.select([id]);
    expect(targetsOf(editor)?.shapes).toMatchObject([{ id }]);
  });

  it('follows the looks, the place and the kind of what is selected', () => {
    const { driver, editor, changes, id } = panel();
    expect(changes(() => editor.updateShapes([{ id, change: { fill: 'red' } }]))).toBe(true);
    expect(changes(() => driver.drag([150, 130], [180, 130]))).toBe(true);
    expect(changes(() => editor.run('toggle_lock'))).toBe(true);
    expect(changes(() => editor.select([]))).toBe(true);
    expect(changes(() => editor.setTool('ellipse'))).toBe(true);
    expect(
      changes(() => {
        editor.readOnly = true;
      }),
    ).toBe(true);
  });

  it('has what is drawn next look like what was changed last, unless that was a frame', () => {
    const { driver, editor } = panel();
    driver.press('f').drag([400, 100], [600, 300]);
    targetsOf(editor)?.change({ stroke: 'red' });
    expect(driver.shape('frame').stroke).toBe('red');
    driver.press('Escape').press('r').drag([100, 400], [200, 460]);
    expect(driver.shape('rectangle').stroke).not.toBe('red');
    targetsOf(editor)?.change({ stroke: 'green' });
    driver.press('Escape').press('r').drag([300, 400], [400, 460]);
    expect(driver.shape('rectangle').stroke).toBe('green');
  });

  it('says of a group, such as a pasted table, where and how large it is, and moves it there', () => {
    const { driver, editor } = panel();
    driver.editor.paste('Name\tAge\nAda\t36', { x: 400, y: 300 });
    const seen = () => targetsOf(editor)?.shapes[0];
    const box = editor.scene.pageBounds(editor.selection[0] ?? '');
    expect(seen()).toMatchObject({ type: 'group', ...box });
    expect(box?.w).toBeGreaterThan(100);
    targetsOf(editor)?.preview({ x: 20 });
    expect(editor.scene.pageBounds(editor.selection[0] ?? '')?.x).toBe(20);
    targetsOf(editor)?.preview(null);
    targetsOf(editor)?.change({ x: 10, y: 30 });
    expect(seen()).toMatchObject({ x: 10, y: 30, w: box?.w });
    targetsOf(editor)?.resizeEach(() => ({ w: 2 * (box?.w ?? 0) }));
    expect(seen()?.w).toBeCloseTo(2 * (box?.w ?? 0));
    expect(seen()?.x).toBeCloseTo(10);
  });

  it('says of a line where it is seen to be, moves it there whole, and says of an arrow between shapes that it is where they are', () => {
    const { driver, editor } = panel();
    driver.press('l').drag([100, 200], [300, 260]);
    const line = editor.selection[0] ?? '';
    const seen = () => targetsOf(editor)?.shapes[0];
    expect(seen()).toMatchObject({ x: 100, y: 200 });
    targetsOf(editor)?.preview({ x: 150 });
    expect(editor.scene.pageBounds(line)).toMatchObject({ x: 150, y: 200, w: 200, h: 60 });
    targetsOf(editor)?.preview(null);
    targetsOf(editor)?.change({ x: 500 });
    targetsOf(editor)?.change({ y: 400 });
    expect(editor.scene.pageBounds(line)).toMatchObject({ x: 500, y: 400, w: 200, h: 60 });
    expect(targetsOf(editor)?.placeable).toBe(true);
    editor.undo();
    editor.undo();
    driver.press('Escape').press('a').drag([150, 130], [280, 240]);
    expect(targetsOf(editor)?.placeable).toBe(false);
  });

  it('shows what a drag in it passes without an entry in the history, and makes one when it ends', () => {
    const { editor, id } = panel();
    const targets = targetsOf(editor);
    for (const opacity of [0.9, 0.7, 0.5]) targets?.preview({ opacity });
    expect(editor.scene.get(id)?.opacity).toBe(0.5);
    expect(editor.document.shapes.get(id)?.opacity).toBeUndefined();
    targets?.preview(null);
    targets?.change({ opacity: 0.5 });
    editor.undo();
    expect(editor.scene.get(id)?.opacity).toBeUndefined();
    expect(editor.document.shapes.size).toBe(1);
  });

  it('changes shapes as they are by then, not as they were when it was last drawn', () => {
    const { editor, id } = panel();
    const drawn = targetsOf(editor);
    drawn?.change({ x: 300 });
    drawn?.change({ x: 300 });
    expect(editor.scene.get(id)?.x).toBe(300);
    drawn?.change({ shadow: { x: 0, y: 4, blur: 6, color: 'black' } });
    for (const part of [{ color: 'red' as const }, { x: 12 }])
      drawn?.changeEach(({ shadow }) => ({ shadow: shadow && { ...shadow, ...part } }));
    expect(editor.scene.get(id)?.shadow).toEqual({ x: 12, y: 4, blur: 6, color: 'red' });
    drawn?.resizeEach(() => ({ w: 70 }));
    drawn?.resizeEach(({ w }) => ({ w: w / 2 }));
    expect(editor.scene.get(id)?.w).toBe(35);
  });

  it('changes nothing that is locked, and says when all of it is', () => {
    const { driver, editor, id } = panel();
    const before = editor.selection;
    driver.press('r').drag([400, 100], [450, 150]);
    const other = driver.shape('rectangle').id;
    editor.updateShapes([{ id, change: { locked: true } }]);
    editor.select([id, other]);
    const targets = targetsOf(editor);
    targets?.change({ opacity: 0.5 });
    targets?.resizeEach(() => ({ w: 300 }));
    targets?.preview({ fill: 'red' });
    expect(targets?.free).toBe(true);
    expect(editor.scene.get(id)).toMatchObject({ w: 100 });
    expect([editor.scene.get(id)?.opacity, editor.scene.get(id)?.fill]).toEqual([undefined, undefined]);
    expect(editor.scene.get(other)).toMatchObject({ w: 300, opacity: 0.5, fill: 'red' });
    targets?.preview(null);
    editor.select(before);
    expect(targetsOf(editor)?.free).toBe(false);
  });
});
