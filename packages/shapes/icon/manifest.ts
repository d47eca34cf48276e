import type { Shape } from '@autograph/document';
import type { DrawContext, ShapeDefinition } from '@autograph/editor';
import { rectanglePath } from '@autograph/geometry';
import { titleOfIcon } from '@autograph/icons';
import { layoutShapeText, textStyleOf } from '@autograph/render';
import { z } from 'zod';
import { iconOn } from '../icon-on.ts';
import { drawLabel, placeLabel } from '../label.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';

interface IconShape extends Shape {
  /** Id in the icon library. */
  readonly icon?: string;
}

const labelSize = 13;
const gap = 4;
/** How far a label may run beyond each side of its icon, px. */
const overhang = 48;

function labelBox(shape: IconShape, { measure }: Pick<DrawContext, 'measure'>) {
  const width = shape.w + 2 * overhang;
  const { height } = layoutShapeText(shape, textStyleOf(shape, labelSize), measure, { width });
  return { x: -overhang, y: shape.h + gap, w: width, h: height };
}

function labelLook(shape: IconShape, { theme }: DrawContext) {
  return { style: textStyleOf(shape, labelSize), paint: theme.stroke(shape.text_color) };
}

/** A symbol of the icon library with its name below; arrows end at the symbol. */
export const manifest: ShapeDefinition<IconShape> = {
  type: 'icon',
  label: 'Icon',
  schema: recordSchema('icon', { icon: z.string().max(400).optional() }),
  defaults: { w: 64, h: 64 },
  resizable: true,
  rotatable: true,
  bindable: true,
  container: false,
  fields: ['stroke', 'text_color', 'font', 'font_size', 'opacity'],
  iconProps: (icon, text) => ({ icon, text }),
  outline: (shape) => rectanglePath(localBox(shape)),
  paintBounds: ({ w, h, text, font_size }) => ({
    x: text ? -overhang : 0,
    y: 0,
    w: w + (text ? 2 * overhang : 0),
    h: h + (text ? gap + 6 * (font_size ?? labelSize) : 0),
  }),
  draw(shape, context) {
    const label = drawLabel(shape, labelBox(shape, context), context, labelLook(shape, context));
    if (!shape.icon) return label;
    return [{ kind: 'image', box: localBox(shape), source: iconOn(context.theme, shape.icon, shape.stroke) }, ...label];
  },
  filled: () => true,
  spoken: ({ icon, text, name }) => (text || name || !icon ? undefined : titleOfIcon(icon)),
  textBox: labelBox,
  placeText: (shape, context) => placeLabel(shape, labelBox(shape, context), context, labelLook(shape, context)),
};
