import { limits, type Shape } from '@autograph/document';
import { describe, expect, it } from 'vitest';
import { drive } from './testing/driver.ts';

const shapeOf = (id: string, change: Partial<Shape> = {}): Shape => ({
  ...{ id, type: 'rectangle', x: 0, y: 0, w: 10, h: 10, rotation: 0, parent_id: null, index: 'a0' },
  ...change,
});

/** A board on which somebody else has put all but `room` of the shapes that it holds, far from where things are done. */
function full(room: number) {
  const driver = drive();
  const others = Array.from({ length: limits.shapes - room }, (_, i) => shapeOf(`o${i}`, { x: 5_000 + i }));
  driver.editor.document.apply({ shapes: others.map((shape) => [shape.id, shape]) }, 'remote');
  return { driver, editor: driver.editor, size: () => driver.editor.document.shapes.size };
}

describe('a board that is full', () => {
  it('takes no shape more, says so, and loses nothing', () => {
    const { driver, editor, size } = full(1);
    driver.press('r').drag([10, 10], [60, 60]);
    expect([size(), editor.notice]).toEqual([limits.shapes, null]);
    const [mine = ''] = editor.selection;
    driver.press('mod+d');
    expect(size()).toBe(limits.shapes);
    expect(editor.notice).toBe(
      'A file holds at most 50,000 shapes; this one has 50,000, and this would add 1. Delete some, or go on in another file.',
    );
    expect(editor.selection).toEqual([mine]);
    driver.press('ArrowRight');
    expect(editor.document.shapes.get(mine)?.x).toBe(11);
    driver.press('Delete').press('r').drag([100, 10], [160, 60]);
    expect(size()).toBe(limits.shapes);
  });

  it('opens no new text in which words would be lost', () => {
    const { driver, editor } = full(0);
    driver.press('t').click([100, 100]);
    expect([editor.editing, editor.notice?.includes('50,000 shapes')]).toEqual([null, true]);
  });

  it('brings nothing back by undo for which there is no room any more, and does when there is', () => {
    const { driver, editor, size } = full(1);
    driver.press('r').drag([10, 10], [60, 60]).press('Delete');
    editor.document.apply({ shapes: [['theirs', shapeOf('theirs', { x: 9_000 })]] }, 'remote');
    driver.press('mod+z');
    expect([size(), editor.notice?.includes('50,000 shapes')]).toEqual([limits.shapes, true]);
    editor.document.apply({ shapes: [['theirs', null]] }, 'remote');
    driver.press('mod+z');
    expect(driver.shapes.filter(({ w }) => w === 50)).toHaveLength(1);
  });
});

