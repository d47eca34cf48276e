import { boxesIntersect } from '@autograph/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inRows } from './rows.ts';
import { drive } from './testing/driver.ts';
import { tidied } from './tidy.ts';

function boxes(...places: readonly (readonly [number, number, number, number])[]) {
  const driver = drive();
  for (const [x, y, w, h] of places) driver.press('r').drag([x, y], [x + w, y + h]);
  return driver.press('Escape').press('mod+a');
}

const places = (driver: ReturnType<typeof boxes>) => driver.shapes.map(({ x, y }) => [x, y]);

describe('tidying up', () => {
  it('makes a row of a rough row, as one undo step', () => {
    const driver = boxes([0, 0, 100, 60], [130, 10, 100, 60], [290, -8, 100, 60]);
    const before = driver.shapes;
    driver.press('mod+alt+t');
    expect(places(driver)).toEqual([
      [0, -8],
      [160, -8],
      [320, -8],
    ]);
    expect(driver.press('mod+z').shapes).toEqual(before);
  });

  it('makes a grid of rough rows', () => {
    const driver = boxes([0, 0, 100, 60], [140, 8, 100, 60], [4, 100, 100, 60], [150, 90, 100, 60]).press('mod+alt+t');
    expect(places(driver)).toEqual([
      [0, 0],
      [136, 0],
      [0, 82],
      [136, 82],
    ]);
  });

  it('keeps the order, overlaps nothing, and leaves what is tidy', () => {
    const thing = fc.record({
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 600 }),
      w: fc.integer({ min: 10, max: 150 }),
      h: fc.integer({ min: 10, max: 150 }),
    });
    fc.assert(
      fc.property(fc.array(thing, { minLength: 1, maxLength: 12 }), (list) => {
        const things = list.map((box, i) => ({ id: `s${i}`, box }));
        const after = [...tidied(things)].map(([{ id, box }, to]) => ({ id, box: { ...box, ...to } }));
        const order = (all: typeof things) => inRows(all).map((row) => row.map(({ id }) => id));
        expect(order(after)).toEqual(order(things));
        for (const a of after) for (const b of after) expect(a === b || !boxesIntersect(a.box, b.box)).toBe(true);
        for (const [{ box }, to] of tidied(after)) expect([to.x, to.y]).toEqual([expect.closeTo(box.x, 6), expect.closeTo(box.y, 6)]);
      }),
    );
  });
});

describe('sizes and mirrors', () => {
  it('makes all as wide, or as high, as the largest', () => {
    const driver = boxes([0, 0, 100, 60], [200, 0, 50, 90]).run('same_width').run('same_height');
    expect(driver.shapes).toMatchObject([
      { x: 0, w: 100, h: 90 },
      { x: 200, w: 100, h: 90 },
    ]);
  });

  it('mirrors places, turns, lines and strokes, and mirrored twice is as before', () => {
    const driver = boxes([0, 0, 100, 60], [200, 100, 50, 50]);
    driver.press('l').drag([0, 200], [100, 260]).press('p').drag([150, 200], [230, 260]).press('v');
    driver.editor.updateShapes([{ id: driver.shape('rectangle', 0).id, change: { rotation: 30 } }]);
    driver.press('mod+a');
    const before = driver.shapes;
    driver.press('shift+h');
    expect(driver.shape('rectangle', 0).rotation).toBe(330);
    expect(driver.shape('line').start?.x).toBeGreaterThan(driver.shape('line').end?.x ?? 0);
    driver.press('shift+h').press('shift+j').press('shift+j');
    for (const [i, shape] of driver.shapes.entries()) {
      expect(shape.x).toBeCloseTo(before[i]?.x ?? 0, 0);
      expect(shape.rotation).toBe(before[i]?.rotation);
      expect(shape.points?.[0]?.[0] ?? 0).toBeCloseTo(before[i]?.points?.[0]?.[0] ?? 0, 6);
    }
  });

  it('turns a selection by a quarter about its middle', () => {
    const driver = boxes([0, 0, 100, 100], [200, 0, 100, 100]).run('rotate_90');
    expect(driver.shapes).toMatchObject([
      { x: 100, y: -100, rotation: 90 },
      { x: 100, y: 100, rotation: 90 },
    ]);
  });
});

describe('selecting by what things are', () => {
  it('takes all of a kind, the others, or all that arrows join', () => {
    const driver = boxes([0, 0, 100, 60], [200, 0, 100, 60], [400, 0, 100, 60]);
    const [a = '', b = '', c = ''] = driver.shapes.map(({ id }) => id);
    driver.press('a').drag([50, 30], [250, 30]).press('v');
    driver.editor.select([a]);
    driver.press('mod+alt+a');
    expect(driver.editor.selection).toEqual([a, b, c]);
    driver.editor.select([a]);
    driver.press('mod+shift+i');
    expect(driver.editor.selection).toEqual([b, c, driver.shape('arrow').id]);
    driver.editor.select([a]);
    driver.press('alt+c');
    expect(new Set(driver.editor.selection)).toEqual(new Set([a, b, driver.shape('arrow').id]));
  });

  it('steps to the nearest shape in a direction, and the view follows', () => {
    const driver = boxes([0, 0, 100, 60], [200, 10, 100, 60], [0, 200, 100, 60], [4000, 0, 100, 60]);
    const [a = '', b = '', c = '', far = ''] = driver.shapes.map(({ id }) => id);
    driver.editor.select([a]);
    expect(driver.press('alt+ArrowRight').editor.selection).toEqual([b]);
    expect(driver.press('alt+ArrowLeft').press('alt+ArrowDown').editor.selection).toEqual([c]);
    driver.editor.select([b]);
    expect(driver.press('alt+ArrowRight').editor.selection).toEqual([far]);
    const { visible } = driver.editor;
    expect(boxesIntersect(visible, { x: 4100, y: 0, w: 1, h: 60 })).toBe(true);
    expect(visible.y).toBe(0);
  });

  it('copies style as far as the other kind has it', () => {
    const driver = boxes([0, 0, 100, 60]).press('o').drag([200, 0], [300, 60]).press('a').drag([0, 300], [100, 300]);
    driver.editor.updateShapes([{ id: driver.shape('rectangle').id, change: { fill: 'red', stroke: 'blue' } }]);
    driver.editor.select([driver.shape('rectangle').id]);
    driver.press('mod+alt+c');
    driver.editor.select([driver.shape('ellipse').id]);
    driver.press('mod+alt+v');
    expect(driver.shape('ellipse')).toMatchObject({ fill: 'red', stroke: 'blue', x: 200, w: 100 });
  });

  it('enters a group with Enter and leaves it with Escape', () => {
    const driver = boxes([0, 0, 100, 60], [200, 0, 100, 60]).press('mod+g').press('Enter');
    expect(driver.editor.selection).toEqual([driver.shape('rectangle', 0).id]);
    expect(driver.press('Escape').editor.selection).toEqual([driver.shape('group').id]);
  });
});
