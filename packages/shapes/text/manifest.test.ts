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

  it('draws each stretch in its own looks, and is as wide as they are [F243]', () => {
    const text = 'Hello World';
    const plain = fit({ text });
    const text_spans = [{ from: 6, to: 11, bold: true, italic: true, underline: true }];
    expect(fit({ text, text_spans }).w).toBeGreaterThan(plain.w ?? 0);
    const svg = stage({ type: 'text', text, text_spans }).svg('s0');
    expect(svg).toMatch(/<tspan font-size="16" fill="#\w+">Hello <\/tspan>/);
    expect(svg).toMatch(/<tspan font-size="16" font-weight="700" font-style="italic" text-decoration="underline"[^>]*>World<\/tspan>/);
  });

  it('links, strikes through, and sets code on a patch in the code font', () => {
    const text_spans = [
      { from: 0, to: 4, link: 'https://example.org' },
      { from: 5, to: 9, code: true },
      { from: 10, to: 13, strike: true },
    ];
    const svg = stage({ type: 'text', text: 'docs code old', text_spans }).svg('s0');
    expect(svg).toMatch(/<a href="https:\/\/example.org">\s*<tspan [^>]*text-decoration="underline"[^>]*>docs<\/tspan>\s*<\/a>/);
    expect(svg).toMatch(/<path [^>]*fill-opacity="0.16"\/>\s*<text/);
    expect(svg).toMatch(/font-family="'JetBrains Mono'[^>]*>code</);
    expect(svg).toMatch(/text-decoration="line-through"[^>]*>old</);
  });
});
