import type { DrawItem } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { drawScene } from './draw-scene.ts';
import { raisedOver } from './raised-over.ts';
import { type Driver, drive } from './testing/driver.ts';

/** A frame of 400 x 300 at (100, 100) with a box of 100 x 60 at (200, 200) in it. */
const framed = () => drive().press('f').drag([100, 100], [500, 400]).press('r').drag([200, 200], [300, 260]).press('Escape');

const foldButton = { x: 482, y: 119 } as const;

function clips(items: readonly DrawItem[]): DrawItem[] {
  return items.flatMap((item) => (item.kind === 'group' ? [...(item.clip ? [item] : []), ...clips(item.items)] : []));
}

const drawn = ({ editor }: Driver) => drawScene(editor.scene, editor.drawContext);

describe('frames', () => {
  it('let a shape that is dragged over them be seen, also one that lies below them', () => {
    const driver = drive().press('r').drag([600, 200], [700, 260]).press('f').drag([100, 100], [500, 400]).press('Escape');
    const { editor } = driver;
    const [box, frame] = [driver.shape('rectangle').id, driver.shape('frame').id];
    const seen = () => raisedOver(editor.scene, editor.scene.inPaintOrder([box, frame]), new Set([box]), editor.gesture.target);
    driver.dragTo([650, 230], [560, 230]);
    expect(seen()).toEqual([box, frame]);
    driver.move([300, 230]);
    expect(seen()).toEqual([frame, box]);
    driver.up();
    expect(driver.get(box).parent_id).toBe(frame);
    expect(editor.scene.inPaintOrder([box, frame])).toEqual([frame, box]);
  });

  it('let go of what keys move beside them, in one step with the move that does it', () => {
    const driver = framed();
    const [box, frame] = [driver.shape('rectangle').id, driver.shape('frame').id];
    driver.editor.select([box]);
    for (let n = 0; n < 29; n += 1) driver.press('shift+ArrowRight');
    expect(driver.get(box)).toMatchObject({ parent_id: frame });
    const before = driver.editor.scene.pageBounds(box);
    driver.press('shift+ArrowRight').press('shift+ArrowRight');
    expect(driver.get(box).parent_id).toBe(null);
    expect(driver.editor.scene.pageBounds(box)).toEqual({ ...before, x: (before?.x ?? 0) + 20 });
    driver.editor.undo();
    expect(driver.get(box)).toMatchObject({ parent_id: frame });
    expect(driver.editor.scene.pageBounds(box)?.x).toBe(500);
  });

  it('takes a title by a double click on the heading, and makes a text elsewhere in it [F229]', () => {
    const driver = framed().doubleClick([180, 119]);
    expect(driver.editor.editing).toMatchObject({ shape_id: driver.shape('frame').id });
    driver.type('Backend Services').press('Escape');
    expect(driver.shape('frame').text).toBe('Backend Services');
    driver.doubleClick([400, 350]).type('Note').press('Escape');
    expect(driver.shape('text')).toMatchObject({ parent_id: driver.shape('frame').id, text: 'Note' });
    expect(driver.shape('frame').text).toBe('Backend Services');
  });

  it('folds to its heading by its button, and unfolds to what it was [F232]', () => {
    const driver = framed();
    const { scene } = driver.editor;
    const before = driver.shapes;
    driver.move([400, 300]);
    expect(driver.editor.overlay.folds).toEqual([{ box: { x: 474, y: 111, w: 16, h: 16 }, folded: false }]);
    driver.click([foldButton.x, foldButton.y]);
    const frame = driver.shape('frame');
    expect(frame).toMatchObject({ collapsed: true, w: 400, h: 300 });
    expect(scene.pageBounds(frame.id)).toEqual({ x: 100, y: 100, w: 400, h: 38 });
    expect(drawn(driver)).toHaveLength(1);
    driver.click([250, 230]);
    expect(driver.editor.selection).toEqual([]);
    driver.click([foldButton.x, foldButton.y]);
    expect(driver.shapes).toEqual(before);
    expect(drawn(driver)).toHaveLength(2);
  });

  it('folds by command what is selected, or what of it lies inside, as one undo step', () => {
    const driver = framed().click([150, 350]).run('toggle_collapsed');
    expect(driver.shape('frame').collapsed).toBe(true);
    driver.editor.select([driver.shape('rectangle').id, driver.shape('frame').id]);
    driver.run('toggle_collapsed');
    expect(driver.shape('frame').collapsed).toBeUndefined();
    driver.press('mod+z').press('mod+z');
    expect(driver.shape('frame').collapsed).toBeUndefined();
  });

  it('ends arrows to what is folded away at the frame, and hides those inside it', () => {
    const driver = framed().press('r').drag([700, 200], [800, 260]).press('r').drag([350, 200], [450, 260]);
    const { scene, document } = driver.editor;
    driver.press('a').drag([250, 230], [750, 230]).press('a').drag([250, 240], [400, 240]);
    const [out, within] = [...document.shapes.values()].filter((shape) => shape.type === 'arrow').map(({ id }) => id);
    driver.editor.updateShapes([{ id: within ?? '', change: { parent_id: null, x: 0, y: 0 } }]);
    expect(drawn(driver)).toHaveLength(6);
    driver.editor.select([driver.shape('frame').id]);
    driver.run('toggle_collapsed');
    expect(scene.pageBounds(out ?? '')?.y).toBeCloseTo(138, -1);
    expect(drawn(driver)).toHaveLength(3);
    driver.drag([200, 119], [200, 519]);
    expect(scene.pageBounds(out ?? '')?.y).toBeGreaterThan(230);
    expect(document.shapes.get(out ?? '')?.start?.shape_id).toBe(driver.shape('rectangle', 0).id);
  });

  it('spreads the arrows that are seen to join it, folded, with one shape, whatever in it they end at', () => {
    const driver = framed().press('r').drag([700, 150], [800, 350]).press('Escape');
    driver.press('a').drag([300, 230], [700, 250]).press('Escape').click([foldButton.x, foldButton.y]);
    const { editor } = driver;
    const first = editor.scene.inPaintOrder([...editor.document.shapes.keys()]).find((id) => driver.get(id).type === 'arrow') ?? '';
    const alone = editor.scene.pageBounds(first);
    driver.press('Escape').press('a').drag([500, 119], [700, 200]).press('Escape');
    const beside = editor.scene.pageBounds(first);
    expect(beside).not.toEqual(alone);
    editor.undo();
    expect(editor.scene.pageBounds(first)).toEqual(alone);
  });

  it('takes nothing in while folded, and is not resized', () => {
    const driver = framed().click([150, 350]).run('toggle_collapsed');
    expect(driver.editor.overlay.grips.filter(({ kind }) => kind === 'resize')).toEqual([]);
    driver.press('r').drag([600, 100], [640, 120]).drag([620, 110], [300, 119]);
    expect(driver.shape('rectangle').parent_id).toBeNull();
  });

  it('cuts off what sticks out, for the eye and for the pointer, but no arrow that leaves it', () => {
    const driver = framed();
    expect(clips(drawn(driver))).toEqual([]);
    driver.editor.updateShapes([{ id: driver.shape('rectangle').id, change: { x: 350 } }]);
    expect(clips(drawn(driver))).toHaveLength(1);
    driver.click([480, 230]);
    expect(driver.editor.selection).toEqual([driver.shape('rectangle').id]);
    driver.press('Escape').click([530, 230]);
    expect(driver.editor.selection).toEqual([]);
    driver.press('r').drag([700, 500], [800, 560]).press('a').drag([480, 230], [750, 530]);
    driver.editor.updateShapes([{ id: driver.shape('arrow').id, change: { parent_id: driver.shape('frame').id } }]);
    expect(clips(drawn(driver))).toHaveLength(1);
    const clipped = clips(drawn(driver)).flatMap((item) => (item.kind === 'group' ? item.items : []));
    expect(clipped).toHaveLength(1);
  });

  it('takes in what it is drawn around', () => {
    const driver = drive().press('r').drag([200, 200], [300, 260]).press('r').drag([450, 200], [550, 260]);
    driver.press('f').drag([100, 100], [500, 400]);
    const frame = driver.shape('frame');
    expect(driver.shape('rectangle', 0)).toMatchObject({ parent_id: frame.id, x: 100, y: 100 });
    expect(driver.shape('rectangle', 1)).toMatchObject({ parent_id: null, x: 450 });
    driver.press('mod+z');
    expect(driver.shapes).toMatchObject([
      { parent_id: null, x: 200 },
      { parent_id: null, x: 450 },
    ]);
  });

  it('goes with its content, or alone', () => {
    const driver = framed().click([150, 350]).press('mod+shift+Backspace');
    expect(driver.shapes).toMatchObject([{ type: 'rectangle', parent_id: null, x: 200, y: 200 }]);
    driver.press('mod+z').click([150, 350]).press('Delete');
    expect(driver.shapes).toEqual([]);
  });

  it('fits its content, which stays in place', () => {
    const driver = framed().click([150, 350]).press('mod+alt+f');
    expect(driver.shape('frame')).toMatchObject({ x: 176, y: 162, w: 148, h: 122 });
    expect(driver.editor.scene.pageBounds(driver.shape('rectangle').id)).toEqual({ x: 200, y: 200, w: 100, h: 60 });
  });

  it('keeps a locked frame as it is, and shows the padlock [F221, F233]', () => {
    const driver = framed().click([150, 350]).press('mod+l');
    expect(driver.editor.overlay.locks).toEqual([{ box: { x: 100, y: 100, w: 400, h: 300 }, rotation: 0 }]);
    driver.drag([500, 400], [600, 500]).click([foldButton.x, foldButton.y]).doubleClick([180, 119]);
    expect(driver.editor.editing).toBeNull();
    expect(driver.shape('frame')).toMatchObject({ x: 100, y: 100, w: 400, h: 300 });
    expect(driver.shape('frame').collapsed).toBeUndefined();
    driver.press('Escape').drag([250, 230], [260, 240]);
    expect(driver.shape('rectangle')).toMatchObject({ x: 110, y: 110 });
    driver.press('Escape').move([400, 350]);
    expect(driver.editor.overlay.locks).toHaveLength(1);
    driver.click([150, 350]).press('mod+l').drag([500, 400], [520, 420]);
    expect(driver.shape('frame')).toMatchObject({ w: 420, h: 320 });
    expect(driver.editor.overlay.locks).toEqual([]);
  });
});
