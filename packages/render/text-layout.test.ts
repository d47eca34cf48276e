import type { TextStyle } from '@autograph/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextMeasurer, layoutText, textItems } from './index.ts';

const measure = createTextMeasurer();
const style: TextStyle = { font: 'sans', size: 16 };
const lay = (text: string, width?: number, align: 'left' | 'center' | 'right' | 'justify' = 'left') =>
  layoutText(text, style, { measure, align, ...(width !== undefined && { width }) });
const lines = (text: string, width?: number) => lay(text, width).lines.map((line) => line.text);

describe('text layout', () => {
  it('breaks at line feeds of any kind and keeps empty lines', () => {
    expect(lines('a\n\nb\r\nc')).toEqual(['a', '', 'b', 'c']);
    expect(lines('')).toEqual(['']);
  });

  it('wraps between words, after hyphens and slashes, and within words that are too long', () => {
    expect(lines('The quick brown fox', 90)).toEqual(['The quick', 'brown fox']);
    expect(lines('api/v1/orders', 60)).toEqual(['api/v1/', 'orders']);
    expect(lines('incomprehensible', 60).length).toBeGreaterThan(1);
  });

  it('wraps ideographs between signs, but does not begin a line with closing punctuation', () => {
    expect(lines('漢字漢字', 32)).toEqual(['漢字', '漢字']);
    expect(lines('漢字。漢', 40)).toEqual(['漢', '字。', '漢']);
  });

  it('loses nothing but spaces, and is never wider than asked unless one sign is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
        const layout = lay(text, width);
        const bare = (part: string) => part.replace(/[\s\u200b]/g, '');
        expect(bare(layout.lines.map((line) => line.text).join(''))).toBe(bare(text));
        expect(layout.width).toBeLessThanOrEqual(width + 0.02);
      }),
    );
  });

  it('takes the width that it measured itself without wrapping anew', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Order', 'API', 'gateway', 'x'), { minLength: 1, maxLength: 8 }), (words) => {
        const text = words.join(' ');
        expect(lines(text, lay(text).width)).toEqual([text]);
      }),
    );
  });

  it('aligns left, centred, right and justified [F246]', () => {
    const text = 'first line of some length and a second and a third';
    const at = (align: 'left' | 'center' | 'right' | 'justify') => lay(text, 150, align);
    const left = at('left').lines;
    expect(left.map((line) => line.x)).toEqual(left.map(() => 0));
    for (const line of at('center').lines) expect(line.x).toBeCloseTo((150 - line.width) / 2);
    for (const line of at('right').lines) expect(line.x + line.width).toBeCloseTo(150);
    const justified = at('justify').lines;
    for (const line of justified.slice(0, -1)) expect(line.width).toBeCloseTo(150);
    expect(justified.at(-1)?.spacing).toBe(0);
  });

  it('becomes one item a line, and one a word where it is justified', () => {
    const place = { paint: '#000000', x: 10, y: 20 };
    const [first, second] = textItems(lay('one two\nthree'), place);
    expect(first).toMatchObject({ kind: 'text', x: 10, runs: [{ text: 'one two' }] });
    expect(second).toMatchObject({ runs: [{ text: 'three' }] });
    const words = textItems(lay('one two three four', 80, 'justify'), place);
    expect(words.length).toBeGreaterThan(2);
  });

  it('lays out very long texts', () => {
    const layout = lay('word '.repeat(20_000), 400);
    expect(layout.lines.length).toBeGreaterThan(1_000);
  });
});
