import { createTextMeasurer, darkTheme, lightTheme } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { stage } from '../testing/stage.ts';

const picture = (own: object, theme = lightTheme) => stage({ type: 'rectangle', w: 160, h: 80, ...own }).svg('s0', theme);

describe('rectangle', () => {
  it('draws a rounded box with its text wrapped in the middle', () => {
    expect(picture({ text: 'Order service of the shop' })).toMatchSnapshot();
    expect(picture({ text: 'Order service', fill: 'blue' }, darkTheme)).toMatchSnapshot();
  });

  it('rounds its corners by the radius, up to a pill [F251]', () => {
    expect(picture({ radius: 0 })).toContain('d="M0 0H160V80H0Z"');
    expect(picture({ radius: 10 })).toContain('M10 0H150C');
    expect(picture({ radius: 50 })).toContain('M40 0H120C');
  });

  it.each(['solid', 'soft', 'hatch', 'none'] as const)('fills in style %s', (fill_style) => {
    expect(picture({ fill: 'green', fill_style })).toMatchSnapshot();
  });

  it('has a flat interior, only an outline, or hatching cut to its form [F200]', () => {
    const green = lightTheme.fill('green', 'solid');
    const [flat, empty, hatched] = (['solid', 'none', 'hatch'] as const).map((fill_style) => picture({ fill: 'green', fill_style }));
    expect(flat).toContain(`fill="${green}"`);
    expect(flat).not.toContain('clip-path');
    expect(empty).not.toContain(green);
    expect(empty).toContain('stroke=');
    expect(hatched).toContain('clip-path');
    expect(hatched).toContain(`stroke="${green}"`);
    expect(hatched).not.toContain(`fill="${green}"`);
  });

  it('dashes and dots its outline', () => {
    expect(picture({ stroke_style: 'dashed' })).toMatch(/stroke-dasharray="6 5"/);
    expect(picture({ stroke_style: 'dotted', stroke_width: 3 })).toMatch(/stroke-dasharray="0.01 7.2"/);
    expect(picture({ stroke: 'none' })).not.toContain('stroke=');
  });

  it('aligns its text [F246]', () => {
    const text = 'a few words that take three lines in so small a box';
    const starts = (text_align: string) => [...picture({ text, text_align }).matchAll(/<text x="([\d.]+)"/g)].map(([, x]) => Number(x));
    const [left, center, right, justify] = ['left', 'center', 'right', 'justify'].map(starts);
    expect(new Set(left)).toEqual(new Set([12]));
    expect(center?.every((x, i) => x > (left?.[i] ?? 0) && x < (right?.[i] ?? 0))).toBe(true);
    expect(justify?.length).toBeGreaterThan(left?.length ?? 0);
  });

  it('shows its text in the colour and typeface it names', () => {
    expect(picture({ text: 'x', text_color: '#123456' })).toContain('fill="#123456"');
    expect(picture({ text: 'x', text_color: 'red' })).toContain(`fill="${lightTheme.stroke('red')}"`);
    expect(picture({ text: 'x', font: 'mono' })).toContain('JetBrains Mono');
  });

  it('is hit inside when it is filled or has a text, else only on its line', () => {
    const { definition, shape } = stage(
      { type: 'rectangle' },
      { type: 'rectangle', fill: 'none' },
      { type: 'rectangle', fill: 'none', text: 'x' },
    );
    const hits = ['s0', 's1', 's2'].map((id) => definition('rectangle').filled(shape(id)));
    expect(hits).toEqual([true, false, true]);
  });

  it('grows with a text that is too long for it', () => {
    const { definition, shape, scene } = stage({ type: 'rectangle', w: 100, h: 40, text: 'many words that need several lines' });
    const fit = definition('rectangle').fit?.(shape('s0'), { theme: lightTheme, measure: createTextMeasurer(), scene });
    expect(fit?.h).toBeGreaterThan(80);
  });
});
