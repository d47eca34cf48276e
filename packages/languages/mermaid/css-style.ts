import type { Shape } from '@autograph/document';
import { cssAlpha, cssColor } from '../css-color.ts';

type Look = Pick<
  Shape,
  'fill' | 'fill_style' | 'stroke' | 'stroke_width' | 'stroke_style' | 'text_color' | 'font_size' | 'bold' | 'italic' | 'opacity' | 'radius'
>;
type Draft = { -readonly [K in keyof Look]: Look[K] };

/** What styles such as `fill:#f9f` say in the properties of a shape; later ones win, unknown ones say nothing. */
export function lookOf(styles: readonly string[]): Look {
  const look: Draft = {};
  for (const style of styles) {
    const colon = style.indexOf(':');
    if (colon > 0)
      apply(
        look,
        style.slice(0, colon).trim().toLowerCase(),
        style
          .slice(colon + 1)
          .replace(/!important/i, '')
          .trim(),
      );
  }
  return look;
}

function apply(look: Draft, name: string, value: string): void {
  switch (name) {
    case 'fill':
    case 'background':
    case 'background-color': {
      const color = value === 'none' || cssAlpha(value) === 0 ? 'none' : cssColor(value);
      if (color) Object.assign(look, { fill: color, fill_style: 'solid' });
      break;
    }
    case 'stroke':
    case 'border-color': {
      const color = value === 'none' || cssAlpha(value) === 0 ? 'none' : cssColor(value);
      if (color) look.stroke = color;
      break;
    }
    case 'color': {
      const color = cssColor(value);
      if (color) look.text_color = color;
      break;
    }
    case 'stroke-width':
      look.stroke_width = clamped(value, 0, 100) ?? look.stroke_width;
      break;
    case 'stroke-dasharray':
      look.stroke_style = dashes(value);
      break;
    case 'font-size':
      look.font_size = clamped(value, 8, 72) ?? look.font_size;
      break;
    case 'font-weight':
      look.bold = value === 'bold' || value === 'bolder' || Number(value) >= 600;
      break;
    case 'font-style':
      look.italic = value === 'italic' || value === 'oblique';
      break;
    case 'opacity':
      look.opacity = clamped(value, 0, 1) ?? look.opacity;
      break;
    case 'rx':
    case 'border-radius':
      look.radius = clamped(value, 0, 200) ?? look.radius;
      break;
  }
}

function clamped(value: string, least: number, most: number): number | undefined {
  const number = Number.parseFloat(value);
  return Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : undefined;
}

function dashes(value: string): Shape['stroke_style'] {
  const first = Number.parseFloat(value);
  if (!Number.isFinite(first) || first <= 0) return 'solid';
  return first <= 2 ? 'dotted' : 'dashed';
}
