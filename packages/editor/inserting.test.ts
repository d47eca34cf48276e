import { describe, expect, it } from 'vitest';
import { insertShape } from './insert-shape.ts';
import { drive } from './testing/driver.ts';

describe('inserting by name', () => {
  it('puts a shape about a point and selects it [F204]', () => {
    const driver = drive();
    const id = insertShape(driver.editor, 'rectangle', {}, { x: 300, y: 200 });
    expect(driver.shapes).toMatchObject([{ type: 'rectangle', x: 240, y: 160, w: 120, h: 80 }]);
    expect(driver.editor.selection).toEqual([id]);
    driver.editor.undo();
    expect(driver.shapes).toEqual([]);
  });

  it('without a place takes the middle of the view, then places beside what is selected, on nothing', () => {
    const driver = drive();
    const { visible } = driver.editor;
    for (let i = 0; i < 6; i++) insertShape(driver.editor, 'rectangle', {});
    const [first] = driver.shapes;
    expect(first).toMatchObject({ x: visible.x + visible.w / 2 - 60, y: visible.y + visible.h / 2 - 40 });
    const overlapping = driver.shapes.flatMap((a, i) =>
      driver.shapes.slice(i + 1).filter((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h),
    );
    expect(overlapping).toEqual([]);
  });

  it('leaves the properties given as they are, whatever the next shape is to look like', () => {
    const driver = drive();
    driver.editor.setNextStyle({ fill: 'red', stroke: 'blue' });
    insertShape(driver.editor, 'rectangle', { w: 40, h: 30, stroke: null }, { x: 100, y: 100 });
    expect(driver.shapes).toMatchObject([{ x: 80, y: 85, w: 40, h: 30, fill: 'red' }]);
    expect(driver.shapes[0]).not.toHaveProperty('stroke');
  });

  it('does nothing on a board that may not be changed', () => {
    const driver = drive();
    driver.editor.readOnly = true;
    expect(insertShape(driver.editor, 'rectangle', {})).toBeUndefined();
    expect(driver.shapes).toEqual([]);
  });
});
