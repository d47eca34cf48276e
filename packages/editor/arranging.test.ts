import { describe, expect, it } from 'vitest';
import { type Driver, drive } from './testing/driver.ts';

function boxes(...places: readonly (readonly [number, number, number, number])[]): Driver {
  const driver = drive();
  for (const [x, y, w, h] of places) driver.press('r').drag([x, y], [x + w, y + h]);
  return driver.press('Escape');
}

const three = () => boxes([0, 0, 100, 60], [150, 100, 60, 40], [320, 260, 80, 100]).press('mod+a');
const pick = (driver: Driver, ...at: readonly number[]) => {
  const all = driver.shapes.map((shape) => shape.id);
  driver.editor.select(at.map((i) => all[i] ?? ''));
  return driver;
};

describe('aligning', () => {
  it('aligns left sides [F179]', () =>
    expect(three().run('align_left').shapes).toMatchObject([
      { x: 0, y: 0 },
      { x: 0, y: 100 },
      { x: 0, y: 260 },
    ]));
  it('aligns centres on a vertical line [F180]', () =>
    expect(
      new Set(
        three()
          .run('align_center')
          .shapes.map(({ x, w }) => x + w / 2),
      ),
    ).toEqual(new Set([200])));
  it('aligns right sides [F181]', () =>
    expect(
      three()
        .run('align_right')
        .shapes.map(({ x, w }) => x + w),
    ).toEqual([400, 400, 400]));
  it('aligns tops [F182]', () =>
    expect(
      three()
        .run('align_top')
        .shapes.map(({ y }) => y),
    ).toEqual([0, 0, 0]));
  it('aligns middles on a horizontal line [F183]', () => {
    const { shapes } = three().run('align_middle');
    expect(shapes.map(({ y, h }) => y + h / 2)).toEqual([180, 180, 180]);
    expect(shapes.map(({ x }) => x)).toEqual([0, 150, 320]);
  });
  it('aligns bottoms, as one undo step [F184]', () => {
    const driver = three().run('align_bottom');
    expect(driver.shapes.map(({ y, h }) => y + h)).toEqual([360, 360, 360]);
    driver.editor.undo();
    expect(driver.shapes.map(({ y }) => y)).toEqual([0, 100, 260]);
  });
  it('makes equal gaps in a row, the ends staying [F185]', () => {
    const driver = boxes([0, 0, 50, 50], [60, 0, 50, 50], [300, 0, 50, 50], [400, 0, 50, 50]).press('mod+a').run('distribute_horizontal');
    const { shapes } = driver;
    const gaps = shapes.slice(1).map((shape, i) => shape.x - ((shapes[i]?.x ?? 0) + 50));
    for (const gap of gaps) expect(gap).toBeCloseTo(250 / 3);
    expect([shapes[0]?.x, shapes[3]?.x]).toEqual([0, 400]);
  });
  it('makes equal gaps in a column, the ends staying [F186]', () => {
    const driver = boxes([0, 0, 50, 50], [0, 60, 50, 50], [0, 300, 50, 50], [0, 400, 50, 50]).press('mod+a').run('distribute_vertical');
    const ys = driver.shapes.map(({ y }) => y);
    expect([ys[0], ys[3]]).toEqual([0, 400]);
    expect((ys[1] ?? 0) - 0).toBeCloseTo((ys[2] ?? 0) - (ys[1] ?? 0));
  });
});

describe('the stacking order', () => {
  const abc = () => {
    const driver = boxes([100, 100, 100, 100], [120, 120, 100, 100], [140, 140, 100, 100]);
    const names = new Map(driver.shapes.map((shape, i) => [shape.id, 'ABC'[i]]));
    return { driver, order: () => driver.shapes.map((shape) => names.get(shape.id)).join('') };
  };

  it('brings to the front, where a click then hits [F187]', () => {
    const { driver, order } = abc();
    const [a] = driver.shapes;
    pick(driver, 0).run('bring_to_front').press('Escape').click([170, 170]);
    expect(order()).toBe('BCA');
    expect(driver.editor.selection).toEqual([a?.id]);
  });
  it('sends to the back [F188]', () => {
    const { driver, order } = abc();
    pick(driver, 2).run('send_to_back');
    expect(order()).toBe('CAB');
  });
  it('brings forward one step at a time [F189]', () => {
    const { driver, order } = abc();
    pick(driver, 0).press('mod+]');
    expect(order()).toBe('BAC');
    driver.press('mod+]');
    expect(order()).toBe('BCA');
  });
  it('sends backward one step [F190]', () => {
    const { driver, order } = abc();
    pick(driver, 2).press('mod+[');
    expect(order()).toBe('ACB');
    driver.editor.undo();
    expect(order()).toBe('ABC');
  });
});

