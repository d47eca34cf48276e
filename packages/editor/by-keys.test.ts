import { boxesIntersect } from '@autograph/geometry';
import { describe, expect, it } from 'vitest';
import { drive } from './testing/driver.ts';

/** Three boxes A, B, C in a row, with connections A to B and A to C; A is selected. */
function graph() {
  const driver = drive();
  for (const x of [100, 300, 500]) driver.press('r').drag([x, 100], [x + 100, 160]);
  const [a = '', b = '', c = ''] = driver.shapes.map(({ id }) => id);
  driver.editor.select([a]);
  driver.press('c').press('Enter').press('c').press('ArrowRight').press('Enter');
  return { driver, a, b, c, arrows: driver.shapes.filter(({ type }) => type === 'arrow').map(({ id }) => id) };
}

const boxOf = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }) => [x, y, w, h];

describe('drawing by keys', () => {
  it('puts a shape into the middle of the view, and the next ones beside what is selected, below where panels would cover them', () => {
    const driver = drive().press('r').press('Enter');
    expect(boxOf(driver.shape('rectangle'))).toEqual([452, 344, 120, 80]);
    driver.press('o').press('Enter').press('r').press('Enter');
    expect(boxOf(driver.shape('ellipse'))).toEqual([652, 344, 120, 80]);
    expect(boxOf(driver.shape('rectangle'))).toEqual([452, 504, 120, 80]);
    expect(driver.editor.tool).toBe('select');
  });

  it('starts a text, and draws a line', () => {
    const driver = drive().press('t').press('Enter').type('Hello').press('Escape');
    expect(driver.shape('text').text).toBe('Hello');
    driver.editor.select([]);
    driver.press('l').press('Enter');
    expect(driver.shape('line').end?.x).toBeGreaterThan(driver.shape('line').start?.x ?? 0);
  });

  it('sizes and turns', () => {
    const driver = drive().press('r').drag([0, 0], [100, 60]);
    driver.press('alt+shift+ArrowRight').press('alt+shift+ArrowDown').press('alt+shift+ArrowDown').press('alt+shift+ArrowUp');
    expect(boxOf(driver.shape('rectangle'))).toEqual([0, 0, 110, 70]);
    expect(driver.press('alt+r').press('alt+r').press('alt+shift+r').shape('rectangle').rotation).toBe(15);
  });
});

describe('connecting by keys', () => {
  it('goes through the shapes, shows which is meant, and binds both ends', () => {
    const { driver, a, b, c } = graph();
    const ends = driver.shapes.filter(({ type }) => type === 'arrow').map(({ start, end }) => [start?.shape_id, end?.shape_id]);
    expect(ends).toEqual([
      [a, b],
      [a, c],
    ]);
    driver.press('c');
    expect(driver.editor.overlay.target).toBe(b);
    expect(driver.press('Tab').editor.overlay.target).toBe(c);
    expect(driver.press('shift+Tab').editor.overlay.target).toBe(b);
    driver.press('Escape');
    expect(driver.editor.overlay.target).toBeNull();
    expect(driver.editor.selection).toEqual([a]);
    expect(driver.shapes).toHaveLength(5);
  });

  it('is one step back', () => {
    const { driver } = graph();
    expect(driver.press('mod+z').shapes).toHaveLength(4);
  });
});

describe('travelling by keys', () => {
  it('follows connections out and back, and goes through those of one shape', () => {
    const { driver, a, b, c, arrows } = graph();
    const at = () => driver.editor.selection[0];
    driver.press('.');
    expect(at()).toBe(arrows[0]);
    driver.press('.');
    expect(at()).toBe(b);
    driver.press(',').press(',');
    expect(at()).toBe(a);
    driver.press('.').press(';');
    expect(at()).toBe(arrows[1]);
    driver.press('.');
    expect(at()).toBe(c);
    driver.press('.');
    expect(at()).toBe(c);
  });

  it('brings into view what it reaches', () => {
    const { driver, b, c } = graph();
    driver.editor.updateShapes([{ id: b, change: { x: 5000 } }]);
    const seen = () => boxesIntersect(driver.editor.visible, { x: 5000, y: 100, w: 100, h: 60 });
    driver.editor.setCamera({ x: 0, y: 0, zoom: 1 });
    driver.press('c').press('Tab');
    expect(driver.editor.overlay.target).toBe(b);
    expect(seen()).toBe(true);
    driver.press('Escape').editor.setCamera({ x: 0, y: 0, zoom: 1 });
    driver.press('.').press(';').press('.');
    expect(driver.editor.selection).toEqual([b]);
    expect(seen()).toBe(true);
    driver.editor.updateShapes([{ id: c, change: { x: 5200 } }]);
    driver.editor.select([b, c]);
    driver.press('mod+g').editor.setCamera({ x: 0, y: 0, zoom: 1 });
    driver.press('Enter');
    expect(seen()).toBe(true);
  });

  it('reads rows from the top, each from the left, and after a frame what is in it', () => {
    const driver = drive().press('f').drag([100, 100], [400, 400]);
    const box = (x: number, y: number) => driver.press('r').drag([x, y], [x + 60, y + 60]).editor.selection[0] ?? '';
    const frame = driver.shape('frame').id;
    const [low, beside, right, left] = [box(120, 320), box(500, 220), box(300, 130), box(120, 140)];
    driver.editor.select([]);
    const order = driver.shapes.map(() => driver.press('Tab').editor.selection[0]);
    expect(order).toEqual([frame, left, right, low, beside]);
  });

  it('goes into a group with Enter and out with Escape', () => {
    const { driver, a, b } = graph();
    driver.editor.select([a, b]);
    driver.press('mod+g');
    const group = driver.shape('group').id;
    driver.press('Enter');
    expect(driver.editor.selection).toEqual([a]);
    driver.press('Escape');
    expect(driver.editor.selection).toEqual([group]);
    driver.editor.select([a]);
    driver.press('F2');
    expect(driver.editor.editing?.shape_id).toBe(a);
  });

  it('shows where one is, until the pointer leads again', () => {
    const { driver } = graph();
    driver.press('.').press('.');
    expect(driver.editor.overlay.focused?.box).toMatchObject({ x: 300, y: 100 });
    driver.press('Enter').type('Hello').press('Escape').press('ArrowDown');
    expect(driver.editor.overlay.focused).toBeNull();
    driver.press('Tab').press('shift+Tab');
    expect(driver.editor.overlay.focused).not.toBeNull();
    driver.click([150, 130]);
    expect(driver.editor.overlay.focused).toBeNull();
  });
});
