import { createTextMeasurer, lightTheme } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { stage } from '../testing/stage.ts';

const fit = (own: object) => {
  const { definition, shape, scene } = stage({ type: 'text', ...own });
  return { ...shape('s0'), ...definition('text').fit?.(shape('s0'), { theme: lightTheme, measure: createTextMeasurer(), scene }) };
};

describe('text', () => {
  it('is as wide as its longest line and as high as its lines', () => {
    const one = fit({ text: 'Hello World' });
    const two = fit({ text: 'Hello World\nagain' });
    expect(two.w).toBe(one.w);
    expect(two.h).toBeGreaterThan((one.h ?? 0) * 1.9);
    expect(stage({ type: 'text', text: 'Hello World' }).svg('s0')).toMatchSnapshot();
  });

  it('grows with its size', () => {
    const heights = [8, 24, 72].map((font_size) => fit({ text: 'x', font_size }).h);
    expect(heights).toEqual([11, 32, 94]);
  });

  it('wraps at its width once somebody has set one', () => {
    const { definition, shape, scene } = stage({ type: 'text', text: 'one two three four', w: 200, h: 21 });
    const context = { theme: lightTheme, measure: createTextMeasurer(), scene };
    const change = definition('text').resized?.(shape('s0'), { x: 0, y: 0, w: 60, h: 21 }, context);
    expect(change).toMatchObject({ auto_width: false, w: 60 });
    expect(change?.h).toBeGreaterThan(40);
  });

  it('can be bold and slanted', () => {
    const svg = stage({ type: 'text', text: 'x', bold: true, italic: true }).svg('s0');
    expect(svg).toMatch(/font-weight="700" font-style="italic"/);
  });
});
