import { drawShape } from '@autograph/editor';
import { type Driver, drive, testEditor } from '@autograph/editor/testing/driver.ts';
import { flatten, nearestOnPath, pathMeetsBox } from '@autograph/geometry';
import { toSvg } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { shapeDefinitions } from '../registry.ts';

const board = () => drive(testEditor({ shapes: shapeDefinitions }));

/** Two rectangles, at (100, 100) and (400, 220), 100 by 60 each, and an arrow from the first to the second, selected. */
function pair(route?: string): Driver {
  const driver = board().press('r').drag([100, 100], [200, 160]).press('r').drag([400, 220], [500, 280]);
  if (route) driver.editor.setNextStyle({ route: route === 'curved' ? 'curved' : 'orthogonal' });
  return driver.press('a').drag([150, 130], [450, 250]);
}

function svgOf({ editor }: Driver, id: string): string {
  const shape = editor.scene.get(id);
  const item = shape && drawShape(editor.scene, shape, editor.drawContext);
  return toSvg(item ? [item] : [], { box: { x: 0, y: 0, w: 1000, h: 800 } });
}

const arrow = (driver: Driver) => driver.shape('arrow');
const wayOf = (driver: Driver) => driver.editor.scene.pageOutline(arrow(driver).id) ?? [];
const lettersOf = (driver: Driver) => wayOf(driver).map(([letter]) => letter);
const cornersOf = (driver: Driver) => flatten(wayOf(driver))[0]?.points ?? [];

function grip(driver: Driver, id: string): readonly [number, number] {
  const found = driver.editor.overlay.grips.find((one) => one.kind === 'shape' && one.id === id);
  if (!found) throw new Error(`There is no handle ${id}: ${driver.editor.overlay.grips.map((one) => one.id)}.`);
  return [found.at.x, found.at.y];
}