describe('a board', () => {
  it('takes no diagram whose text is too long, nor one more than it holds', () => {
    const { editor } = drive();
    const put = (source: string) => editor.createBlock({ language: 'toy', source, x: 0, y: 0 }) ?? '';
    put('a'.repeat(limits.source + 1));
    expect([editor.document.blocks.size, editor.notice?.includes('200,000 characters')]).toEqual([0, true]);
    const id = put('a');
    editor.setBlockSource(id, 'b'.repeat(limits.source + 1));
    expect(editor.document.blocks.get(id)?.source).toBe('a');
    const block = editor.document.blocks.get(id);
    const more = Array.from({ length: limits.blocks - 1 }, (_, i) => `more${i}`);
    editor.document.apply({ blocks: more.map((each) => [each, block ? { ...block, id: each } : null]) }, 'remote');
    editor.notify(null);
    put('one more');
    expect([editor.document.blocks.size, editor.notice?.includes('500 diagrams')]).toEqual([limits.blocks, true]);
  });

  it('moves nothing farther than its edge', () => {
    const driver = drive().press('r').drag([10, 10], [60, 60]);
    const [id = ''] = driver.editor.selection;
    driver.editor.updateShapes([{ id, change: { x: limits.coordinate + 1 } }]);
    expect(driver.get(id).x).toBe(10);
    expect(driver.editor.notice).toContain('Bring this nearer');
  });

  it.each<[string, Partial<Shape>]>([
    ['box', {}],
    ['end of a line', { type: 'line', start: { x: -9_000_000, y: 0 }, end: { x: 9_000_000, y: 0 } }],
    [
      'way point',
      {
        type: 'line',
        start: { x: 0, y: 0 },
        end: { x: 10, y: 10 },
        points: [
          [0, 0],
          [0, 9_000_000],
          [10, 10],
        ],
      },
    ],
  ])('moves no %s beyond it by an offset either', (_, own) => {
    const { editor } = drive();
    const shape: Shape = { id: 'a', type: 'rectangle', x: 0, y: 0, w: 10, h: 10, rotation: 0, parent_id: null, index: 'a1', ...own };
    editor.document.apply({ shapes: [[shape.id, shape]] }, 'remote');
    const far = limits.coordinate + 1 - (own.type ? 9_000_000 : 0);
    editor.translateStored(['a'], far, far);
    expect(editor.document.shapes.get('a')).toEqual(shape);
    expect(editor.notice).toContain('Bring this nearer');
    editor.translateStored(['a'], far - 1, far - 1);
    expect(editor.document.shapes.get('a')?.x).toBe(far - 1);
  });
});

describe('a board that fills while something is done', () => {
  it('keeps a text open that it has no room for, and takes its words when there is', () => {
    const { driver, editor, size } = full(1);
    driver.press('t').click([100, 100]).type('precious');
    editor.document.apply({ shapes: [['theirs', shapeOf('theirs', { x: 9_000 })]] }, 'remote');
    driver.click([400, 400]).press('r');
    expect([editor.editing?.text, editor.notice?.includes('50,000 shapes')]).toEqual(['precious', true]);
    editor.document.apply({ shapes: [['theirs', null]] }, 'remote');
    driver.press('Escape');
    expect([editor.editing, size(), driver.shape('text').text]).toEqual([null, limits.shapes, 'precious']);
  });

  it('undoes what came before a deletion that cannot be taken back', () => {
    const { driver, editor } = full(2);
    driver.press('r').drag([10, 10], [60, 60]);
    const [kept = ''] = editor.selection;
    driver.press('ArrowRight').press('r').drag([200, 10], [260, 60]).press('Delete');
    editor.document.apply({ shapes: [['theirs', shapeOf('theirs', { x: 9_000 })]] }, 'remote');
    driver.press('mod+z');
    expect([editor.document.shapes.get(kept)?.x, editor.notice?.includes('50,000 shapes')]).toEqual([11, true]);
    driver.press('mod+z').press('mod+z');
    expect(editor.document.shapes.get(kept)?.x).toBe(10);
  });

  it('turns no diagram into shapes, and no shapes into a diagram, that it could not hold: all stays', () => {
    const { editor, size } = full(1);
    const id =
      editor.createBlock({ language: 'toy', source: 'a\nb\na->b', x: 0, y: 0, layout: { a: { x: 20, y: 40 }, b: { x: 220, y: 40 } } }) ??
      '';
    editor.select([id]);
    editor.run('to_shapes');
    expect([editor.document.blocks.has(id), size(), editor.notice?.includes('50,000 shapes')]).toEqual([true, limits.shapes - 1, true]);
    editor.createShapes([shapeOf('mine')]);
    const blocks = Array.from({ length: limits.blocks - 1 }, (_, i) => ({
      id: `b${i}`,
      language: 'toy',
      source: '',
      x: 0,
      y: 0,
      index: 'a1',
      layout: {},
    }));
    editor.document.apply({ blocks: blocks.map((block) => [block.id, block]) }, 'remote');
    editor.select(['mine']);
    editor.run('to_code');
    expect([editor.document.shapes.has('mine'), editor.document.blocks.size]).toEqual([true, limits.blocks]);
  });
});
