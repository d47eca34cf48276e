import type { Box } from '@autograph/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalGaps, gapSnaps } from './snap-gaps.ts';
import { drive } from './testing/driver.ts';

function boxes(...places: readonly (readonly [number, number, number, number])[]) {
  const driver = drive();
  for (const [x, y, w, h] of places) driver.press('r').drag([x, y], [x + w, y + h]);
  driver.editor.changeSettings({ snapToShapes: true });
  return driver.press('Escape');
}

describe('snapping', () => {
  it('puts a dragged shape as far from its neighbour as that is from the next, and shows both gaps with their length', () => {
    const driver = boxes([0, 100, 100, 60], [140, 100, 100, 60], [400, 300, 100, 60]);
    driver.dragTo([450, 330], [333, 126]);
    expect(driver.editor.overlay.gaps).toEqual([
      { from: { x: 100, y: 130 }, to: { x: 140, y: 130 } },
      { from: { x: 240, y: 130 }, to: { x: 280, y: 130 } },
    ]);
    driver.up();
    expect(driver.shape('rectangle')).toMatchObject({ x: 280, y: 100 });
  });

  it('puts a dragged shape in the middle between two', () => {
    const driver = boxes([0, 100, 100, 60], [400, 100, 100, 60], [700, 300, 60, 40]).drag([730, 320], [254, 131]);
    expect(driver.shape('rectangle')).toMatchObject({ x: 220, y: 110 });
  });

  it('stretches a shape until it is as far from its neighbour as that from the next, as its other side from its own, or as large as another', () => {
    const row = boxes([0, 100, 100, 60], [130, 100, 100, 60], [300, 102, 100, 56]).click([350, 130]);
    const [right] = [row.editor.overlay.bounds?.box.x ?? 0];
    expect(right).toBe(300);
    row.dragTo([300, 130], [263, 130]);
    expect(row.editor.overlay.gaps).toEqual([
      { from: { x: 100, y: 130 }, to: { x: 130, y: 130 } },
      { from: { x: 230, y: 130 }, to: { x: 260, y: 130 } },
    ]);
    row.up();
    expect(row.shape('rectangle')).toMatchObject({ x: 260, w: 140 });

    const between = boxes([0, 100, 60, 60], [300, 100, 60, 60], [100, 102, 80, 56]).click([140, 130]).drag([180, 130], [263, 130]);
    expect(between.shape('rectangle')).toMatchObject({ x: 100, w: 160 });

    const alike = boxes([0, 100, 170, 60], [400, 300, 100, 60]).click([450, 330]).dragTo([500, 330], [573, 330]);
    expect(alike.editor.overlay.gaps).toEqual([
      { from: { x: 0, y: 130 }, to: { x: 170, y: 130 } },
      { from: { x: 400, y: 330 }, to: { x: 570, y: 330 } },
    ]);
    alike.up();
    expect(alike.shape('rectangle')).toMatchObject({ x: 400, w: 170 });
  });

  it('holds on a little longer than it catches', () => {
    const driver = boxes([100, 100, 100, 60], [300, 300, 100, 60]);
    driver.move([350, 330]).down([350, 330]).move([250, 330]);
    const left = () => driver.editor.overlay.bounds?.box.x;
    driver.move([158, 330]);
    expect(left()).toBe(108);
    driver.move([155, 330]);
    expect(left()).toBe(100);
    driver.move([158, 330]);
    expect(left()).toBe(100);
    driver.move([160, 330]);
    expect(left()).toBe(110);
  });

  it('does without while Ctrl is held', () => {
    const driver = boxes([100, 100, 100, 60], [300, 300, 100, 60]).drag([350, 330], [153, 330], { mod: true });
    expect(driver.shape('rectangle')).toMatchObject({ x: 103 });
  });

  it('brings the corners of what is drawn, and the ends of lines, onto the lines of others', () => {
    const driver = boxes([100, 100, 100, 60]).press('o').drag([203, 203], [297, 164]);
    expect(driver.shape('ellipse')).toMatchObject({ x: 200, y: 160, w: 97, h: 43 });
    driver.press('l').drag([402, 103], [500, 157]);
    expect(driver.shape('line')).toMatchObject({ start: { x: 402, y: 100 }, end: { x: 500, y: 160 } });
  });

  it('shows the size while drawing and resizing, and the place while moving', () => {
    const driver = boxes([100, 100, 100, 60]).click([150, 130]);
    driver.dragTo([200, 160], [250, 190]);
    expect(driver.editor.overlay.badge).toEqual({ text: '150 × 90', at: { x: 175, y: 190 } });
    driver.up().dragTo([150, 130], [170, 130]);
    expect(driver.editor.overlay.badge?.text).toBe('120, 100');
    driver.up().press('o').dragTo([400, 400], [430, 420]);
    expect(driver.editor.overlay.badge?.text).toBe('30 × 20');
  });
});

describe('equal gaps', () => {
  const size = fc.integer({ min: 10, max: 120 });
  const box: fc.Arbitrary<Box> = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 200 }), w: size, h: size });

  it('are within reach, and really equal where they are shown', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 8 }), box, fc.constantFrom('x', 'y'), (others, moved, axis) => {
        for (const { at, gap } of gapSnaps(others, moved, axis, 9)) {
          expect(Math.abs(at - moved[axis])).toBeLessThanOrEqual(9);
          expect(gap).toBeGreaterThanOrEqual(1);
          for (const { from, to } of equalGaps(others, { ...moved, [axis]: at }, axis, gap))
            expect(Math.abs(to[axis] - from[axis] - gap)).toBeLessThanOrEqual(0.25);
        }
      }),
    );
  });

  it('are found wherever three stand in a row', () => {
    fc.assert(
      fc.property(size, size, size, fc.integer({ min: 10, max: 80 }), fc.integer({ min: -6, max: 6 }), (a, b, c, gap, off) => {
        const first = { x: 0, y: 0, w: a, h: 50 };
        const second = { x: a + gap, y: 0, w: b, h: 50 };
        const at = a + b + 2 * gap;
        const found = gapSnaps([first, second], { x: at + off, y: 10, w: c, h: 30 }, 'x', 6);
        expect(found.some((snap) => snap.at === at)).toBe(true);
        expect(equalGaps([first, second], { x: at, y: 10, w: c, h: 30 }, 'x', gap)).toHaveLength(2);
      }),
    );
  });
});