describe('copies', () => {
  it('pastes each time further from the source, with new ids [F192]', () => {
    const driver = boxes([100, 100, 50, 50]).press('mod+a');
    const text = driver.editor.copy();
    driver.editor.paste(text);
    driver.editor.paste(text);
    expect(driver.shapes.map(({ x, y }) => [x, y])).toEqual([
      [100, 100],
      [120, 120],
      [140, 140],
    ]);
    expect(new Set(driver.shapes.map(({ id }) => id)).size).toBe(3);
  });
  it('pastes any other text as a text, and survives spoilt clips', () => {
    const driver = drive();
    driver.editor.paste('just words');
    expect(driver.shapes).toMatchObject([{ type: 'text', text: 'just words' }]);
    driver.editor.paste('{"kind":"autograph/shapes","shapes":[{"id":1},null],"blocks":3}');
    expect(driver.shapes).toHaveLength(1);
  });
  it('duplicates at an offset that repeats [F193]', () => {
    const driver = boxes([100, 100, 50, 50]).press('mod+a').press('mod+d');
    driver.drag([145, 145], [175, 165]).press('mod+d');
    const [first, second, third] = driver.shapes;
    expect([(third?.x ?? 0) - (second?.x ?? 0), (third?.y ?? 0) - (second?.y ?? 0)]).toEqual([
      (second?.x ?? 0) - (first?.x ?? 0),
      (second?.y ?? 0) - (first?.y ?? 0),
    ]);
    expect(third?.x).toBe(200);
  });
  it('copies what a frame contains with it', () => {
    const driver = drive().press('f').drag([100, 100], [300, 300]).press('r').drag([150, 150], [200, 200]);
    driver.editor.select([driver.shape('frame').id]);
    driver.press('mod+d');
    expect(driver.shape('rectangle', 1)).toMatchObject({ parent_id: driver.shape('frame', 1).id, x: 50, y: 50 });
  });
});

describe('undo and redo', () => {
  it('steps back through any number of edits to the empty board [F194]', () => {
    const driver = drive();
    for (let i = 0; i < 5; i++) driver.press('r').drag([i * 60, 0], [i * 60 + 50, 50]);
    for (let left = 4; left >= 0; left--) expect(driver.press('mod+z').shapes).toHaveLength(left);
    for (let i = 0; i < 100; i++) driver.press('r').drag([i, 0], [i + 50, 50]);
    for (let i = 0; i < 100; i++) driver.press('mod+z');
    expect(driver.shapes).toEqual([]);
    expect(driver.editor.canUndo).toBe(false);
  });
  it('redoes to an equal document [F195]', () => {
    const driver = boxes([0, 0, 50, 50], [100, 0, 50, 50]).press('mod+a').press('mod+g').press('ArrowRight').press('mod+d');
    const before = driver.shapes;
    for (let i = 0; i < 5; i++) driver.press('mod+z');
    for (let i = 0; i < 5; i++) driver.press('mod+y');
    expect(driver.shapes).toEqual(before);
  });
  it('brings back what was deleted, all with one step [F237][F238]', () => {
    const driver = boxes([0, 0, 50, 50], [100, 0, 50, 50], [200, 0, 50, 50], [300, 0, 50, 50], [400, 0, 50, 50]);
    const before = driver.shapes;
    driver.press('mod+a').press('Delete');
    expect(driver.shapes).toEqual([]);
    driver.press('mod+z');
    expect(driver.shapes).toEqual(before);
    driver.click([25, 25]).press('Delete');
    expect(driver.shapes).toHaveLength(4);
    expect(driver.press('mod+z').shapes).toEqual(before);
  });
  it('puts back only what this person changed, on records as they are now', () => {
    const driver = boxes([0, 0, 50, 50]).click([25, 25]).press('ArrowRight');
    const [mine] = driver.shapes;
    if (!mine) throw new Error('nothing drawn');
    driver.editor.document.apply({ shapes: [[mine.id, { ...mine, y: 500, fill: 'red' }]] }, 'remote');
    driver.press('mod+z');
    expect(driver.shapes).toMatchObject([{ x: 0, y: 500, fill: 'red' }]);
    driver.editor.document.apply({ shapes: [[mine.id, null]] }, 'remote');
    driver.press('mod+y').press('mod+z').press('mod+z');
    expect(driver.shapes).toEqual([]);
  });
});

describe('hiding', () => {
  it('hides a selection from the drawing and brings it back [F222]', () => {
    const driver = boxes([0, 0, 50, 50], [100, 0, 50, 50]).press('mod+a').run('toggle_hidden');
    expect(driver.shapes.every((shape) => shape.hidden)).toBe(true);
    driver.run('toggle_hidden');
    expect(driver.shapes.some((shape) => shape.hidden)).toBe(false);
  });
});
