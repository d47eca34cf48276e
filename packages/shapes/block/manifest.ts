import type { Shape } from '@autograph/document';
import type { ShapeDefinition } from '@autograph/editor';
import { roundedRectanglePath } from '@autograph/geometry';
import { layoutText, textItems, withAlpha } from '@autograph/render';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';

const outline = (shape: Shape) => roundedRectanglePath(localBox(shape), 12);
const labelStyle = { font: 'mono', size: 11 } as const;
const labelHeight = 20;

/** The container of a diagram that is written as code: a hair of a border, and what it is, above its corner. */
export const manifest: ShapeDefinition = {
  type: 'block',
  label: 'Diagram as code',
  schema: recordSchema('block', {}),
  defaults: { w: 320, h: 200 },
  resizable: false,
  rotatable: false,
  bindable: false,
  container: true,
  boardOnly: true,
  fields: [],
  outline,
  paintBounds: (shape) => ({ x: 0, y: -labelHeight, w: shape.w, h: shape.h + labelHeight }),
  draw(shape, { theme, measure }) {
    const paint = theme.stroke('grey');
    const label = layoutText(shape.name ?? shape.text ?? '', labelStyle, { measure });
    return [
      { kind: 'path', path: outline(shape), stroke: { paint: withAlpha(paint, 0.35), width: 1, dash: [4, 4] } },
      ...textItems(label, { paint, x: 4, y: -labelHeight }),
    ];
  },
  filled: () => false,
};
