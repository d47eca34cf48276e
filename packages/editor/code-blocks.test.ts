import { describe, expect, it } from 'vitest';
import { type Driver, drive } from './testing/driver.ts';

/** A block at (100, 100) with boxes a and b, placed, and an arrow between them. */
function board(): { driver: Driver; id: string } {
  const driver = drive();
  const id = driver.editor.createBlock({ language: 'toy', source: 'a\nb\na->b', x: 100, y: 100 });
  place(driver, id, { a: { x: 20, y: 40 }, b: { x: 220, y: 40 } });
  return { driver, id };
}

function place(driver: Driver, id: string, layout: Record<string, { x: number; y: number }>): void {
  const block = driver.editor.document.blocks.get(id);
  if (block) driver.editor.document.apply({ blocks: [[id, { ...block, layout: { ...block.layout, ...layout } }]] }, 'layout');
}

const block = (driver: Driver, id: string) => {
  const found = driver.editor.document.blocks.get(id);
  if (!found) throw new Error('no block');
  return found;
};

describe('shapes from code', () => {
  it('lie on the board as shapes, bound by their arrows', () => {
    const { driver, id } = board();
    expect(driver.editor.scene.pageBounds(`${id}/a`)).toEqual({ x: 120, y: 140, w: 100, h: 50 });
    expect(driver.editor.scene.pageOutline(`${id}/a->b`)?.at(-1)).toEqual(['L', 316, 165]);
    expect(driver.shapes).toEqual([]);
  });

  it('are moved by dragging: the placement is stored, the text stays', () => {
    const { driver, id } = board();
    driver.drag([170, 165], [200, 265]);
    expect(block(driver, id)).toMatchObject({ source: 'a\nb\na->b', layout: { a: { x: 50, y: 140, pinned: true }, b: { x: 220, y: 40 } } });
    driver.press('mod+z');
    expect(driver.editor.scene.pageBounds(`${id}/a`)).toMatchObject({ x: 120, y: 140 });
  });

  it('are renamed in the text by typing on the board', () => {
    const { driver, id } = board();
    driver.doubleClick([170, 165]).type('Gateway').press('Escape');
    expect(block(driver, id).source).toBe('a=Gateway\nb\na->b');
    expect(driver.get(`${id}/a`).text).toBe('Gateway');
  });

  it('refuse with a sentence what their kind cannot do, and change nothing', () => {
    const { driver, id } = board();
    const before = block(driver, id);
    driver.editor.updateShapes([{ id: `${id}/a`, change: { w: 300 } }]);
    expect(driver.editor.notice).toBe('Sizes follow the text.');
    expect(block(driver, id)).toBe(before);
  });

  it('go as a whole with their block: moved, deleted, copied, undone', () => {
    const { driver, id } = board();
    driver.editor.select([id]);
    driver.press('shift+ArrowRight');
    expect(block(driver, id)).toMatchObject({ x: 110, y: 100 });
    driver.press('mod+d');
    const copy = [...driver.editor.document.blocks.keys()].at(-1) ?? '';
    expect(driver.editor.scene.pageBounds(`${copy}/b`)).toEqual({ x: 350, y: 160, w: 100, h: 50 });
    driver.press('Delete').press('mod+z').press('mod+z').press('mod+z');
    expect([...driver.editor.document.blocks.keys()]).toEqual([id]);
    expect(driver.editor.scene.pageBounds(`${id}/a`)).toMatchObject({ x: 120 });
    driver.press('mod+z');
    expect(driver.editor.scene.size).toBe(0);
  });

  it('are deleted from the text one by one', () => {
    const { driver, id } = board();
    driver.click([370, 165]).press('Delete');
    expect(block(driver, id).source).toBe('a\na->b');
    expect(driver.editor.scene.get(`${id}/b`)).toBeUndefined();
  });

  it('stay as they were while the text is broken, the last valid one being kept', () => {
    const { driver, id } = board();
    driver.editor.setBlockSource(id, 'a!\nb');
    expect(block(driver, id)).toMatchObject({ source: 'a!\nb', valid_source: 'a\nb\na->b' });
    expect(driver.editor.scene.get(`${id}/a->b`)).toBeDefined();
    driver.editor.setBlockSource(id, 'a!!\nb');
    expect(block(driver, id).valid_source).toBe('a\nb\na->b');
    driver.editor.setBlockSource(id, 'a=Fixed\nb');
    expect(block(driver, id).valid_source).toBeUndefined();
    expect(driver.get(`${id}/a`).text).toBe('Fixed');
    for (let i = 0; i < 3; i++) driver.press('mod+z');
    expect(block(driver, id)).toMatchObject({ source: 'a\nb\na->b' });
    expect(block(driver, id).valid_source).toBeUndefined();
  });

  it('free the drawn arrows at what the text no longer names', () => {
    const { driver, id } = board();
    driver.press('r').drag([600, 140], [700, 190]).press('a').drag([650, 165], [370, 165]);
    expect(driver.shape('arrow').end).toEqual({ shape_id: `${id}/b` });
    driver.editor.setBlockSource(id, 'a');
    expect(driver.shape('arrow').end).toEqual({ x: 424, y: 165 });
    driver.press('mod+z');
    expect(driver.shape('arrow').end).toEqual({ shape_id: `${id}/b` });
  });

  it('undo a change of the text around what someone else wrote meanwhile', () => {
    const { driver, id } = board();
    driver.editor.setBlockSource(id, 'a=Mine\nb\na->b');
    driver.editor.document.apply({ blocks: [[id, { ...block(driver, id), source: 'a=Mine\nb=Theirs\na->b' }]] }, 'remote');
    driver.press('mod+z');
    expect(block(driver, id).source).toBe('a\nb=Theirs\na->b');
  });

  it('take no drawn shapes in by dropping', () => {
    const { driver } = board();
    driver.press('r').drag([600, 500], [650, 540]).drag([620, 520], [300, 300]);
    expect(driver.shape('rectangle').parent_id).toBeNull();
  });
});
