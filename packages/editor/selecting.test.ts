import { describe, expect, it } from 'vitest';
import type { Driver } from './testing/driver.ts';
import { drive } from './testing/driver.ts';

/** Rectangles of 100 x 60 at these corners. */
function boxes(...corners: readonly (readonly [number, number])[]): Driver {
  const driver = drive();
  for (const [x, y] of corners) driver.press('r').drag([x, y], [x + 100, y + 60]);
  return driver.press('Escape');
}

const ids = (driver: Driver) => driver.shapes.filter((shape) => shape.type === 'rectangle').map((shape) => shape.id);

describe('selecting', () => {
  it('shows a frame with 8 resize grips and a rotate grip; a click on the empty board clears it [F169]', () => {
    const driver = boxes([100, 100]).press('v').click([150, 130]);
    const { grips, bounds } = driver.editor.overlay;
    expect(bounds?.box).toEqual({ x: 100, y: 100, w: 100, h: 60 });
    expect(grips.filter((grip) => grip.kind === 'resize')).toHaveLength(8);
    expect(grips.filter((grip) => grip.kind === 'rotate')).toHaveLength(1);
    driver.click([600, 500]);
    expect(driver.editor.overlay.grips).toEqual([]);
  });

  it('tells where it was made, also when the same is selected again elsewhere', () => {
    const driver = boxes([0, 0]).press('v');
    const { editor } = driver;
    const heard: string[] = [];
    editor.subscribe((what) => void (what === 'selection' && heard.push(editor.selectedIn)));
    for (const where of ['code', 'code', 'board', 'code'] as const) editor.select(ids(driver), where);
    driver.click([50, 30]);
    expect(heard).toEqual(['code', 'board', 'code', 'board']);
  });

  it('adds and takes out with Shift [F170]', () => {
    const driver = boxes([0, 0], [200, 0], [400, 0]);
    driver.click([50, 30]).click([250, 30], { shift: true }).click([450, 30], { shift: true });
    expect(driver.editor.selection).toHaveLength(3);
    expect(driver.editor.overlay.bounds?.box).toEqual({ x: 0, y: 0, w: 500, h: 60 });
    driver.click([250, 30], { shift: true });
    expect(driver.editor.selection).toHaveLength(2);
  });

  it('takes with a marquee what it encloses drawn to the right, what it touches drawn to the left [F172]', () => {
    const driver = boxes([100, 100], [300, 100], [500, 100]);
    const [a, b, c] = ids(driver);
    driver.dragTo([50, 50], [450, 300]);
    expect(driver.editor.overlay.marquee).toEqual({ x: 50, y: 50, w: 400, h: 250 });
    driver.up();
    expect(driver.editor.overlay.marquee).toBeNull();
    expect(driver.editor.selection).toEqual([a, b]);
    driver.drag([550, 300], [350, 50]);
    expect(driver.editor.selection).toEqual([b, c]);
    driver.drag([50, 50], [250, 300], { shift: true });
    expect(driver.editor.selection).toEqual([b, c, a]);
  });

  it('draws a marquee on the bare ground of a frame, moves the frame by its border or title, and by its inside once selected', () => {
    const driver = drive().press('f').drag([100, 100], [500, 400]).press('r').drag([200, 200], [300, 260]).press('Escape');
    const frame = driver.shape('frame').id;
    driver.drag([150, 150], [350, 300]);
    expect(driver.editor.selection).toEqual([driver.shape('rectangle').id]);
    expect(driver.shape('frame')).toMatchObject({ x: 100, y: 100 });
    driver.click([420, 350]);
    expect(driver.editor.selection).toEqual([frame]);
    driver.drag([420, 350], [430, 350]);
    expect(driver.shape('frame')).toMatchObject({ x: 110, y: 100 });
    for (const from of [
      [300, 100],
      [180, 119],
    ] as const)
      driver.press('Escape').drag([...from], [from[0] + 10, from[1]]);
    expect(driver.shape('frame')).toMatchObject({ x: 130, y: 100 });
  });

  it('takes invisible shapes with a marquee', () => {
    const driver = boxes([100, 100]);
    driver.editor.updateShapes([{ id: ids(driver)[0] ?? '', change: { opacity: 0 } }]);
    expect(driver.drag([50, 50], [300, 300]).editor.selection).toEqual(ids(driver));
  });

  it('moves one shape or many by exactly the same offset, as one undo step [F175]', () => {
    const driver = boxes([100, 100], [300, 100]);
    driver.drag([150, 130], [250, 230]);
    expect(driver.shape('rectangle', 0)).toMatchObject({ x: 200, y: 200 });
    driver.press('mod+a').drag([250, 230], [260, 250]);
    expect(driver.shapes).toMatchObject([
      { x: 210, y: 220 },
      { x: 310, y: 120 },
    ]);
    driver.editor.undo();
    expect(driver.shapes).toMatchObject([
      { x: 200, y: 200 },
      { x: 300, y: 100 },
    ]);
  });

  it('stores nothing of a drag before its end, and shows it all the while', () => {
    const driver = boxes([100, 100]);
    let changes = 0;
    driver.editor.document.subscribe(() => changes++);
    driver.dragTo([150, 130], [250, 230]);
    const [id = ''] = ids(driver);
    expect(driver.editor.transient).toMatchObject({ dx: 100, dy: 100 });
    expect(driver.editor.scene.pageBounds(id)).toEqual({ x: 200, y: 200, w: 100, h: 60 });
    expect(driver.editor.scene.query({ x: 290, y: 250, w: 5, h: 5 })).toEqual([id]);
    expect(driver.editor.scene.query({ x: 110, y: 110, w: 5, h: 5 })).toEqual([]);
    expect(changes).toBe(0);
    driver.press('Escape').up();
    expect(driver.editor.scene.pageBounds(id)).toEqual({ x: 100, y: 100, w: 100, h: 60 });
    expect(changes).toBe(0);
  });

  it('resizes by each of 8 grips: sides one axis, corners both, Shift keeps the proportion [F173]', () => {
    const grips: readonly (readonly [string, number, number])[] = [
      ['nw', 120, 80],
      ['n', 100, 80],
      ['ne', 80, 80],
      ['e', 80, 60],
      ['se', 80, 40],
      ['s', 100, 40],
      ['sw', 120, 40],
      ['w', 120, 60],
    ];
    for (const [id, w, h] of grips) {
      const driver = boxes([100, 100]).click([150, 130]);
      const at = driver.editor.overlay.grips.find((grip) => grip.id === id)?.at ?? { x: 0, y: 0 };
      driver.drag([at.x, at.y], [at.x - 20, at.y - 20]);
      expect(driver.shape('rectangle'), id).toMatchObject({ w, h });
    }
    const driver = boxes([100, 100]).click([150, 130]).drag([200, 160], [300, 170], { shift: true });
    expect(driver.shape('rectangle')).toMatchObject({ x: 100, y: 100, w: 200, h: 120 });
    driver.drag([300, 220], [320, 230], { alt: true });
    expect(driver.shape('rectangle')).toMatchObject({ x: 80, y: 90, w: 240, h: 140 });
  });

  it('scales several shapes together and leaves the children of a frame in place', () => {
    const driver = boxes([0, 0], [100, 60]).press('mod+a').drag([200, 120], [400, 240]);
    expect(driver.shapes).toMatchObject([
      { x: 0, y: 0, w: 200, h: 120 },
      { x: 200, y: 120, w: 200, h: 120 },
    ]);
    const other = drive().press('f').drag([100, 100], [500, 400]).press('r').drag([200, 200], [300, 260]);
    other.click([300, 100]).drag([100, 100], [50, 60]);
    expect(other.shape('frame')).toMatchObject({ x: 50, y: 60, w: 450, h: 340 });
    expect(other.editor.scene.pageBounds(other.shape('rectangle').id)).toEqual({ x: 200, y: 200, w: 100, h: 60 });
  });

  it('rotates about the centre with the angle shown, with Shift by 15 degrees [F174]', () => {
    const driver = boxes([100, 100]).click([150, 130]);
    const at = driver.editor.overlay.grips.find((grip) => grip.kind === 'rotate')?.at ?? { x: 0, y: 0 };
    const reach = 130 - at.y;
    driver.dragTo([at.x, at.y], [150 + reach * Math.SQRT1_2, 130 - reach * Math.SQRT1_2]);
    expect(driver.editor.overlay.badge?.text).toBe('45°');
    driver.up();
    expect(driver.shape('rectangle')).toMatchObject({ x: 100, y: 100, rotation: 45 });
    const turned = driver.editor.overlay.grips.find((grip) => grip.kind === 'rotate')?.at ?? { x: 0, y: 0 };
    driver.drag([turned.x, turned.y], [300, 137], { shift: true });
    expect(driver.shape('rectangle').rotation % 15).toBe(0);
  });

  it('groups, moves as one, opens with a double click and takes apart [F176][F177][F178]', () => {
    const driver = boxes([0, 0], [200, 0], [400, 0]);
    driver.press('mod+a').press('mod+g');
    const group = driver.shape('group');
    expect(driver.shapes.filter((shape) => shape.parent_id === group.id)).toHaveLength(3);
    driver.press('Escape').click([250, 30]);
    expect(driver.editor.selection).toEqual([group.id]);
    driver.drag([250, 30], [260, 50]);
    for (const [i, id] of ids(driver).entries()) expect(driver.editor.scene.pageBounds(id)).toMatchObject({ x: i * 200 + 10, y: 20 });
    driver.doubleClick([260, 50]);
    expect(driver.editor.selection).toEqual([ids(driver)[1]]);
    driver.drag([260, 50], [260, 150]);
    expect(driver.editor.scene.pageBounds(ids(driver)[0] ?? '')).toMatchObject({ x: 10, y: 20 });
    expect(driver.editor.scene.pageBounds(group.id)).toEqual({ x: 10, y: 20, w: 500, h: 160 });
    driver.click([700, 700]).click([60, 50]);
    expect(driver.editor.selection).toEqual([group.id]);
    driver.press('mod+shift+g');
    expect(driver.editor.document.shapes.has(group.id)).toBe(false);
    driver.press('Escape').drag([60, 50], [60, 350]);
    expect(driver.editor.scene.pageBounds(ids(driver)[2] ?? '')).toMatchObject({ x: 410, y: 20 });
  });

  it('puts groups into a group, and enters one level at a time [F178]', () => {
    const driver = boxes([0, 0], [200, 0], [400, 0], [600, 0]);
    const [a = '', b = '', c = '', d = ''] = ids(driver);
    driver.editor.select([a, b]);
    driver.press('mod+g');
    driver.editor.select([c, d]);
    driver.press('mod+g').press('mod+a').press('mod+g');
    const outer = driver.shape('group');
    expect(driver.editor.scene.children(outer.id).map((shape) => shape.type)).toEqual(['group', 'group']);
    driver.press('Escape').doubleClick([50, 30]);
    expect(driver.editor.selection).toEqual([driver.editor.scene.parent(a)]);
    driver.doubleClick([50, 30]);
    expect(driver.editor.selection).toEqual([a]);
    driver.click([300, 500]).click([50, 30]);
    expect(driver.editor.selection).toEqual([outer.id]);
  });

  it('removes a group with its last member', () => {
    const driver = boxes([0, 0], [200, 0]).press('mod+a').press('mod+g');
    driver.editor.deleteShapes(ids(driver));
    expect(driver.shapes).toEqual([]);
    driver.editor.undo();
    expect(driver.shapes).toHaveLength(3);
  });

  it('locks what it moves not, and frees it again [F221]', () => {
    const driver = boxes([100, 100]).click([150, 130]).press('mod+l');
    driver.drag([150, 130], [300, 300]);
    expect(driver.editor.overlay.grips).toEqual([]);
    expect(driver.shape('rectangle')).toMatchObject({ x: 100, y: 100, locked: true });
    driver.press('Delete');
    expect(driver.shapes).toHaveLength(1);
    driver.click([150, 130]).press('mod+l').drag([150, 130], [250, 230]);
    expect(driver.shape('rectangle')).toMatchObject({ x: 200, y: 200 });
  });

  it('travels between shapes with Tab and nudges with the arrow keys', () => {
    const driver = boxes([300, 0], [0, 0], [0, 200]);
    const [right, left, below] = ids(driver);
    const visited = [1, 2, 3, 4].map(() => driver.press('Tab').editor.selection[0]);
    expect(visited).toEqual([left, right, below, left]);
    driver.press('ArrowRight').press('shift+ArrowDown');
    expect(driver.get(left ?? '')).toMatchObject({ x: 1, y: 10 });
  });

  it('snaps to sides and middles of others and shows the guide [F217]', () => {
    const driver = boxes([100, 100], [300, 300]);
    driver.editor.changeSettings({ snapToShapes: true });
    driver.dragTo([350, 330], [154, 330]);
    expect(driver.editor.snapLines.length).toBeGreaterThan(0);
    driver.up();
    expect(driver.shape('rectangle', 1)).toMatchObject({ x: 100, y: 300 });
    expect(driver.editor.snapLines).toEqual([]);
    driver.drag([150, 330], [300, 133]);
    expect(driver.shape('rectangle', 1).y).toBe(100);
  });

  it('drops into and out of a frame, staying in place, and moves an inner frame alone [F228][F231]', () => {
    const driver = drive().press('f').drag([300, 100], [700, 500]).press('r').drag([50, 50], [150, 110]);
    const frame = driver.shape('frame');
    driver.dragTo([100, 80], [400, 200]);
    expect(driver.editor.overlay.target).toBe(frame.id);
    driver.up();
    expect(driver.shape('rectangle')).toMatchObject({ parent_id: frame.id, x: 50, y: 70 });
    driver.drag([400, 200], [100, 80]);
    expect(driver.shape('rectangle')).toMatchObject({ parent_id: null, x: 50, y: 50 });
    driver.editor.undo();
    expect(driver.shape('rectangle')).toMatchObject({ parent_id: frame.id, x: 50, y: 70 });
    driver.press('f').drag([350, 300], [450, 400]);
    const inner = driver.shape('frame');
    expect(inner.parent_id).toBe(frame.id);
    driver.click([380, 300]).drag([380, 300], [400, 310]);
    expect(driver.shape('frame', 0)).toMatchObject({ x: 300, y: 100 });
    expect(driver.shape('frame', 1)).toMatchObject({ x: 70, y: 210 });
  });

  it('keeps a locked frame in place while its contents can be moved [F233]', () => {
    const driver = drive().press('f').drag([100, 100], [500, 400]).press('r').drag([150, 150], [250, 200]);
    driver.click([200, 100]).press('mod+l').drag([200, 100], [250, 150]);
    expect(driver.shape('frame')).toMatchObject({ x: 100, y: 100 });
    driver.drag([200, 180], [210, 190]);
    expect(driver.shape('rectangle')).toMatchObject({ x: 60, y: 60 });
  });

  it('edits nothing read-only, yet pans and selects', () => {
    const driver = boxes([100, 100]);
    driver.editor.readOnly = true;
    driver.drag([150, 130], [250, 230]).press('r').drag([300, 300], [400, 400]).press('Delete').press('mod+z');
    driver.click([150, 130]);
    expect(driver.shapes).toMatchObject([{ x: 100, y: 100 }]);
    expect(driver.editor.selection).toHaveLength(1);
    expect(driver.editor.tool).toBe('select');
  });

  it('points into shapes that are seen very small, though a line passes near', () => {
    const driver = drive().press('r').drag([100, 100], [200, 160]).press('r').drag([300, 100], [400, 160]);
    const [right = ''] = driver.editor.selection;
    driver.press('a').drag([150, 130], [350, 130]).press('Escape');
    driver.editor.setCamera({ x: 0, y: 0, zoom: 0.1 });
    driver.click([39, 13]);
    expect(driver.editor.selection).toEqual([right]);
    driver.press('Escape').click([25, 13]);
    expect(driver.editor.selection.map((id) => driver.get(id).type)).toEqual(['arrow']);
  });
});
