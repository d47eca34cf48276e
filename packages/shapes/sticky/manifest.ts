import type { Shape } from '@autograph/document';
import type { ShapeDefinition } from '@autograph/editor';
import { roundedRectanglePath } from '@autograph/geometry';
import { mixColors, readableOn, type Theme, withAlpha } from '@autograph/render';
import { drawLabel, growToText, padded, textFields } from '../label.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';

const corner = 3;
const outline = (shape: Shape) => roundedRectanglePath(localBox(shape), shape.radius ?? corner);
const textBox = (shape: Shape) => padded(localBox(shape));

/** How far a note's colour is from the pastel to the full tone: paper glows on a dark board. */
function fullness(shape: Shape, theme: Theme): number {
  if (shape.fill_style === 'solid') return 1;
  return theme.id === 'light' ? 0.3 : 0.9;
}

/** A sticky note: a square of colour with a soft edge of shadow. */
export const manifest: ShapeDefinition = {
  type: 'sticky',
  label: 'Sticky note',
  schema: recordSchema('sticky', {}),
  defaults: { w: 180, h: 180, fill: 'yellow', fill_style: 'soft', font_size: 18 },
  resizable: true,
  rotatable: true,
  bindable: true,
  container: false,
  fields: ['fill', 'fill_style', 'opacity', ...textFields],
  tool: { key: 's', icon: 'sticky-note', label: 'Sticky note', gesture: 'box', rank: 85, writes: true },
  outline,
  paintBounds: ({ w, h }) => ({ x: -4, y: 0, w: w + 8, h: h + 8 }),
  draw(shape, context) {
    const { theme } = context;
    const color = shape.fill === 'none' ? 'yellow' : (shape.fill ?? 'yellow');
    const fill = mixColors(theme.fill(color, 'soft'), theme.fill(color, 'solid'), fullness(shape, theme));
    const shadow = [5, 3, 1].map((drop) => ({
      kind: 'path' as const,
      path: roundedRectanglePath({ x: -drop * 0.4, y: drop * 0.8, w: shape.w + drop * 0.8, h: shape.h + drop * 0.3 }, corner + drop),
      fill: withAlpha('#000000', theme.id === 'light' ? 0.05 : 0.16),
    }));
    const paint = shape.text_color ? theme.stroke(shape.text_color) : readableOn(fill, theme);
    return [...shadow, { kind: 'path', path: outline(shape), fill }, ...drawLabel(shape, textBox(shape), context, { paint })];
  },
  filled: () => true,
  textBox,
  fit: (shape, context) => growToText(shape, textBox, context),
};
