import { boxesIntersect } from '@autograph/geometry';
import { describe, expect, it } from 'vitest';
import { boxInView } from './camera.ts';
import { followGrowth } from './follow-growth.ts';
import { insertShape } from './insert-shape.ts';
import { type Driver, drive } from './testing/driver.ts';

/** A view of 1024 x 768 px; what a panel at its right covers. */
const panel = { x: 744, y: 56, w: 268, h: 600 };

/** Where the selected shape is seen, viewport px. */
function seen({ editor }: Driver) {
  const box = editor.scene.pageBounds(editor.selection[0] ?? '');
  if (!box) throw new Error('Nothing is selected.');
  return boxInView(editor.camera, box);
}

describe('a panel beside the board', () => {
  it('does not cover what has just been drawn, also when it opens for it, once the pointer has left the board', () => {
    const driver = drive().press('r').drag([800, 100], [900, 160]);
    driver.editor.setCover(panel);
    expect(driver.editor.camera).toEqual({ x: 0, y: 0, zoom: 1 });
    driver.editor.pointerLeft();
    expect(seen(driver)).toEqual({ x: 620, y: 100, w: 100, h: 60 });
    driver.editor.setCover(null);
    driver.editor.setCover(panel);
    expect(seen(driver).x).toBe(620);
  });

  it('moves nothing under the pointer: not while one draws on, and not what is clicked there next', () => {
    const driver = drive().press('r').drag([700, 100], [900, 160]);
    driver.editor.setCover(panel);
    driver.move([500, 300]).press('r').drag([650, 300], [850, 360]);
    expect(driver.editor.camera).toEqual({ x: 0, y: 0, zoom: 1 });
    driver.click([660, 310]);
    driver.editor.pointerLeft();
    expect(driver.editor.camera).toEqual({ x: 0, y: 0, zoom: 1 });
  });

  it('does not cover a text once something is typed in it', () => {
    const driver = drive().press('r').drag([700, 100], [900, 160]);
    driver.editor.setCover(panel);
    driver.doubleClick([720, 130]);
    expect(driver.editor.camera.x).toBe(0);
    driver.type('A');
    expect(seen(driver).x + seen(driver).w).toBeLessThan(panel.x);
  });

  it('does not cover connected, inserted, pasted and travelled shapes', () => {
    const driver = drive().press('r').drag([500, 100], [620, 160]);
    driver.editor.setCover(panel);
    driver.press('mod+ArrowRight').press('mod+ArrowRight').press('Escape');
    expect(seen(driver).x + seen(driver).w).toBeLessThan(panel.x);
    insertShape(driver.editor, 'ellipse', {}, driver.editor.toPage({ x: 800, y: 300 }));
    expect(boxesIntersect(seen(driver), panel)).toBe(false);
    driver.editor.paste('Words', driver.editor.toPage({ x: 800, y: 400 }));
    expect(boxesIntersect(seen(driver), panel)).toBe(false);
    for (let i = 0; i < 6; i++) {
      driver.press('Tab');
      expect(boxesIntersect(seen(driver), panel)).toBe(false);
    }
  });

  it('lets the board rest while something is dragged, and clears what was dropped under it', () => {
    const driver = drive().press('r').drag([500, 100], [600, 160]);
    driver.editor.setCover(panel);
    driver.dragTo([550, 130], [850, 230]);
    driver.editor.setCover({ ...panel, h: 500 });
    expect(driver.editor.camera.x).toBe(0);
    driver.up();
    expect(driver.editor.camera.x).toBe(0);
    driver.editor.pointerLeft();
    expect(seen(driver)).toMatchObject({ x: 620, y: 200 });
  });

  it('stays over what was clicked, and over what the person has moved there', () => {
    const driver = drive().press('r').drag([600, 100], [700, 160]).press('Escape').wheel([400, 400], [-200, 0]);
    driver.editor.setCover(panel);
    driver.click([850, 130]);
    driver.editor.setCover({ ...panel, h: 500 });
    expect(driver.editor.camera.x).toBe(-200);
    driver.press('r').drag([100, 300], [200, 360]).wheel([400, 400], [-700, 0]);
    driver.editor.setCover(panel);
    expect(driver.editor.camera.x).toBe(-900);
  });

  it('leaves the rest of the view to what is fitted into it', () => {
    const driver = drive().press('r').drag([0, 0], [2000, 900]);
    driver.editor.setCover(panel);
    driver.run('zoom_selection');
    expect(seen(driver).x).toBeGreaterThan(0);
    expect(seen(driver).x + seen(driver).w).toBeLessThan(panel.x);
    driver.editor.setCover({ ...panel, x: 600 });
    expect(seen(driver).x + seen(driver).w).toBeLessThan(600);
  });
});