describe('an arrow on the board', () => {
  it('keeps both ends when its caption is dragged along it, selected before or not', () => {
    for (const isSelected of [true, false]) {
      const driver = pair();
      const { id, start, end } = arrow(driver);
      driver.editor.updateShapes([{ id, change: { text: 'reads from' } }]);
      if (!isSelected) driver.editor.select([]);
      driver.drag([290, 188], [340, 208]);
      expect(driver.get(id)).toMatchObject({ start, end, label_position: expect.any(Number) });
      expect(driver.editor.selection).toEqual([id]);
    }
  });

  it('stays where it was drawn beside others of its pair, and only those that would lie on each other part, within both outlines', () => {
    const driver = board().press('r').drag([200, 200], [340, 280]).press('o').drag([500, 200], [640, 280]);
    const { scene } = driver.editor;
    const heights = [215, 225, 255, 265];
    for (const y of heights) driver.press('a').drag([320, y], [530, y]);
    const ways = () =>
      [...driver.editor.document.shapes.values()].flatMap(({ id, type }) => (type === 'arrow' ? [scene.pageOutline(id) ?? []] : []));
    const endsOf = () => ways().map((way) => flatten(way)[0]?.points ?? []);
    endsOf().forEach((points, i) => {
      for (const { y } of points) expect(y).toBeCloseTo(heights[i] ?? 0, 0);
    });
    for (let i = 0; i < 4; i++) driver.press('a').drag([320, 215], [530, 215]);
    const tails = endsOf().map((points) => points[0] ?? { x: 0, y: 0 });
    const near = (id: string, points: typeof tails) => points.map((at) => nearestOnPath(scene.pageOutline(id) ?? [], at)?.distance ?? 99);
    expect(Math.max(...near(driver.shape('rectangle').id, tails))).toBeLessThan(1);
    const tips = endsOf().map((points) => points.at(-1) ?? { x: 0, y: 0 });
    expect(Math.max(...near(driver.shape('ellipse').id, tips))).toBeLessThan(6);
    const five = tails.filter((_, i) => i === 0 || i > 3).map(({ y }) => Math.round(y * 10));
    expect(new Set(five).size).toBe(5);
  });

  it('is straight with a head at its end by two clicks, bends when curved, and each style has its own dashes [F165]', () => {
    const driver = board().press('a').click([100, 100]).move([200, 100]).click([300, 100]);
    const { id } = arrow(driver);
    expect(wayOf(driver)).toEqual([
      ['M', 100, 100],
      ['L', 300, 100],
    ]);
    const paths = svgOf(driver, id).match(/<path d="[^"]+"/g) ?? [];
    expect(paths).toHaveLength(2);
    expect(paths[1]).toContain('L200 0L');
    driver.editor.updateShapes([{ id, change: { route: 'curved' } }]);
    expect(lettersOf(driver)).toEqual(['M', 'C']);
    expect(driver.editor.scene.pageBounds(id)?.h).toBeGreaterThan(20);
    const dashes = (['solid', 'dashed', 'dotted'] as const).map((stroke_style) => {
      driver.editor.updateShapes([{ id, change: { stroke_style } }]);
      return /stroke-dasharray="([^"]+)"/.exec(svgOf(driver, id))?.[1];
    });
    expect(dashes[0]).toBeUndefined();
    expect(new Set(dashes).size).toBe(3);
  });

  it('is a line between two clicks with L, in steps of 45 degrees with Shift, as thick as it is set [F166]', () => {
    const driver = board().press('l').click([100, 100]).click([300, 170]);
    expect(driver.shape('line')).toMatchObject({ start: { x: 100, y: 100 }, end: { x: 300, y: 170 } });
    driver.press('l').click([100, 300]).hold({ shift: true }).click([260, 430], { shift: true }).release();
    const { id, start, end } = driver.shape('line');
    expect((end?.x ?? 0) - (start?.x ?? 0)).toBeCloseTo((end?.y ?? 0) - (start?.y ?? 0), 1);
    driver.editor.updateShapes([{ id, change: { stroke_width: 7 } }]);
    expect(svgOf(driver, id)).toContain('stroke-width="7"');
  });

  it('bends into a curve when its middle is dragged, and smoothly on by its handles [F242]', () => {
    const driver = board().press('a').drag([100, 100], [400, 100]).drag([250, 100], [250, 180]);
    expect(arrow(driver)).toMatchObject({ route: 'curved', points: [[250, 180]] });
    expect(lettersOf(driver)).toEqual(['M', 'C', 'C']);
    const before = svgOf(driver, arrow(driver).id);
    driver.drag(grip(driver, 'point:0'), [260, 200]);
    expect(svgOf(driver, arrow(driver).id)).not.toBe(before);
    driver.drag(grip(driver, 'bend:1'), [330, 60]);
    expect(arrow(driver).points).toEqual([
      [260, 200],
      [330, 60],
    ]);
    for (const [x = 0, y = 0] of arrow(driver).points ?? []) expect(nearestOnPath(wayOf(driver), { x, y })?.distance).toBeLessThan(0.5);
    // Smooth: where two pieces of the curve meet, both go the same way.
    const joints = wayOf(driver).flatMap((command, i, all) => {
      const next = all[i + 1];
      if (command[0] !== 'C' || next?.[0] !== 'C') return [];
      const into = Math.atan2(command[6] - command[4], command[5] - command[3]);
      return [Math.abs(Math.atan2(next[2] - command[6], next[1] - command[5]) - into)];
    });
    expect(joints).toHaveLength(2);
    for (const turn of joints) expect(turn).toBeLessThan(1e-6);
  });

  it('loses a bend by a double click on it', () => {
    const driver = board().press('a').drag([100, 100], [400, 100]).drag([250, 100], [250, 180]);
    driver.doubleClick(grip(driver, 'point:0'));
    expect(arrow(driver).points).toBeUndefined();
    expect(driver.editor.editing).toBeNull();
    driver.editor.undo();
    expect(arrow(driver).points).toEqual([[250, 180]]);
  });

  it('keeps a piece at right angles where it was dragged while its shapes move [F239]', () => {
    const driver = pair('orthogonal');
    driver.drag(grip(driver, 'segment:1'), [250, 190]);
    expect(cornersOf(driver).filter(({ x }) => Math.abs(x - 250) < 0.1).length).toBeGreaterThan(1);
    driver.press('Escape').click([120, 110]).drag([120, 110], [120, 70]);
    const corners = cornersOf(driver);
    expect(corners[0]).toMatchObject({ x: 200, y: 90 });
    expect(corners.filter(({ x }) => Math.abs(x - 250) < 0.1).length).toBeGreaterThan(1);
    expect(
      corners.every(({ x, y }, i) => i === 0 || Math.abs(x - (corners[i - 1]?.x ?? 0)) < 9 || Math.abs(y - (corners[i - 1]?.y ?? 0)) < 9),
    ).toBe(true);
  });

  it('wears its caption along the line where it is dragged, and goes on wearing it when moved [F240]', () => {
    const driver = board().press('a').drag([100, 100], [400, 100]).doubleClick([200, 100]).type('HTTP Request').press('Escape');
    driver.click([180, 100]);
    expect(driver.editor.selection).toEqual([arrow(driver).id]);
    driver.drag(grip(driver, 'label'), [325, 140]);
    expect(arrow(driver).label_position).toBeCloseTo(0.75, 2);
    const x = Number(/<text x="([\d.]+)"/.exec(svgOf(driver, arrow(driver).id))?.[1]);
    expect(x).toBeGreaterThan(150);
    driver.press('Escape').drag([130, 100], [130, 300]);
    expect(svgOf(driver, arrow(driver).id)).toContain('HTTP Request');
    expect(arrow(driver).start?.y).toBe(300);
    driver.click([130, 300]).drag(grip(driver, 'label'), [252, 300]);
    expect(arrow(driver).label_position).toBeUndefined();
  });

  it('binds at the middle of a side, at the very spot, or to the whole shape', () => {
    const driver = pair();
    const dropEnd = (x: number, y: number) => {
      driver.drag(grip(driver, 'end'), [x, y]);
      return arrow(driver).end;
    };
    const target = arrow(driver).end?.shape_id;
    expect(dropEnd(404, 252)).toEqual({ shape_id: target, anchor: { x: 0, y: 0.5 } });
    expect(dropEnd(410, 226)).toEqual({ shape_id: target, anchor: { x: 0.1, y: 0.1 } });
    expect(dropEnd(452, 252)).toEqual({ shape_id: target });
  });

  it('goes around what comes between, and back when that leaves [F239]', () => {
    const driver = board()
      .press('r')
      .drag([100, 100], [200, 160])
      .press('r')
      .drag([600, 100], [700, 160])
      .press('r')
      .drag([350, 300], [450, 420]);
    const between = driver.shape('rectangle');
    driver.press('a').drag([150, 130], [650, 130]);
    const { id } = arrow(driver);
    driver.editor.updateShapes([{ id, change: { avoid: true } }]);
    expect(cornersOf(driver)).toHaveLength(2);
    for (const route of ['straight', 'curved', 'orthogonal'] as const) {
      driver.editor.updateShapes([{ id, change: { route } }]);
      driver.press('Escape').dragTo([400, 360], [400, 130]);
      const box = driver.editor.scene.pageBounds(between.id);
      expect(box && pathMeetsBox(wayOf(driver), box)).toBe(false);
      driver.up();
      expect(box && pathMeetsBox(wayOf(driver), box)).toBe(false);
      driver.editor.undo();
      expect(driver.editor.scene.pageBounds(id)?.h).toBeLessThan(2);
    }
    driver.editor.document.apply({ shapes: [[between.id, { ...between, y: 80 }]] }, 'remote');
    expect(driver.editor.scene.pageBounds(id)?.h).toBeGreaterThan(30);
    driver.editor.document.apply({ shapes: [[between.id, null]] }, 'remote');
    expect(driver.editor.scene.pageBounds(id)?.h).toBeLessThan(2);
  });

  it('goes around what is in the way again when a node with very many arrows is let go', () => {
    const driver = board().press('r').drag([100, 500], [200, 560]).press('r').drag([400, 300], [460, 800]).press('Escape');
    const { editor } = driver;
    const [hub, wall] = [...editor.document.shapes.values()];
    if (!hub || !wall) throw new Error('There is no board.');
    const common = { rotation: 0, parent_id: null };
    const others = Array.from({ length: 25 }, (_, i) => ({ ...hub, id: `sh_${i}`, index: `b${i + 10}`, x: 700, y: i * 80 }));
    const arrows = others.map(({ id, index }) => ({
      ...common,
      id: `${id}_a`,
      index: `c${index}`,
      type: 'arrow',
      ...{ x: 0, y: 0, w: 0, h: 0 },
      start: { shape_id: hub.id },
      end: { shape_id: id },
      avoid: true,
    }));
    editor.createShapes([...others, ...arrows]);
    driver.dragTo([150, 530], [150, 600]);
    expect(editor.scene.transient?.stretching).toHaveLength(25);
    driver.up();
    const box = editor.scene.pageBounds(wall.id);
    for (const { id } of arrows) expect(box && pathMeetsBox(editor.scene.pageOutline(id) ?? [], box), id).toBe(false);
  });

  it('keeps its form when both of its shapes are moved', () => {
    const driver = pair('orthogonal');
    const before = svgOf(driver, arrow(driver).id).replace(/translate\([^)]*\)/, '');
    driver.press('mod+a').drag([120, 110], [140, 150]);
    expect(svgOf(driver, arrow(driver).id).replace(/translate\([^)]*\)/, '')).toBe(before);
  });
});
