import type { Shape } from '@autograph/document';
import { describe, expect, it } from 'vitest';
import { drawScene } from './draw-scene.ts';
import { hitTest } from './hit-test.ts';
import { type Driver, drive } from './testing/driver.ts';

/** Two boxes joined by an arrow, then a frame drawn around each. */
function framedEnds(): Driver {
  const driver = drive().press('r').drag([100, 100], [200, 160]).press('r').drag([500, 100], [600, 160]);
  driver.press('a').drag([150, 130], [550, 130]);
  driver.press('f').drag([60, 40], [240, 220]).press('f').drag([460, 40], [640, 220]);
  return driver;
}

const kinds = (driver: Driver) => driver.editor.scene.query({ x: 0, y: 0, w: 800, h: 600 }).map((id) => driver.get(id).type);
/** Where each shape's drawing starts on the page, in the order of an export. */
const exported = ({ editor }: Driver) =>
  drawScene(editor.scene, editor.drawContext).map((item) => (item.kind === 'group' ? [item.dx, item.dy] : []));
const place = ({ x, y }: Shape) => [x, y];

describe('a connector between shapes in different frames', () => {
  it('is painted above the frames of its ends, on the board and in exports', () => {
    const driver = framedEnds();
    expect(kinds(driver)).toEqual(['frame', 'rectangle', 'frame', 'rectangle', 'arrow']);
    expect(exported(driver)).toHaveLength(5);
    expect(exported(driver).at(-1)).toEqual(place(driver.shape('arrow')));
  });

  it('is hit where it lies on a frame', () => {
    const driver = framedEnds();
    const { scene } = driver.editor;
    expect(hitTest(scene, { x: 220, y: 130 }, 2)).toBe(driver.shape('arrow').id);
    expect(hitTest(scene, { x: 480, y: 130 }, 2)).toBe(driver.shape('arrow').id);
    expect(hitTest(scene, { x: 480, y: 200 }, 2)).toBe(driver.shape('frame').id);
  });

  it('stays below what lies above those frames', () => {
    const driver = framedEnds().press('o').drag([320, 100], [380, 160]);
    expect(kinds(driver).slice(-2)).toEqual(['arrow', 'ellipse']);
    const cover = driver.shape('ellipse');
    expect(hitTest(driver.editor.scene, { x: 350, y: 130 }, 2)).toBe(cover.id);
    driver.editor.updateShapes([{ id: driver.shape('arrow').id, change: { index: 'b00' } }]);
    expect(kinds(driver).at(-1)).toBe('arrow');
  });

  it('is drawn alone, without the frames', () => {
    const driver = framedEnds();
    const { scene, drawContext } = driver.editor;
    expect(drawScene(scene, drawContext, { ids: [driver.shape('arrow').id] })).toHaveLength(1);
    expect(drawScene(scene, drawContext, { except: new Set([driver.shape('frame', 0).id, driver.shape('frame').id]) })).toHaveLength(1);
  });

  it('leaves the frame that it lies in to be above the other one', () => {
    const driver = drive().press('f').drag([60, 40], [240, 220]).press('f').drag([460, 40], [640, 220]);
    driver.press('r').drag([100, 100], [200, 160]).press('r').drag([500, 100], [600, 160]);
    const [first, second] = [driver.shape('frame', 0), driver.shape('frame')];
    driver.press('a').drag([150, 130], [550, 130]);
    const arrow = driver.shape('arrow');
    driver.editor.updateShapes([{ id: arrow.id, change: { parent_id: first.id, x: 0, y: 0, start: arrow.start, end: arrow.end } }]);
    expect(driver.editor.scene.parent(arrow.id)).toBe(first.id);
    expect(kinds(driver).at(-1)).toBe('arrow');
    expect(exported(driver)).toHaveLength(5);
    expect(driver.editor.scene.paintedOver(arrow.id)).toBe(second.id);
  });
});

it('a connector within one frame keeps its place among what lies there', () => {
  const driver = drive().press('f').drag([60, 40], [640, 220]).press('r').drag([100, 100], [200, 160]);
  driver.press('r').drag([500, 100], [600, 160]).press('a').drag([150, 130], [550, 130]);
  driver.press('o').drag([300, 100], [400, 160]);
  expect(kinds(driver)).toEqual(['frame', 'rectangle', 'rectangle', 'arrow', 'ellipse']);
});
