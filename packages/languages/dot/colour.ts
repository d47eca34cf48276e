import type { Color } from '@autograph/document';
import { cssAlpha, cssColor } from '../css-color.ts';

/** A colour of Graphviz (https://graphviz.org/docs/attr-types/color/): a name, with a number for a shade; hex; hue, saturation and value. */
export function dotColour(text: string | undefined): Color | 'none' | undefined {
  const [first = ''] = (text ?? '').split(':');
  const word =
    first
      .split(';')[0]
      ?.trim()
      .toLowerCase()
      .replace(/^\/.*\//, '') ?? '';
  if (word === '') return undefined;
  if (word === 'transparent' || (word.startsWith('#') && word.length === 9 && cssAlpha(word) === 0)) return 'none';
  const parts = word.split(/[\s,]+/).map(Number);
  const [h = 0, s = 0, v = 0] = parts;
  if (parts.length === 3 && !parts.some(Number.isNaN)) {
    const lightness = v * (1 - s / 2);
    const saturation = lightness === 0 || lightness === 1 ? 0 : (v - lightness) / Math.min(lightness, 1 - lightness);
    return cssColor(`hsl(${h * 360}, ${saturation * 100}%, ${lightness * 100}%)`);
  }
  return cssColor(word) ?? cssColor(word.replace(/\d+$/, ''));
}
