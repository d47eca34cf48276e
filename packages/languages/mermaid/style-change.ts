import type { Color, ShapeChange } from '@autograph/document';
import { lightTheme } from '@autograph/render';

/** What a change of a shape's look says in Mermaid's styles, by style name; undefined for a property that has no style. */
export function styleOfChange(change: ShapeChange): ReadonlyMap<string, string> {
  const styles = new Map<string, string>();
  const { fill, stroke, text_color, stroke_width, stroke_style, font_size, bold, italic, opacity, fill_style } = change;
  if (fill)
    styles.set('fill', fill === 'none' || fill.startsWith('#') ? fill : lightTheme.fill(fill, fill_style === 'solid' ? 'solid' : 'soft'));
  if (stroke) styles.set('stroke', stroke === 'none' ? 'none' : inked(stroke));
  if (text_color) styles.set('color', inked(text_color));
  if (typeof stroke_width === 'number') styles.set('stroke-width', `${stroke_width}px`);
  if (stroke_style) styles.set('stroke-dasharray', { solid: '0', dashed: '6 4', dotted: '2 3' }[stroke_style]);
  if (typeof font_size === 'number') styles.set('font-size', `${font_size}px`);
  if (typeof bold === 'boolean') styles.set('font-weight', bold ? 'bold' : 'normal');
  if (typeof italic === 'boolean') styles.set('font-style', italic ? 'italic' : 'normal');
  if (typeof opacity === 'number') styles.set('opacity', String(Math.round(opacity * 100) / 100));
  return styles;
}

function inked(color: Color): string {
  return lightTheme.stroke(color);
}

/** The properties that `styleOfChange` reads. */
export const styleKeys: ReadonlySet<string> = new Set([
  'fill',
  'fill_style',
  'stroke',
  'text_color',
  'stroke_width',
  'stroke_style',
  'font_size',
  'bold',
  'italic',
  'opacity',
]);

/** Declarations with some of them replaced or added, as one line has them. */
export function mergedStyles(before: readonly string[], changes: ReadonlyMap<string, string>): string {
  const all = new Map(before.map((style) => [style.split(':')[0]?.trim() ?? '', style.trim()]));
  for (const [name, value] of changes) all.set(name, `${name}:${value}`);
  return [...all.values()].join(',');
}
