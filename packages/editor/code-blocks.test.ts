import { describe, expect, it } from 'vitest';
import { selectForMenu } from './select-for-menu.ts';
import { type Driver, drive } from './testing/driver.ts';

/** A block at (100, 100) with boxes a and b, placed, and an arrow between them. */
function board(): { driver: Driver; id: string } {
  const driver = drive();
  const id = driver.editor.createBlock({ language: 'toy', source: 'a\nb\na->b', x: 100, y: 100 }) ?? '';
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

  it('are undone with the text that they follow from, though something else was done before they had their places', () => {
    const { driver, id } = board();
    const { editor } = driver;
    editor.setBlockSource(id, 'a\nb\na->b\nc');
    driver.press('r').drag([700, 100], [800, 160]);
    place(driver, id, { c: { x: 20, y: 200 } });
    expect(editor.scene.get(`${id}/c`)).toBeDefined();
    editor.undo();
    expect([driver.shapes, block(driver, id).layout.c]).toEqual([[], { x: 20, y: 200 }]);
    editor.undo();
    expect(block(driver, id)).toMatchObject({ source: 'a\nb\na->b', layout: { a: { x: 20 }, b: { x: 220 } } });
    expect(block(driver, id).layout).not.toHaveProperty('c');
    editor.redo();
    editor.redo();
    expect(driver.shapes).toHaveLength(1);
    expect(editor.scene.get(`${id}/c`)).toBeDefined();
  });

  it('are not undone when they are of a diagram that somebody else wrote', () => {
    const { driver, id } = board();
    const { editor } = driver;
    const theirs = { ...block(driver, id), id: 'theirs', source: 'z', layout: {} };
    editor.document.apply({ blocks: [['theirs', theirs]] }, 'remote');
    driver.press('r').drag([700, 100], [800, 160]);
    place(driver, 'theirs', { z: { x: 20, y: 40 } });
    editor.undo();
    expect(driver.shapes).toEqual([]);
    expect(editor.scene.get('theirs/z')).toBeDefined();
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

  it('are connected in the text by an arrow drawn between them, which one undo takes away', () => {
    const { driver, id } = board();
    driver.press('a').drag([350, 165], [150, 165]);
    expect(block(driver, id).source).toBe('a\nb\na->b\nb->a');
    expect(driver.shapes).toEqual([]);
    expect(driver.editor.selection).toEqual([`${id}/b->a`]);
    driver.press('mod+z');
    expect(block(driver, id).source).toBe('a\nb\na->b');
    expect(driver.editor.scene.get(`${id}/b->a`)).toBeUndefined();
  });

  it('stay selected as a whole diagram, with what else is, when a menu is asked for at one of them', () => {
    const { driver, id } = board();
    driver.press('r').drag([600, 140], [700, 190]).press('mod+a');
    const before = driver.editor.selection;
    expect(before).toContain(id);
    selectForMenu(driver.editor, { x: 370, y: 165 });
    expect(driver.editor.selection).toEqual(before);
    driver.editor.select([driver.shape('rectangle').id]);
    selectForMenu(driver.editor, { x: 370, y: 165 });
    expect(driver.editor.selection).toEqual([`${id}/b`]);
  });

  it('are connected by a drag from a dot, and by keys', () => {
    const { driver, id } = board();
    driver.click([370, 165]).drag([298, 165], [170, 165]);
    expect(block(driver, id).source).toBe('a\nb\na->b\nb->a');
    driver.press('mod+z');
    driver.editor.select([`${id}/b`]);
    driver.press('c').press('ArrowLeft').press('Enter');
    expect(block(driver, id).source).toBe('a\nb\na->b\nb->a');
    expect(driver.editor.selection).toEqual([`${id}/b`]);
  });

  it('get a new node, connected, where a drag from a dot ends on free ground: one undo step', () => {
    const { driver, id } = board();
    driver.click([370, 165]).drag([370, 212], [370, 300]);
    expect(block(driver, id).source).toBe('a\nb\na->b\nn3\nb->n3');
    expect(driver.editor.scene.pageBounds(`${id}/n3`)).toEqual({ x: 320, y: 275, w: 100, h: 50 });
    expect(driver.editor.selection).toEqual([`${id}/n3`]);
    driver.press('Escape').press('mod+z');
    expect(block(driver, id)).toMatchObject({ source: 'a\nb\na->b', layout: { a: { x: 20 }, b: { x: 220 } } });
    expect(block(driver, id).layout.n3).toBeUndefined();
  });

  it('let the name of a node that was dragged out be typed at once; it goes with the node in one undo step, Escape keeps the first name', () => {
    const { driver, id } = board();
    driver.click([370, 165]).drag([370, 212], [370, 300]);
    expect(driver.editor.editing).toMatchObject({ shape_id: `${id}/n3`, selection: { from: 0, to: driver.editor.editing?.text.length } });
    driver.press('Escape');
    expect(block(driver, id).source).toBe('a\nb\na->b\nn3\nb->n3');
    driver.press('mod+z');
    driver.click([370, 165]).drag([370, 212], [370, 300]).type('Cache').press('Escape');
    expect(block(driver, id).source).toBe('a\nb\na->b\nn3=Cache\nb->n3');
    driver.press('mod+z');
    expect(block(driver, id).source).toBe('a\nb\na->b');
    driver.press('mod+shift+z');
    expect(block(driver, id).source).toBe('a\nb\na->b\nn3=Cache\nb->n3');
  });

  it('get a connected node by a click on a dot, and by keys', () => {
    const { driver, id } = board();
    driver.click([370, 165]).click([370, 212]);
    expect(block(driver, id).source).toBe('a\nb\na->b\nn3\nb->n3');
    driver.editor.select([`${id}/a`]);
    driver.press('mod+ArrowDown');
    expect(block(driver, id).source).toContain('\nn5\na->n5');
    expect(driver.editor.selection).toEqual([`${id}/n5`]);
  });

  it('are joined by what is drawn on free ground among them; Ctrl, or nodes below, keep it a drawing', () => {
    const { driver, id } = board();
    driver.press('r').drag([150, 300], [250, 350]);
    expect(block(driver, id).source).toBe('a\nb\na->b\nn3');
    expect(driver.shapes).toEqual([]);
    driver.press('mod+z').press('r').drag([150, 300], [250, 350], { mod: true });
    driver.press('r').drag([110, 130], [450, 240]);
    expect(driver.shapes).toHaveLength(2);
    expect(block(driver, id).source).toBe('a\nb\na->b');
  });

  it('refuse with a sentence what cannot be drawn among them, and nothing is left lying about', () => {
    const { driver, id } = board();
    driver.editor.setBlockSource(id, 'a!\nb');
    driver.press('a').drag([350, 165], [150, 165]);
    expect(driver.editor.notice).toBe('Correct the text first.');
    expect(driver.shapes).toEqual([]);
    driver.press('a').drag([350, 165], [150, 165], { mod: true });
    expect(driver.shapes).toHaveLength(1);
  });

  it('refuse to let an arrow of theirs be dragged elsewhere where there is no order', () => {
    const { driver, id } = board();
    driver.drag([270, 165], [270, 265]);
    expect(driver.editor.notice).toBe('Groups and an order there are none.');
    expect(block(driver, id).source).toBe('a\nb\na->b');
  });

  it('take no drawn shapes in by dropping', () => {
    const { driver } = board();
    driver.press('r').drag([600, 500], [650, 540]).drag([620, 520], [300, 300]);
    expect(driver.shape('rectangle').parent_id).toBeNull();
  });
});
