import { type Box, boxContainsBox } from '@autograph/geometry';
import { describe, expect, it } from 'vitest';
import { drawScene } from './draw-scene.ts';
import { drive, testEditor } from './testing/driver.ts';

const noKeys = { shift: false, alt: false, mod: false };

describe('the camera', () => {
  it('pans with the wheel and zooms about the pointer, from 10 % to 400 % [F162][F213]', () => {
    const { editor } = drive().wheel([0, 0], [30, 50]);
    expect(editor.camera).toEqual({ x: 30, y: 50, zoom: 1 });
    expect(drive().press(' ').drag([100, 100], [70, 50]).editor.camera).toEqual({ x: 30, y: 50, zoom: 1 });
    const driver = drive();
    const before = driver.editor.toPage({ x: 300, y: 200 });
    driver.wheel([300, 200], [0, -100], { mod: true });
    expect(driver.editor.camera.zoom).toBeGreaterThan(1.1);
    expect(driver.editor.toPage({ x: 300, y: 200 }).x).toBeCloseTo(before.x);
    for (let i = 0; i < 50; i++) driver.wheel([300, 200], [0, -100], { mod: true });
    expect(driver.editor.camera.zoom).toBe(4);
    for (let i = 0; i < 90; i++) driver.wheel([300, 200], [0, 100], { mod: true });
    expect(driver.editor.camera.zoom).toBe(0.1);
  });

  it('goes farther out than 10 % only where the board is too large to be seen as a whole, and no farther than that', () => {
    const driver = drive().press('r').drag([0, 0], [100, 100]);
    const { editor } = driver;
    const [id = ''] = editor.selection;
    editor.updateShapes([{ id, change: { w: 40_000 } }]);
    driver.run('zoom_fit');
    const fit = editor.camera.zoom;
    expect(fit).toBeLessThan(0.1);
    expect(boxContainsBox(editor.visible, { x: 0, y: 0, w: 40_000, h: 100 })).toBe(true);
    driver.wheel([300, 200], [0, 100], { mod: true });
    expect(editor.camera.zoom).toBe(fit);
    for (let i = 0; i < 40; i++) driver.wheel([300, 200], [0, -100], { mod: true });
    for (let i = 0; i < 90; i++) driver.wheel([300, 200], [0, 100], { mod: true });
    expect(editor.camera.zoom).toBeCloseTo(fit);
    editor.updateShapes([{ id, change: { w: 2_000_000 } }]);
    driver.run('zoom_fit');
    expect(editor.camera.zoom).toBe(0.01);
  });

  it('zooms with a pinch and pans with two fingers [F214][F225]', () => {
    const { editor } = drive().input({ kind: 'pinch', at: { x: 100, y: 100 }, scale: 1.5, pan: { x: 0, y: 0 } });
    expect(editor.camera.zoom).toBe(1.5);
    const other = drive().input({ kind: 'pinch', at: { x: 100, y: 100 }, scale: 1, pan: { x: 20, y: 30 } }).editor;
    expect(other.camera).toEqual({ x: -20, y: -30, zoom: 1 });
  });

  it('slides while space is down, whatever the tool [F212]', () => {
    const driver = drive().press('r').press(' ');
    expect(driver.editor.cursor).toBe('grab');
    driver.drag([100, 100], [150, 120]).keyUp(' ');
    expect(driver.editor.camera).toMatchObject({ x: -50, y: -20 });
    expect(driver.shapes).toEqual([]);
    expect(driver.editor.cursor).toBe('crosshair');
  });

  it('slides no longer once the keyboard is elsewhere, where space comes up unseen', () => {
    const driver = drive().press('r').press(' ');
    driver.input({ kind: 'keys_lost' });
    expect(driver.editor.cursor).toBe('crosshair');
    driver.drag([100, 100], [150, 120]);
    expect(driver.editor.camera).toMatchObject({ x: 0, y: 0 });
    expect(driver.shapes).toHaveLength(1);
  });

  it('slides with the hand tool and selects nothing [F258]', () => {
    const driver = drive().press('r').drag([100, 100], [200, 200]).press('Escape').press('h').drag([150, 150], [250, 150]);
    expect(driver.editor.camera.x).toBe(-100);
    expect(driver.editor.selection).toEqual([]);
    expect(driver.shapes).toMatchObject([{ x: 100 }]);
    expect(driver.press('v').editor.tool).toBe('select');
  });

  const centre = ({ x, y, w, h }: Box) => ({ x: x + w / 2, y: y + h / 2 });

  it('brings all shapes into view, and enlarges a single one no further than 400 % [F255]', () => {
    const driver = drive();
    for (const [x, y] of [
      [0, 0],
      [1500, 200],
      [-700, 900],
    ] as const) {
      driver.editor.setCamera({ x, y, zoom: 1 });
      driver.press('r').drag([0, 0], [100, 100]);
    }
    const { editor } = driver;
    editor.setCamera({ x: 4000, y: 3000, zoom: 2 });
    driver.press('shift+1');
    for (const shape of driver.shapes)
      expect(boxContainsBox(editor.visible, editor.scene.pageBounds(shape.id) ?? { x: 0, y: 0, w: 1e9, h: 1e9 })).toBe(true);

    const single = drive().press('r').drag([0, 0], [30, 20]);
    for (const command of ['zoom_fit', 'zoom_selection']) {
      single.run(command);
      expect(single.editor.camera.zoom).toBeGreaterThanOrEqual(0.1);
      expect(single.editor.camera.zoom).toBeLessThanOrEqual(4);
    }
  });

  it('centres the selection and lets it fill the view [F256]', () => {
    const driver = drive();
    for (let i = 0; i < 10; i++) driver.press('r').drag([i * 200, i * 150], [i * 200 + 100, i * 150 + 100]);
    const { editor } = driver;
    const two = driver.shapes.slice(0, 2).map(({ id }) => id);
    editor.select(two);
    driver.press('shift+2');
    const joint = { x: 0, y: 0, w: 300, h: 250 };
    expect(boxContainsBox(editor.visible, joint)).toBe(true);
    expect(centre(editor.visible).x).toBeCloseTo(centre(joint).x, 5);
    expect(centre(editor.visible).y).toBeCloseTo(centre(joint).y, 5);
    expect(Math.max(joint.w / editor.visible.w, joint.h / editor.visible.h)).toBeGreaterThan(0.7);
  });

  it('goes back to 100 %, the board in the middle; of a large board the middle of the view stays [F257]', () => {
    const driver = drive().press('r').drag([0, 0], [100, 100]);
    const { editor } = driver;
    editor.setCamera({ x: 4000, y: 3000, zoom: 2.5 });
    driver.press('mod+0');
    expect(editor.camera.zoom).toBe(1);
    expect(centre(editor.visible)).toEqual({ x: 50, y: 50 });
    editor.updateShapes([{ id: driver.shape('rectangle').id, change: { w: 40_000 } }]);
    editor.setCamera({ x: 4000, y: 0, zoom: 2.5 });
    const middle = centre(editor.visible);
    driver.press('mod+0');
    expect(editor.camera.zoom).toBe(1);
    expect(centre(editor.visible).x).toBeCloseTo(middle.x, 5);
  });

  it('reaches any place, negative ones too, also of what was drawn before [F254]', () => {
    const driver = drive();
    const places = [
      [0, 0],
      [5000, 5000],
      [-60_000, 50_000],
    ] as const;
    for (const [x, y] of places) {
      driver.wheel([0, 0], [x - driver.editor.camera.x, y - driver.editor.camera.y]);
      driver.press('r').drag([10, 10], [110, 60]);
    }
    const opened = drive(testEditor({ document: driver.editor.document }));
    for (const [x, y] of places) {
      opened.wheel([0, 0], [x - opened.editor.camera.x, y - opened.editor.camera.y]);
      expect(opened.editor.camera).toEqual({ x, y, zoom: 1 });
      const [found = '', ...others] = opened.editor.scene.query(opened.editor.visible);
      expect(others).toEqual([]);
      expect(opened.get(found)).toMatchObject({ x: x + 10, y: y + 10 });
    }
  });

  it('shows and hides the grid with G', () => {
    const driver = drive().press('g');
    expect(driver.editor.settings.grid).toBe(true);
    expect(driver.press('g').editor.settings.grid).toBe(false);
  });

  it('tells keys that mean something from those that do not', () => {
    const { editor } = drive();
    const key = (key: string) => editor.input({ kind: 'key_down', key, code: key, repeat: false, modifiers: noKeys });
    expect([key('r'), key('F7'), key('ArrowLeft')]).toEqual([true, false, false]);
  });
});

