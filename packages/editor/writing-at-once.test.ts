import { describe, expect, it } from 'vitest';
import { insertShape } from './insert-shape.ts';
import { drive } from './testing/driver.ts';

describe('what is placed to be written in', () => {
  it('opens its text at once: what is typed next is its text', () => {
    const driver = drive().press('n').click([300, 200]);
    expect(driver.editor.editing).toMatchObject({ shape_id: driver.shape('note').id, text: '' });
    driver.type('Buy milk').press('Escape');
    expect(driver.shape('note').text).toBe('Buy milk');
    driver.editor.undo();
    expect(driver.shape('note').text).toBeUndefined();
    driver.editor.undo();
    expect(driver.shapes).toEqual([]);
  });

  it('does so when it is inserted, and stays when nothing is typed', () => {
    const driver = drive();
    insertShape(driver.editor, 'note', {});
    expect(driver.editor.editing?.shape_id).toBe(driver.shape('note').id);
    driver.press('Escape');
    expect(driver.shapes).toHaveLength(1);
    expect(driver.editor.editing).toBeNull();
  });

  it('is a connected shape too, and while that is empty its keys go on drawing', () => {
    const driver = drive().press('r').drag([100, 100], [200, 160]).press('mod+ArrowRight').press('mod+ArrowDown');
    expect(driver.shapes.filter(({ type }) => type === 'rectangle')).toHaveLength(3);
    expect(driver.editor.editing?.shape_id).toBe(driver.shape('rectangle').id);
    driver.type('Database').press('mod+ArrowRight').press('Escape');
    expect(driver.shapes.filter(({ type }) => type === 'rectangle')).toHaveLength(3);
    expect(driver.shape('rectangle').text).toBe('Database');
  });
});

describe('a shape just drawn', () => {
  const drawn = () => drive().press('r').drag([100, 100], [200, 160]);

  it('says below itself how to write in it, and keeps the one-key shortcuts', () => {
    const driver = drawn();
    expect(driver.editor.overlay.hint).toMatchObject({ text: 'Enter to write', at: { x: 150, y: 160 } });
    driver.press('Enter');
    expect(driver.editor.overlay.hint).toBeNull();
    driver.type('Hello').press('Escape');
    expect(driver.editor.overlay.hint).toBeNull();
    expect(drawn().press('o').editor.tool).toBe('ellipse');
  });

  it('says so no more once something else was selected', () => {
    const driver = drawn().click([600, 600]).click([150, 130]);
    expect(driver.editor.selection).toHaveLength(1);
    expect(driver.editor.overlay.hint).toBeNull();
  });
});
