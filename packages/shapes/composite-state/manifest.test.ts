import { describe, expect, it } from 'vitest';
import { stage } from '../testing/stage.ts';

describe('a composite state', () => {
  it('holds other shapes under a bar with its name', () => {
    const drawn = stage({ type: 'composite-state', text: 'Active', w: 300, h: 200 });
    expect(drawn.definition('composite-state').container).toBe(true);
    expect(drawn.svg('s0')).toContain('Active');
  });

  it('has a dashed line for each divider', () => {
    const dashes = (dividers: readonly number[][]) =>
      (
        stage({ type: 'composite-state', w: 300, h: 200, dividers })
          .svg('s0')
          .match(/stroke-dasharray/g) ?? []
      ).length;
    expect(dashes([])).toBe(0);
    expect(
      dashes([
        [100, 32, 100, 200],
        [200, 32, 200, 200],
      ]),
    ).toBe(2);
  });
});
