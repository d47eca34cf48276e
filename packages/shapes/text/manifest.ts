import type { Shape } from '@autograph/document';
import type { DrawContext, ShapeDefinition } from '@autograph/editor';
import { rectanglePath } from '@autograph/geometry';
import { layoutShapeText, placedTextItems, placeText, textStyleOf } from '@autograph/render';
import { z } from 'zod';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';

interface TextShape extends Shape {
  /** As wide as its longest line; otherwise the text wraps at the box's width. */
  readonly auto_width?: boolean;
}

/** An empty text is still something to click into, px. */
const narrowest = 8;

function fit(shape: TextShape, { measure }: DrawContext) {
  const wraps = shape.auto_width === false;
  const layout = layoutShapeText(shape, textStyleOf(shape), measure, wraps ? { width: shape.w } : {});
  return { w: wraps ? shape.w : Math.max(narrowest, Math.ceil(layout.width)), h: Math.ceil(layout.height) };
}

const place = (shape: TextShape, context: DrawContext) =>
  placeText(shape, localBox(shape), context, {
    paint: context.theme.stroke(shape.text_color),
    align: 'left',
    valign: 'top',
    wrap: shape.auto_width === false,
  });

export const manifest: ShapeDefinition<TextShape> = {
  type: 'text',
  label: 'Text',
  schema: recordSchema('text', { auto_width: z.boolean().optional() }),
  defaults: { w: narrowest, h: 21, text: '', text_align: 'left' },
  resizable: true,
  rotatable: true,
  bindable: true,
  container: false,
  fields: ['text_color', 'font', 'font_size', 'text_align', 'opacity'],
  tool: { key: 't', icon: 'type', label: 'Text', gesture: 'text', rank: 80 },
  outline: (shape) => rectanglePath(localBox(shape)),
  draw: (shape, context) => placedTextItems(place(shape, context), context.theme),
  placeText: place,
  filled: () => true,
  textBox: localBox,
  fit,
  resized: (before, box, context) => ({
    auto_width: before.auto_width !== false && box.w === before.w,
    ...fit({ ...before, ...box, auto_width: before.auto_width !== false && box.w === before.w }, context),
  }),
};
