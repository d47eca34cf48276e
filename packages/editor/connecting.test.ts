import { distance, nearestOnPath } from '@autograph/geometry';
import { describe, expect, it } from 'vitest';
import { type Driver, drive } from './testing/driver.ts';

/** Two rectangles, an arrow from the first to the second. */
function pair(): Driver {
  return drive()
    .press('r')
    .drag([100, 100], [200, 160])
    .press('r')
    .drag([400, 100], [500, 160])
    .press('a')
    .drag([150, 130], [450, 130])
    .press('Escape');
}

const tip = (driver: Driver) => driver.editor.scene.pageOutline(driver.shape('arrow').id)?.at(-1)?.slice(1);
const tail = (driver: Driver) => driver.editor.scene.pageOutline(driver.shape('arrow').id)?.at(0)?.slice(1);

describe('arrows', () => {
  it('bind to the shapes they are drawn between, with the target shown, and end on their outlines [F239]', () => {
    const driver = drive().press('r').drag([100, 100], [200, 160]).press('o').drag([400, 100], [500, 160]).press('a');
    driver.dragTo([150, 130], [450, 130]);
    const ellipse = driver.shape('ellipse');
    expect(driver.editor.overlay.target).toBe(ellipse.id);
    driver.up();
    expect(driver.shape('arrow')).toMatchObject({ start: { shape_id: driver.shape('rectangle').id }, end: { shape_id: ellipse.id } });
    const [x = 0, y = 0] = tip(driver) ?? [];
    const outline = driver.editor.scene.pageOutline(ellipse.id) ?? [];
    expect(nearestOnPath(outline, { x: Number(x), y: Number(y) })?.distance).toBeCloseTo(4, 0);
  });

  it('are hit on their label', () => {
    const driver = pair().click([300, 138]);
    expect(driver.editor.selection).toEqual([]);
    driver.editor.updateShapes([{ id: driver.shape('arrow').id, change: { text: 'calls' } }]);
    driver.click([300, 138]);
    expect(driver.editor.selection).toEqual([driver.shape('arrow').id]);
  });

  it('follow when either shape moves, while it is dragged and after [F239]', () => {
    const driver = pair();
    expect(tip(driver)).toEqual([396, 130]);
    driver.dragTo([450, 130], [450, 330]);
    const [x, y] = tip(driver) ?? [];
    expect(distance({ x: Number(x), y: Number(y) }, { x: 450, y: 330 })).toBeLessThan(70);
    driver.up();
    expect(tip(driver)).toEqual([x, y]);
    expect(driver.shape('arrow').end?.shape_id).toBe(driver.shape('rectangle', 1).id);
  });

  it('rebind by dragging an end, and come free where there is nothing', () => {
    const driver = pair().press('r').drag([400, 400], [500, 460]);
    driver.click([300, 130]).drag([396, 130], [450, 430]);
    expect(driver.shape('arrow').end).toEqual({ shape_id: driver.shape('rectangle').id });
    const [x = 0, y = 0] = tip(driver) ?? [];
    driver.drag([Number(x), Number(y)], [600, 300]);
    expect(driver.shape('arrow').end).toEqual({ x: 600, y: 300 });
  });

  it('stay, with a free end where it last was, when their shape is deleted; undo binds them again', () => {
    const driver = pair().click([450, 130]).press('Delete');
    expect(driver.shape('arrow').end).toEqual({ x: 396, y: 130 });
    driver.editor.undo();
    expect(driver.shape('arrow').end).toEqual({ shape_id: driver.shape('rectangle', 1).id });
    driver.editor.redo();
    expect(driver.shape('arrow').end).toEqual({ x: 396, y: 130 });
  });

  it('come free when someone else deletes the shape', () => {
    const driver = pair();
    driver.editor.document.apply({ shapes: [[driver.shape('rectangle', 1).id, null]] }, 'remote');
    expect(driver.shape('arrow').end).toEqual({ x: 396, y: 130 });
  });

  it('come loose when dragged away by themselves, keeping their form [F240]', () => {
    const driver = pair().drag([300, 130], [300, 230]);
    expect(driver.shape('arrow')).toMatchObject({ start: { x: 204, y: 230 }, end: { x: 396, y: 230 } });
  });

  it('take a caption by double click, which goes where they go [F240]', () => {
    const driver = pair().doubleClick([300, 130]).type('HTTP Request').press('Escape');
    expect(driver.shape('arrow').text).toBe('HTTP Request');
    driver.press('mod+a').drag([150, 130], [150, 230]);
    expect(tail(driver)).toEqual([204, 230]);
    expect(driver.shape('arrow').text).toBe('HTTP Request');
  });

  it('do not overlap when several join one pair', () => {
    const driver = pair().press('a').drag([450, 130], [150, 130]).press('a').drag([150, 130], [450, 130]);
    const middles = driver.shapes
      .filter((shape) => shape.type === 'arrow')
      .map((shape) => driver.editor.scene.pageBounds(shape.id)?.y)
      .sort();
    expect(new Set(middles).size).toBe(3);
  });

  it('keep their bindings among what is copied, and lose those to what is not [F192]', () => {
    const driver = pair();
    driver.press('mod+a').editor.paste(driver.editor.copy());
    const copies = driver.shapes.slice(3);
    expect(copies.map((shape) => shape.type)).toEqual(['rectangle', 'rectangle', 'arrow']);
    expect(copies[2]).toMatchObject({ start: { shape_id: copies[0]?.id }, end: { shape_id: copies[1]?.id } });
    driver.editor.select([driver.shape('arrow', 0).id]);
    driver.editor.paste(driver.editor.copy());
    expect(driver.shape('arrow')).toMatchObject({ start: { x: 224, y: 150 }, end: { x: 416, y: 150 } });
  });
});
