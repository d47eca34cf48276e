import { paletteColors } from '@autograph/document';
import { describe, expect, it } from 'vitest';
import { boardTheme, contrast, darkTheme, lightTheme, readableOn } from './index.ts';

describe.each([lightTheme, darkTheme])('$id theme', (theme) => {
  it.each(paletteColors)('can be read in and on %s: contrast 4.5 and more', (color) => {
    expect(contrast(theme.stroke(color), theme.background)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.text, theme.fill(color, 'soft'))).toBeGreaterThanOrEqual(4.5);
    const solid = theme.fill(color, 'solid');
    expect(contrast(readableOn(solid, theme), solid)).toBeGreaterThanOrEqual(4.5);
  });

  it('shows the eight colours apart from each other', () => {
    for (const paints of [paletteColors.map((color) => theme.stroke(color)), paletteColors.map((color) => theme.fill(color, 'soft'))])
      expect(new Set(paints).size).toBe(8);
  });

  it('leaves own colours as they are and makes pastels of them', () => {
    expect(theme.stroke('#12ab9f')).toBe('#12ab9f');
    expect(theme.fill('#12ab9f', 'solid')).toBe('#12ab9f');
    expect(contrast(theme.text, theme.fill('#12ab9f', 'soft'))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('a board with a background of its own', () => {
  it.each(['#ffffff', '#f1f3f5', '#20242c', '#0f2747', '#777777'] as const)('can be read on %s under either appearance', (background) => {
    for (const preferred of [lightTheme, darkTheme]) {
      const theme = boardTheme(background, preferred);
      expect(theme.background).toBe(background);
      expect(contrast(theme.text, background)).toBeGreaterThan(3.5);
    }
  });

  it('follows the appearance where it is named by the palette', () => {
    expect(boardTheme('grey', lightTheme).background).toBe(lightTheme.fill('grey', 'soft'));
    expect(boardTheme('grey', darkTheme).background).toBe(darkTheme.fill('grey', 'soft'));
    expect(boardTheme(undefined, darkTheme)).toBe(darkTheme);
  });
});
