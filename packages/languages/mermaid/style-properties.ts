import type { ShapeChange } from '@autograph/document';
import { cssAlpha, cssColor } from '../css-color.ts';

type Styled = Pick<
  ShapeChange,
  'fill' | 'fill_style' | 'stroke' | 'stroke_width' | 'stroke_style' | 'text_color' | 'bold' | 'italic' | 'font_size' | 'opacity'
>;

/** What declarations such as `fill:#f9f` of a `style` or `classDef` line mean for a shape; later ones win, unknown ones are passed over. */
export function styleProperties(declarations: readonly string[]): { readonly [K in keyof Styled]?: Exclude<Styled[K], null> } {
  const style: { -readonly [K in keyof Styled]?: Exclude<Styled[K], null> } = {};
  for (const declaration of declarations) {
    const [property = '', ...rest] = declaration.split(':');
    const value = rest
      .join(':')
      .replace(/!important/i, '')
      .trim();
    const color = cssColor(value);
    const length = Number.parseFloat(value);
    switch (property.trim().toLowerCase()) {
      case 'fill':
      case 'background':
        if (value === 'none' || cssAlpha(value) === 0) style.fill = 'none';
        else if (color) {
          style.fill = color;
          style.fill_style = 'solid';
        }
        break;
      case 'stroke':
        if (value === 'none' || cssAlpha(value) === 0) style.stroke = 'none';
        else if (color) style.stroke = color;
        break;
      case 'stroke-width':
        if (length >= 0 && length <= 100) style.stroke_width = length;
        break;
      case 'stroke-dasharray':
        style.stroke_style = value === '0' || value === 'none' ? 'solid' : length <= 2 ? 'dotted' : 'dashed';
        break;
      case 'color':
        if (color) style.text_color = color;
        break;
      case 'font-weight':
        style.bold = value.startsWith('bold') || length >= 600;
        break;
      case 'font-style':
        style.italic = value === 'italic' || value === 'oblique';
        break;
      case 'font-size':
        if (length >= 8 && length <= 72) style.font_size = length;
        break;
      case 'opacity':
        if (length >= 0 && length <= 1) style.opacity = length;
        break;
    }
  }
  return style;
}
