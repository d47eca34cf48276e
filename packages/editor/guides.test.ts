import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announceActs } from './announce-acts.ts';
import { rulerSteps } from './rulers.ts';
import { selectForMenu } from './select-for-menu.ts';
import { drive } from './testing/driver.ts';

const ruled = () => drive().press('shift+r');
const guides = (driver: ReturnType<typeof ruled>) => (driver.editor.board.guides ?? []).map(({ axis, at }) => [axis, at]);

describe('guides', () => {
  it('come out of a ruler and stay, attract what is drawn, and go back into the ruler [F219]', () => {
    const driver = ruled().move([300, 10]);
    expect(driver.editor.cursor).toBe('row-resize');
    driver.dragTo([300, 10], [300, 200]);
    expect(driver.editor.overlay.guides).toEqual([{ axis: 'y', at: 200, focused: true }]);
    expect(driver.editor.board.guides).toBeUndefined();
    driver.up();
    expect(guides(driver)).toEqual([['y', 200]]);
    driver.press('r').drag([400, 204], [500, 260]);
    expect(driver.shape('rectangle')).toMatchObject({ x: 400, y: 200, h: 60 });
    driver.drag([450, 230], [450, 173]);
    expect(driver.shape('rectangle').y).toBe(140);
    driver.drag([700, 201], [700, 8]);
    expect(guides(driver)).toEqual([]);
    driver.press('mod+z');
    expect(guides(driver)).toEqual([['y', 200]]);
  });

  it('are moved, removed by Delete, and undone step by step', () => {
    const driver = ruled().drag([10, 300], [150, 300]);
    expect(guides(driver)).toEqual([['x', 150]]);
    driver.move([152, 500]);
    expect(driver.editor.cursor).toBe('col-resize');
    driver.drag([150, 500], [180, 500]);
    expect(guides(driver)).toEqual([['x', 180]]);
    driver.click([180, 500]).press('Delete');
    expect(guides(driver)).toEqual([]);
    driver.press('mod+z').press('mod+z');
    expect(guides(driver)).toEqual([['x', 150]]);
    driver.run('remove_guides');
    expect(guides(driver)).toEqual([]);
  });

  it('say that they are removed while they are held over their ruler [F219]', () => {
    const driver = ruled().drag([10, 300], [150, 300]).dragTo([150, 300], [5, 300]);
    expect(driver.editor.overlay.badge).toMatchObject({ text: 'Remove guide' });
    expect(driver.up().editor.overlay.badge).toBeNull();
    expect(guides(driver)).toEqual([]);
  });

  it('stay where they are, and can be taken hold of, without rulers', () => {
    const driver = ruled().drag([10, 300], [150, 300]).press('shift+r');
    expect(driver.editor.overlay.guides).toMatchObject([{ axis: 'x', at: 150 }]);
    driver.drag([150, 300], [180, 300]);
    expect(guides(driver)).toEqual([['x', 180]]);
    driver.drag([180, 300], [-4, 300]);
    expect(guides(driver)).toEqual([]);
  });

  it('are added, gone through, moved and removed by keys and commands alone [F219]', () => {
    const driver = drive().press('r').drag([100, 100], [200, 160]);
    driver.run('add_upright_guide').run('add_level_guide');
    expect(guides(driver)).toEqual([
      ['x', 150],
      ['y', 384],
    ]);
    driver.press('ArrowDown').press('shift+ArrowUp').press('ArrowLeft');
    driver.press('alt+g').press('ArrowRight');
    const placed = [
      ['x', 151],
      ['y', 375],
    ];
    expect(guides(driver)).toEqual(placed);
    expect(driver.shape('rectangle')).toMatchObject({ x: 100, y: 100 });
    driver.press('alt+g').press('Delete');
    expect(guides(driver)).toEqual([['x', 151]]);
    expect(driver.shapes).toHaveLength(1);
    driver.press('mod+z');
    expect(guides(driver)).toEqual(placed);
    driver.editor.setCamera({ x: 5000, y: 5000, zoom: 1 });
    driver.press('alt+g');
    expect(driver.editor.toView({ x: 151, y: 0 }).x).toBeGreaterThan(0);
    driver.press('Escape').press('ArrowRight');
    expect(guides(driver)).toEqual(placed);
  });

  it('are picked by what opens the context menu, which then offers to remove them [F219]', () => {
    const driver = ruled().drag([10, 300], [150, 300]).press('r').drag([300, 100], [400, 160]);
    const offered = () => driver.editor.commands.find(({ id }) => id === 'delete')?.labelNow?.(driver.editor);
    expect(offered()).toBe('Delete');
    selectForMenu(driver.editor, { x: 152, y: 400 });
    expect([offered(), driver.editor.selection]).toEqual(['Remove guide', []]);
    driver.run('delete');
    expect(guides(driver)).toEqual([]);
    expect(driver.shapes).toHaveLength(1);
  });

  it('are spoken of: which is picked, where it goes, and that it is gone', async () => {
    const driver = drive();
    const heard: string[] = [];
    announceActs(driver.editor);
    driver.editor.subscribe((what) => what === 'announcement' && heard.push(driver.editor.announcement));
    for (const act of [
      () => driver.run('add_upright_guide'),
      ...['ArrowRight', 'Escape', 'alt+g', 'Delete', 'mod+z'].map((key) => () => driver.press(key)),
    ]) {
      act();
      await Promise.resolve();
    }
    expect(heard).toEqual([
      'Upright guide at 512',
      'Upright guide at 513',
      'Upright guide at 513',
      'Guide removed',
      'Undone: Upright guide at 513',
    ]);
  });

  it('take no press from the shapes above them, and their pick ends with another', () => {
    const driver = ruled().drag([300, 10], [300, 200]).press('r').drag([250, 150], [350, 250]);
    driver.drag([300, 200], [340, 200]);
    expect(driver.shape('rectangle').x).toBe(290);
    driver.click([600, 200]);
    expect(driver.editor.focusedGuide).not.toBeNull();
    driver.click([310, 210]).press('Delete');
    expect(driver.shapes).toEqual([]);
    expect(guides(driver)).toEqual([['y', 200]]);
  });

  it('cannot be changed read-only', () => {
    const driver = ruled().drag([300, 10], [300, 200]);
    driver.editor.readOnly = true;
    driver.drag([300, 10], [300, 400]).drag([600, 200], [600, 300]).click([600, 200]).press('Delete');
    expect(guides(driver)).toEqual([['y', 200]]);
  });

  it('are measured by rulers whose numbers are 1, 2 or 5 times a power of ten, with room to read them', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 4, noNaN: true }), (zoom) => {
        const { number, stroke } = rulerSteps(zoom);
        expect(number * zoom).toBeGreaterThanOrEqual(64);
        expect(number * zoom).toBeLessThanOrEqual(64 * 2.51);
        expect([1, 2, 5]).toContain(Math.round(number / 10 ** Math.floor(Math.log10(number) + 1e-9)));
        expect(stroke * zoom).toBeGreaterThanOrEqual(4);
        expect(Math.abs(number / stroke - Math.round(number / stroke))).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('measuring', () => {
  it('shows with Alt how far the selection is from the shape under the pointer', () => {
    const driver = drive().press('r').drag([100, 100], [200, 160]).press('r').drag([300, 250], [400, 350]).click([150, 130]);
    driver.hold({ alt: true }).move([350, 300]);
    expect(driver.editor.overlay.measure).toEqual({
      distances: [
        { from: { x: 200, y: 130 }, to: { x: 300, y: 130 } },
        { from: { x: 150, y: 160 }, to: { x: 150, y: 250 } },
      ],
      extensions: [
        { from: { x: 300, y: 130 }, to: { x: 300, y: 250 } },
        { from: { x: 150, y: 250 }, to: { x: 300, y: 250 } },
      ],
    });
    driver.release().move([350, 301]);
    expect(driver.editor.overlay.measure.distances).toEqual([]);
  });

  it('shows how far it is from the sides of the frame around it, at once when Alt goes down', () => {
    const driver = drive().press('f').drag([100, 100], [500, 400]).press('r').drag([200, 200], [300, 260]).move([250, 230]);
    driver.input({ kind: 'key_down', key: 'Alt', code: 'AltLeft', repeat: false, modifiers: { shift: false, alt: true, mod: false } });
    const lengths = driver.editor.overlay.measure.distances.map(({ from, to }) => Math.hypot(from.x - to.x, from.y - to.y));
    expect(lengths).toEqual([100, 200, 100, 140]);
  });
});
