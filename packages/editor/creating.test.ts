import { describe, expect, it } from 'vitest';
import { drive } from './testing/driver.ts';

describe('drawing', () => {
  it('draws a rectangle with R, which a click then selects [F163]', () => {
    const driver = drive().press('r');
    expect(driver.editor.cursor).toBe('crosshair');
    driver.drag([100, 100], [220, 180]);
    expect(driver.shapes).toMatchObject([{ type: 'rectangle', x: 100, y: 100, w: 120, h: 80 }]);
    expect(driver.editor.tool).toBe('select');
    driver.click([600, 600]);
    expect(driver.editor.selection).toEqual([]);
    driver.click([150, 150]);
    expect(driver.editor.selection).toEqual([driver.shape('rectangle').id]);
  });

  it('draws an ellipse with O, a circle with Shift [F164]', () => {
    const driver = drive().press('o').drag([10, 10], [110, 60]).press('o').drag([200, 10], [300, 60], { shift: true });
    expect(driver.shape('ellipse', 0)).toMatchObject({ w: 100, h: 50 });
    expect(driver.shape('ellipse', 1)).toMatchObject({ w: 100, h: 100 });
  });

  it('makes a box of the usual size with a mere click', () => {
    expect(drive().press('r').click([300, 300]).shapes).toMatchObject([{ x: 240, y: 260, w: 120, h: 80 }]);
  });

  it('draws a straight arrow with two clicks, showing it in between', () => {
    const driver = drive().press('a').click([100, 100]).move([200, 120]);
    expect([...driver.editor.scene.preview.values()]).toMatchObject([{ type: 'arrow', end: { x: 200, y: 120 } }]);
    driver.click([300, 150]);
    expect(driver.shapes).toMatchObject([{ type: 'arrow', start: { x: 100, y: 100 }, end: { x: 300, y: 150 } }]);
    expect(driver.editor.tool).toBe('select');
  });

  it('leaves nothing of a line that Escape ends after its first click', () => {
    const driver = drive().press('l').click([100, 100]).move([200, 120]).press('Escape').click([300, 150]);
    expect(driver.shapes.map(({ end }) => end)).toEqual([]);
  });

  it('ends a line at the pointer with Enter', () => {
    const driver = drive().press('l').click([100, 100]).move([200, 120]).press('Enter');
    expect(driver.shapes).toMatchObject([{ type: 'line', start: { x: 100, y: 100 }, end: { x: 200, y: 120 } }]);
  });

  it('passes the points clicked with Alt, and opens nothing when a double click ends it', () => {
    const driver = drive().press('l').click([100, 100]).click([200, 100], { alt: true }).click([200, 200], { alt: true });
    driver.doubleClick([300, 200]);
    expect(driver.shapes).toMatchObject([
      {
        type: 'line',
        end: { x: 300, y: 200 },
        points: [
          [200, 100],
          [200, 200],
        ],
      },
    ]);
    expect(driver.editor.editing).toBeNull();
  });

  it('draws lines in steps of 45 degrees with Shift [F166]', () => {
    const driver = drive()
      .press('l')
      .drag([100, 100], [300, 110], { shift: true })
      .press('l')
      .drag([100, 100], [200, 190], { shift: true });
    expect(driver.shape('line', 0).end?.y).toBe(100);
    const { start, end } = driver.shape('line', 1);
    expect((end?.x ?? 0) - (start?.x ?? 0)).toBe((end?.y ?? 0) - (start?.y ?? 0));
  });

  it('places a text with T, and takes it up again with a double click [F167]', () => {
    const driver = drive().press('t').click([200, 200]).type('Hello World').press('Escape');
    const text = driver.shape('text');
    expect(text).toMatchObject({ text: 'Hello World', w: 110 });
    driver.doubleClick([220, text.y + 10]);
    expect(driver.editor.editing).toMatchObject({ shape_id: text.id, text: 'Hello World' });
    driver.type('Hello again').press('Escape');
    expect(driver.shape('text').text).toBe('Hello again');
    driver.editor.undo();
    driver.editor.undo();
    expect(driver.shapes).toEqual([]);
  });

  it('makes a text with a double click on the empty board, and none when nothing is typed', () => {
    const driver = drive().doubleClick([300, 300]).press('Escape');
    expect(driver.shapes).toEqual([]);
    expect(driver.editor.canUndo).toBe(false);
    driver.doubleClick([300, 300]).type('Hi').click([600, 600]);
    expect(driver.shapes).toMatchObject([{ type: 'text', text: 'Hi' }]);
  });

  it('draws freehand with P along the samples, with their pressure [F168]', () => {
    const driver = drive().press('p').down([100, 100], { pressure: 0.2 });
    driver.move([120, 110], { pressure: 0.9 }).move([150, 90], { pressure: 0.4 }).up();
    expect(driver.shape('pen')).toMatchObject({ x: 100, y: 90, w: 50, h: 20 });
    expect(driver.shape('pen').points).toEqual([
      [0, 10, 0.2],
      [20, 20, 0.9],
      [50, 0, 0.4],
    ]);
    expect(driver.editor.tool).toBe('pen');
  });

  it('gives what is drawn in a frame to the frame, which carries it along [F228]', () => {
    const driver = drive().press('f').drag([100, 100], [500, 400]).press('r').drag([150, 150], [250, 200]);
    const frame = driver.shape('frame');
    expect(driver.shape('rectangle')).toMatchObject({ parent_id: frame.id, x: 50, y: 50 });
    driver.click([200, 100]).drag([200, 100], [230, 140]);
    expect(driver.shape('frame')).toMatchObject({ x: 130, y: 140 });
    expect(driver.shape('rectangle')).toMatchObject({ x: 50, y: 50 });
    expect(driver.editor.scene.pageBounds(driver.shape('rectangle').id)).toMatchObject({ x: 180, y: 190 });
  });

  it('locks to the grid while drawing and moving, and not when it is off [F216]', () => {
    const driver = drive();
    driver.editor.changeSettings({ snapToGrid: true });
    driver.press('r').drag([103, 98], [217, 181]);
    expect(driver.shape('rectangle')).toMatchObject({ x: 100, y: 100, w: 120, h: 80 });
    driver.drag([150, 150], [178, 163]);
    expect(driver.shape('rectangle')).toMatchObject({ x: 120, y: 120 });
    driver.editor.changeSettings({ snapToGrid: false });
    driver.drag([150, 150], [157, 150]);
    expect(driver.shape('rectangle').x).toBe(127);
  });

  it('leaves no trace of a drawing that Escape ends', () => {
    const driver = drive().press('r').dragTo([100, 100], [200, 200]).press('Escape').up();
    expect(driver.shapes).toEqual([]);
    expect(driver.editor.scene.size).toBe(0);
    expect(driver.editor.canUndo).toBe(false);
  });

  it('gives new shapes the style chosen last, as far as their kind has it', () => {
    const driver = drive();
    driver.editor.setNextStyle({ fill: 'red', font_size: 40 });
    driver.press('r').drag([0, 0], [50, 50]);
    expect(driver.shape('rectangle').fill).toBe('red');
    expect(driver.shape('rectangle')).not.toHaveProperty('font_size');
  });
});
