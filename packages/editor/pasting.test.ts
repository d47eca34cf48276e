import { describe, expect, it } from 'vitest';
import { drive } from './testing/driver.ts';

describe('pasting', () => {
  it('puts SVG on the board as a picture of its size', () => {
    const driver = drive();
    const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100"/></svg>';
    driver.editor.paste(svg);
    const picture = driver.shape('picture');
    expect(picture).toMatchObject({ w: 200, h: 100 });
    expect('svg' in picture && picture.svg).toContain('<rect');
    expect(driver.editor.selection).toEqual([picture.id]);
  });

  it('makes a picture that would fill the view smaller, in proportion', () => {
    const driver = drive();
    driver.editor.paste('<svg width="4000" height="1000"></svg>');
    const { w, h } = driver.shape('picture');
    expect(w).toBeLessThan(driver.editor.visible.w);
    expect(w / h).toBeCloseTo(4, 1);
  });

  it('makes a block of a diagram as code', () => {
    const driver = drive();
    driver.editor.paste('test\na\nb', { x: 10, y: 20 });
    const [block] = driver.editor.document.blocks.values();
    expect(block).toMatchObject({ language: 'test', source: 'test\na\nb', x: 10, y: 20 });
  });

  it('makes a table of rows copied from a spreadsheet', () => {
    const driver = drive();
    driver.editor.paste('Service\tOwner\r\nAPI\tAda\r\nWorker\tGrace\r\n');
    const cells = driver.shapes.filter(({ type }) => type === 'rectangle');
    expect(cells.map(({ text }) => text)).toEqual(['Service', 'Owner', 'API', 'Ada', 'Worker', 'Grace']);
    expect(new Set(cells.map(({ x }) => x)).size).toBe(2);
    expect(new Set(cells.map(({ y }) => y)).size).toBe(3);
    expect(new Set(cells.map((cell) => cell.parent_id))).toEqual(new Set([driver.shape('group').id]));
    driver.press('mod+z');
    expect(driver.shapes).toEqual([]);
  });

  it('links an address', () => {
    const driver = drive();
    driver.editor.paste('https://example.com/a?b=c\n');
    expect(driver.shape('text')).toMatchObject({
      text: 'https://example.com/a?b=c',
      text_spans: [{ from: 0, to: 25, link: 'https://example.com/a?b=c' }],
    });
  });

  it.each(['a < b <svg> c', 'one\ttwo\nthree', 'javascript:alert(1)', 'test'])('leaves %j a text', (text) => {
    const driver = drive();
    driver.editor.paste(text);
    expect(driver.shapes.map((shape) => [shape.type, shape.text, shape.text_spans])).toEqual([['text', text, undefined]]);
  });

  it('takes no text that a shape cannot hold, and says so', () => {
    const driver = drive();
    const long = 'word '.repeat(40_000);
    expect(driver.editor.paste(long)).toEqual([]);
    expect(driver.editor.notice).toContain('a shape holds 100,000');
    driver.editor.paste('short');
    driver.editor.startEditing(driver.shape('text').id);
    driver.editor.changeText(long);
    driver.editor.commitText();
    expect(driver.shape('text').text).toBe('short');
  });

  it('puts shapes of another file on the board as they were, with their groups and what joins them', () => {
    const there = drive().press('r').drag([100, 100], [200, 160]).press('r').drag([400, 100], [500, 160]).press('a');
    there.drag([150, 130], [450, 130]).press('Escape').click([150, 105]).click([450, 105], { shift: true }).press('mod+g').press('mod+a');
    const here = drive().press('r').drag([10, 10], [60, 60]).press('Escape');
    const present = here.shapes;
    here.editor.paste(there.editor.copy());
    const pasted = here.shapes.filter(({ id }) => !present.some((shape) => shape.id === id));
    expect(pasted.map(({ type }) => type).sort()).toEqual(['arrow', 'group', 'rectangle', 'rectangle']);
    const [left, right] = pasted.filter(({ type }) => type === 'rectangle');
    expect(here.shape('arrow')).toMatchObject({ start: { shape_id: left?.id }, end: { shape_id: right?.id } });
    expect([left?.parent_id, right?.parent_id]).toEqual([here.shape('group').id, here.shape('group').id]);
    expect(here.shapes.slice(0, 1)).toEqual(present);
    here.press('mod+z');
    expect(here.shapes).toEqual(present);
  });

  it('puts what is pasted about the pointer while that is over the board, else where there is room in the view', () => {
    const driver = drive();
    driver.move([700, 500]).editor.paste('just words');
    const centre = ({ id }: { readonly id: string }) => {
      const box = driver.editor.scene.pageBounds(id);
      return box && { x: box.x + box.w / 2, y: box.y + box.h / 2 };
    };
    expect(centre(driver.shape('text'))).toEqual({ x: 700, y: 500 });
    driver.editor.paste('<svg width="200" height="100"></svg>');
    expect(centre(driver.shape('picture'))).toEqual({ x: 700, y: 500 });
    driver.press('mod+a').press('Delete');
    driver.editor.pointerLeft();
    driver.editor.paste('one');
    driver.editor.paste('two');
    const [one, two] = driver.shapes.map(({ id }) => driver.editor.scene.pageBounds(id));
    expect(one && two && (two.x >= one.x + one.w || two.y >= one.y + one.h)).toBe(true);
  });

  it('puts copied shapes where the pointer has gone since, and beside their source while it rests', () => {
    const driver = drive().press('r').drag([100, 100], [200, 160]).click([150, 130]);
    const text = driver.editor.copy();
    const corners = () => driver.shapes.map(({ x, y }) => [x, y]);
    driver.editor.paste(text);
    driver.move([160, 140]).editor.paste(text);
    expect(corners()).toEqual([
      [100, 100],
      [120, 120],
      [140, 140],
    ]);
    driver.move([650, 430]).editor.paste(text);
    driver.editor.paste(text);
    expect(corners().slice(3)).toEqual([
      [600, 400],
      [620, 420],
    ]);
  });

  it('changes nothing on a board that is only to be read', () => {
    const driver = drive();
    driver.editor.readOnly = true;
    driver.editor.paste('<svg width="10" height="10"></svg>');
    driver.editor.paste('a\tb\nc\td');
    expect(driver.shapes).toEqual([]);
  });
});
