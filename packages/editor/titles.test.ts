import { describe, expect, it } from 'vitest';
import { drive } from './testing/driver.ts';
import { liftedTitles } from './titles.ts';

/** A frame of 400 by 300 px at 100, 100, seen at a zoom. */
function board(zoom: number) {
  const driver = drive().press('f').drag([100, 100], [500, 400]);
  const { editor } = driver;
  const { id } = driver.shape('frame');
  editor.setCamera({ x: 0, y: 0, zoom });
  return { driver, editor, id, titles: () => liftedTitles(editor, [id]) };
}

describe('titles of frames', () => {
  it('stand in their frames while they can be read there', () => {
    expect(board(1).titles()).toEqual([]);
    expect(board(0.8).titles()).toEqual([]);
  });

  it('keep letters of 11 px on the screen from afar, within the width of the frame, above what it holds', () => {
    for (const zoom of [0.5, 0.25, 0.1]) {
      const [title] = board(zoom).titles();
      expect(14 * (title?.scale ?? 0)).toBeCloseTo(11);
      expect((title?.width ?? 0) * (title?.scale ?? 0)).toBeCloseTo(372 * zoom);
      const bottom = (title?.at.y ?? 0) + (title?.height ?? 0) * (title?.scale ?? 0);
      expect(bottom).toBeGreaterThanOrEqual((100 + 10 + 18) * zoom);
      expect(bottom).toBeLessThanOrEqual((100 + 10 + 18 + 10) * zoom);
      expect(title?.at.x).toBeCloseTo(114 * zoom);
    }
  });

  it('stay within a frame that lies in another, and are no larger than its strip', () => {
    const driver = drive().press('f').drag([40, 40], [700, 600]).press('f').drag([100, 100], [500, 400]);
    const { editor } = driver;
    const inner = driver.shape('frame');
    for (const zoom of [0.6, 0.3, 0.1]) {
      editor.setCamera({ x: 0, y: 0, zoom });
      const [title] = liftedTitles(editor, [inner.id]);
      const top = (title?.at.y ?? 0) / zoom;
      expect(top).toBeGreaterThanOrEqual(100);
      expect(top + ((title?.height ?? 0) * (title?.scale ?? 0)) / zoom).toBeLessThanOrEqual(138);
    }
  });

  it('keep the size that they have where something is in the way, and grow again when it has gone', () => {
    const { driver, editor, titles } = board(0.4);
    const free = titles()[0]?.scale ?? 0;
    driver.press('r').drag([70, 41], [78, 49]);
    expect(titles()[0]?.scale ?? 0.4).toBeLessThan(free);
    editor.deleteShapes([driver.shape('rectangle').id]);
    expect(titles()[0]?.scale).toBeCloseTo(free);
    driver.press('l').drag([46, 30], [46, 100]);
    expect(titles()).toEqual([]);
  });

  it('are never cut short by being enlarged', () => {
    const { editor, id, titles } = board(0.25);
    editor.updateShapes([{ id, change: { text: 'A title of a good length for its frame' } }]);
    expect(titles()[0]?.width).toBeGreaterThan(38 * 7);
  });

  it('follow a frame that is dragged, and are left out of hidden, folded away, far and tiny ones', () => {
    const { driver, editor, id, titles } = board(0.5);
    editor.setTransient({ ids: [id], dx: 40, dy: 0 });
    expect(titles()[0]?.at.x).toBeCloseTo(154 * 0.5);
    editor.setTransient(null);
    editor.setCamera({ x: 5000, y: 0, zoom: 0.5 });
    expect(titles()).toEqual([]);
    editor.setCamera({ x: 0, y: 0, zoom: 0.5 });
    editor.updateShapes([{ id, change: { w: 50 } }]);
    expect(titles()).toEqual([]);
    editor.updateShapes([{ id, change: { w: 400, hidden: true } }]);
    expect(titles()).toEqual([]);
    expect(driver.shapes).toHaveLength(1);
  });

  it('are shown whole over the board while they are typed', () => {
    const { editor, id, titles } = board(1);
    editor.startEditing(id);
    expect(titles()).toMatchObject([{ typed: true, scale: 1 }]);
    editor.commitText();
    expect(titles()).toEqual([]);
  });
});