describe('another size of the view', () => {
  it('keeps its middle where it is, once it has been measured', () => {
    const { editor } = drive();
    editor.setViewport({ w: 600, h: 700 });
    expect(editor.camera).toEqual({ x: 0, y: 0, zoom: 1 });
    editor.setCamera({ x: 100, y: 100, zoom: 2 });
    const middle = editor.toPage({ x: 300, y: 350 });
    editor.setViewport({ w: 1200, h: 500 });
    expect(editor.toPage({ x: 600, y: 250 })).toEqual(middle);
  });

  it('keeps a board in view that was, smaller if need be, and shows it as before when a panel has gone again', () => {
    const driver = drive();
    const { editor } = driver;
    editor.setViewport({ w: 1200, h: 800 });
    driver.press('r').drag([40, 100], [640, 400]);
    editor.setCamera({ x: 0, y: 0, zoom: 1 });
    editor.setViewport({ w: 800, h: 800 });
    expect(editor.camera.zoom).toBe(1);
    expect(seen(driver).x).toBeGreaterThan(0);
    editor.setViewport({ w: 390, h: 800 });
    expect(editor.camera.zoom).toBeLessThan(1);
    expect(seen(driver).x + seen(driver).w).toBeLessThan(390);
    editor.setViewport({ w: 1200, h: 800 });
    expect(editor.camera).toEqual({ x: 0, y: 0, zoom: 1 });
  });

  it('leaves what is seen where it is in the window when a panel comes or goes at the left or the top', () => {
    const driver = drive();
    const { editor } = driver;
    editor.setViewport({ w: 1200, h: 800 }, { x: 0, y: 48 });
    const boards: readonly (readonly [[number, number], [number, number]])[] = [
      [
        [400, 100],
        [700, 400],
      ],
      [
        [-300, 100],
        [1900, 400],
      ],
    ];
    for (const [from, to] of boards) {
      driver.press('r').drag(from, to).press('Escape');
      const before = editor.camera;
      editor.setViewport({ w: 960, h: 800 }, { x: 240, y: 48 });
      expect(editor.camera).toEqual({ x: 240, y: 0, zoom: 1 });
      editor.setViewport({ w: 1200, h: 848 }, { x: 0, y: 0 });
      expect(editor.camera).toEqual({ x: 0, y: -48, zoom: 1 });
      editor.setViewport({ w: 1200, h: 800 }, { x: 0, y: 48 });
      expect(editor.camera).toEqual(before);
    }
  });

  it('cuts nothing off at the left of a board that is larger than the view', () => {
    const driver = drive();
    const { editor } = driver;
    editor.setViewport({ w: 1200, h: 800 });
    driver.press('r').drag([40, 100], [1190, 400]).press('Escape');
    driver.press('r').drag([300, 500], [1190, 790]).press('Escape');
    editor.setCamera({ x: 30, y: 110, zoom: 1 });
    editor.setViewport({ w: 800, h: 800 });
    expect(editor.camera).toEqual({ x: 30, y: 110, zoom: 1 });
  });
});

describe('a diagram being typed', () => {
  /** A diagram of 300 px at the middle of the view, which is 60 px high a line when there are more than five. */
  const lines = (count: number) => Array.from({ length: count }, (_, i) => `n${i}`).join('\n');
  const typing = () => {
    const driver = drive();
    const id = driver.editor.createBlock({ language: 'toy', source: 'a', x: 300, y: 300 }) ?? '';
    const type = (source: string) => driver.editor.setBlockSource(id, source);
    return { driver, editor: driver.editor, id, type };
  };

  it('stays in view as it grows: moved a little, then seen from further away', () => {
    const { editor, id, type } = typing();
    followGrowth(editor, id);
    type(lines(8));
    const { zoom } = editor.camera;
    const places = () => editor.shows(editor.scene.pageBounds(id) ?? { x: 0, y: 0, w: 9e9, h: 0 });
    expect(places()).toBe(true);
    expect(zoom).toBe(1);
    expect(editor.camera.y).toBeGreaterThan(0);
    type(lines(20));
    expect(places()).toBe(true);
    expect(editor.camera.zoom).toBeLessThan(1);
  });

  it('is left alone once the person has moved the camera, and where it was not wholly in view', () => {
    const moved = typing();
    followGrowth(moved.editor, moved.id);
    moved.driver.wheel([400, 400], [10, 0]);
    moved.type(lines(9));
    expect(moved.editor.camera).toEqual({ x: 10, y: 0, zoom: 1 });
    const outside = typing();
    outside.editor.setCamera({ x: 350, y: 0, zoom: 1 });
    followGrowth(outside.editor, outside.id);
    outside.type(lines(9));
    expect(outside.editor.camera).toEqual({ x: 350, y: 0, zoom: 1 });
  });
});
