import { fontFamilies, type TextStyle } from '@autograph/geometry';
import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTextMeasurer } from './index.ts';
import { nodeFontFamily, registerFonts } from './raster.node.ts';

const measure = createTextMeasurer();
const context = createCanvas(1, 1).getContext('2d');

function paintedWidth(text: string, style: TextStyle): number {
  context.font = `${style.italic ? 'italic ' : ''}${style.bold ? 'bold ' : ''}${style.size}px ${nodeFontFamily(style.font)}`;
  context.fontKerning = 'none';
  context.textRendering = 'optimizeSpeed';
  return context.measureText(text).width;
}

const letters = 'AVTo fi->=!.,;()[]{}0123456789abcxyzÄÖüßéñçøœłşğőΩαβγЖщяЁ–—…“”€™';

beforeAll(() => {
  const flags = [false, true];
  const styles = fontFamilies.flatMap((font) => flags.flatMap((bold) => flags.map((italic) => ({ font, bold, italic, size: 16 }))));
  registerFonts([
    { kind: 'text', x: 0, y: 0, width: 0, runs: styles.map((style) => ({ text: `${letters}Architecture`, style, paint: '#000000' })) },
  ]);
}, 30_000);

describe('text measurer', () => {
  it('answers what a canvas paints, within 1 %', () => {
    const style = fc.record({
      font: fc.constantFrom(...fontFamilies),
      size: fc.integer({ min: 8, max: 72 }),
      bold: fc.boolean(),
      italic: fc.boolean(),
    });
    const text = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 60 }).map((chars) => chars.join(''));
    fc.assert(
      fc.property(style, text, (given, line) => {
        // The handwriting has no Greek and no slanted cut.
        fc.pre(given.font !== 'hand' || !/[Ωαβγ]/.test(line));
        const painted = paintedWidth(line, given);
        expect(Math.abs(measure.width(line, given) - painted)).toBeLessThanOrEqual(painted * 0.01 + 0.01);
      }),
    );
  });

  it('knows the letters of every face and makes bold wider', () => {
    for (const font of fontFamilies) {
      const style = { font, size: 20 };
      expect(measure.width('Architecture', style)).toBeCloseTo(paintedWidth('Architecture', style), 1);
      if (!['mono', 'hand', 'courier'].includes(font))
        expect(measure.width('Architecture', { ...style, bold: true })).toBeGreaterThan(measure.width('Architecture', style));
    }
  });

  it.each(['mono', 'courier'] as const)('gives every letter of %s one width [F245]', (font) => {
    const style: TextStyle = { font, size: 16 };
    expect(measure.width('iiii', style)).toBe(measure.width('mmmm', style));
    expect(paintedWidth('iiii', style)).toBeCloseTo(paintedWidth('mmmm', style), 1);
  });

  it('sets Arial, Helvetica and Times New Roman as wide as their makers do', () => {
    const units = (text: string, font: TextStyle['font']) => Math.round((measure.width(text, { font, size: 1 }) * 2048) / text.length);
    expect(['i', 'm', 'A', '0'].map((letter) => units(letter, 'arial'))).toEqual([455, 1706, 1366, 1139]);
    expect(['i', 'm', 'A', '0'].map((letter) => units(letter, 'helvetica'))).toEqual([455, 1706, 1366, 1139]);
    expect(['i', 'm', 'A', '0'].map((letter) => units(letter, 'times'))).toEqual([569, 1593, 1479, 1024]);
    expect(units('0', 'courier')).toBe(1229);
  });

  it('counts what is one sign for people as one: joined emoji, flags, skin tones, accents', () => {
    const style: TextStyle = { font: 'sans', size: 16 };
    const width = (text: string) => measure.width(text, style);
    expect(width('👨‍👩‍👧‍👦')).toBe(width('👨'));
    expect(width('👍🏽')).toBe(width('👍'));
    expect(width('🇩🇪')).toBeCloseTo(width('👍'), 0);
    expect(width('e\u0301')).toBe(width('e'));
    expect(width('漢字')).toBe(32);
  });

  it('places the middle of the capitals in the middle of the line box', () => {
    const style: TextStyle = { font: 'sans', size: 100 };
    const capitalHeight = 72.75;
    expect(measure.ascent(style) - capitalHeight / 2).toBeCloseTo(measure.lineHeight(style) / 2, 0);
  });
});
