import { describe, expect, it } from 'vitest';
import { fittingButtons } from './fitting.ts';

describe('a bar of buttons', () => {
  it('shows all where there is room for all', () => {
    expect(fittingButtons(1000, 32, 16)).toBe(16);
    expect(fittingButtons(48 + 16 * 34 - 2, 32, 16)).toBe(16);
  });

  it('leaves room for the button that shows the others', () => {
    for (const [width, button] of [
      [420, 28],
      [390, 44],
      [320, 44],
    ] as const) {
      const fitting = fittingButtons(width, button, 16);
      expect(fitting).toBeGreaterThanOrEqual(4);
      expect((fitting + 1) * (button + 2) + 46).toBeLessThanOrEqual(width);
    }
  });
});
