import { describe, expect, it } from 'vitest';
import { type Driver, drive } from './testing/driver.ts';

/** A rectangle at (100, 100), 100 by 60, selected. */
const one = () => drive().press('r').drag([100, 100], [200, 160]);
const dots = ({ editor }: Driver) => editor.overlay.grips.filter(({ kind }) => kind === 'connect');
const rightDot = [222, 130] as const;

describe('quick connect', () => {
  it('shows a dot outside each side of what is selected or hovered', () => {
    const driver = one();
    expect(dots(driver).map(({ id, at }) => [id, at.x, at.y])).toEqual([
      ['right', 222, 130],
      ['down', 150, 182],
      ['left', 78, 130],
      ['up', 150, 54],
    ]);
    driver.click([600, 600]);
    expect(dots(driver)).toEqual([]);
    driver.move([150, 130]);
    expect(dots(driver)).toHaveLength(4);
    driver.move([212, 130]);
    expect(dots(driver)).toHaveLength(4);
    driver.move([260, 130]);
    expect(dots(driver)).toEqual([]);
  });

  it('keeps clear of the grips that resize and rotate', () => {
    const { grips } = one().editor.overlay;
    for (const dot of grips.filter(({ kind }) => kind === 'connect'))
      for (const grip of grips.filter(({ kind }) => kind !== 'connect'))
        expect(Math.hypot(dot.at.x - grip.at.x, dot.at.y - grip.at.y)).toBeGreaterThan(20);
  });

  it('draws an arrow from the side whose dot is dragged', () => {
    const driver = one().press('r').drag([400, 100], [500, 160]).press('Escape').move([150, 130]);
    driver.dragTo(rightDot, [450, 130]);
    expect(driver.editor.overlay.target).toBe(driver.shape('rectangle').id);
    driver.up();
    expect(driver.shape('arrow')).toMatchObject({
      start: { shape_id: driver.shape('rectangle', 0).id, anchor: { x: 1, y: 0.5 } },
      end: { shape_id: driver.shape('rectangle').id },
    });
    expect(driver.editor.tool).toBe('select');
  });

  it('makes a connected shape by a click on a dot, as one step', () => {
    const driver = one().click(rightDot);
    const [first, second] = [driver.shape('rectangle', 0), driver.shape('rectangle', 1)];
    expect(second).toMatchObject({ x: 280, y: 100, w: 100, h: 60 });
    expect(driver.shape('arrow')).toMatchObject({ start: { shape_id: first.id }, end: { shape_id: second.id } });
    expect(driver.editor.selection).toEqual([second.id]);
    driver.editor.undo();
    expect(driver.shapes).toHaveLength(1);
  });

  it('does the same by the keyboard, in every direction and where there is room', () => {
    const driver = one();
    const { id } = driver.shape('rectangle');
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowRight']) {
      driver.editor.select([id]);
      driver.press(`mod+${key}`);
    }
    const places = driver.shapes.filter(({ type }) => type === 'rectangle').map(({ x, y }) => [x, y]);
    expect(places).toEqual([
      [100, 100],
      [280, 100],
      [-80, 100],
      [100, -40],
      [100, 240],
      [280, 200],
      [280, 0],
    ]);
  });

  it('shows new shapes even where the view has ended', () => {
    const driver = one();
    for (let i = 0; i < 8; i++) driver.press('mod+ArrowRight');
    const { x, w } = driver.editor.visible;
    const last = driver.editor.scene.pageBounds(driver.editor.selection[0] ?? '');
    expect((last?.x ?? 0) + (last?.w ?? 0)).toBeLessThan(x + w);
  });

  it('is not for what is locked or on a board that is only read', () => {
    const driver = one().press('mod+l');
    expect(dots(driver)).toEqual([]);
    driver.press('mod+l');
    driver.editor.readOnly = true;
    expect(dots(driver)).toEqual([]);
    expect(driver.press('mod+ArrowRight').shapes).toHaveLength(1);
  });
});
