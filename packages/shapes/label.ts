import type { Shape } from '@autograph/document';
import type { DrawContext, PanelField } from '@autograph/editor';
import type { Box, TextStyle } from '@autograph/geometry';
import {
  type DrawItem,
  layoutShapeText,
  type PlacedText,
  placedTextItems,
  placeText,
  type TextDefaults,
  textStyleOf,
} from '@autograph/render';
import { inkOf } from './appearance.ts';

/** The properties panel's fields of a shape with a text. */
export const textFields = ['text_color', 'font', 'font_size', 'text_align', 'text_valign'] as const satisfies readonly PanelField[];

/** The space between a shape's border and its text, px. */
export const padding = { x: 12, y: 8 } as const;

/** The box that text may fill when it keeps clear of the borders of `box`. */
export function padded({ x, y, w, h }: Box): Box {
  const [dx, dy] = [Math.min(padding.x, w / 4), Math.min(padding.y, h / 4)];
  return { x: x + dx, y: y + dy, w: w - 2 * dx, h: h - 2 * dy };
}

/** The shape's text placed in a local box as its text properties say: in the middle, in a colour that can be read on its fill, when they do not. */
export function placeLabel(shape: Shape, box: Box, context: DrawContext, options: TextDefaults = {}): PlacedText {
  return placeText(shape, box, context, { paint: inkOf(shape, context.theme), ...options });
}

/** Draws the shape's text in a local box. */
export function drawLabel(shape: Shape, box: Box, context: DrawContext, options: TextDefaults = {}): readonly DrawItem[] {
  return shape.text ? placedTextItems(placeLabel(shape, box, context, options), context.theme) : [];
}

/** A height at which the whole text fits into the box that `textBox` gives, when the shape is too low for it now. */
export function growToText<S extends Shape>(
  shape: S,
  textBox: (shape: S) => Box,
  { measure }: DrawContext,
  style: TextStyle = textStyleOf(shape),
): { readonly h?: number } {
  const box = textBox(shape);
  const { height } = layoutShapeText(shape, style, measure, { width: box.w });
  return height > box.h ? { h: Math.ceil(shape.h + height - box.h) } : {};
}