describe('drawScene', () => {
  const board = () =>
    drive().press('f').drag([100, 100], [500, 400]).press('r').drag([450, 150], [550, 200]).press('o').drag([600, 600], [700, 650]);

  it('lists shapes in paint order at their place, with frames cutting off and fading what they hold', () => {
    const driver = board();
    driver.editor.updateShapes([{ id: driver.shape('frame').id, change: { opacity: 0.5 } }]);
    const list = drawScene(driver.editor.scene, driver.editor.drawContext);
    expect(list).toMatchObject([
      { kind: 'group', dx: 100, dy: 100 },
      { kind: 'group', opacity: 0.5, clip: [['M', 100, 100], {}, {}, {}, {}], items: [{ kind: 'group', dx: 450, dy: 150 }] },
      { kind: 'group', dx: 600, dy: 600 },
    ]);
  });

  it('fades a shape by its own opacity, to nothing at 0 [F250]', () => {
    const driver = drive().press('r').drag([0, 0], [100, 100]);
    const painted = (opacity: number) => {
      driver.editor.updateShapes([{ id: driver.shape('rectangle').id, change: { opacity } }]);
      return drawScene(driver.editor.scene, driver.editor.drawContext)[0];
    };
    expect(painted(1)).not.toHaveProperty('opacity');
    expect(painted(0.5)).toHaveProperty('opacity', 0.5);
    expect(painted(0)).toHaveProperty('opacity', 0);
  });

  it('leaves out the hidden with all they contain, and what lies outside of the box asked for', () => {
    const driver = board();
    const { scene, drawContext } = driver.editor;
    expect(drawScene(scene, drawContext, { box: { x: 0, y: 0, w: 90, h: 90 } })).toEqual([]);
    expect(drawScene(scene, drawContext, { box: { x: 590, y: 590, w: 20, h: 20 } })).toHaveLength(1);
    expect(drawScene(scene, drawContext, { ids: [driver.shape('rectangle').id] })).toHaveLength(1);
    driver.editor.updateShapes([{ id: driver.shape('frame').id, change: { hidden: true } }]);
    expect(drawScene(scene, drawContext)).toHaveLength(1);
  });

  it('turns rotated shapes about their centre and shows unknown kinds as a box', () => {
    const driver = board();
    driver.editor.updateShapes([{ id: driver.shape('ellipse').id, change: { rotation: 30, type: 'mystery' } }]);
    expect(drawScene(driver.editor.scene, driver.editor.drawContext).at(-1)).toMatchObject({
      rotation: 30,
      cx: 50,
      cy: 25,
      items: [{ kind: 'path' }],
    });
  });
});
