import type { Shape } from '@autograph/document';
import type { DrawContext, PanelField } from '@autograph/editor';
import type { Box, TextStyle } from '@autograph/geometry';
import { type DrawItem, layoutText, type Paint, type TextAlign, textItems } from '@autograph/render';
import { inkOf, textStyleOf } from './appearance.ts';

/** The properties panel's fields of a shape with a text. */
export const textFields = ['text_color', 'font', 'font_size', 'text_align', 'text_valign'] as const satisfies readonly PanelField[];

/** The space between a shape's border and its text, px. */
export const padding = { x: 12, y: 8 } as const;

/** The box that text may fill when it keeps clear of the borders of `box`. */
export function padded({ x, y, w, h }: Box): Box {
  const [dx, dy] = [Math.min(padding.x, w / 4), Math.min(padding.y, h / 4)];
  return { x: x + dx, y: y + dy, w: w - 2 * dx, h: h - 2 * dy };
}

export interface LabelOptions {
  readonly style?: TextStyle;
  readonly paint?: Paint;
  readonly align?: TextAlign;
  readonly valign?: Shape['text_valign'];
  /** Break lines at the box's width; true when absent. */
  readonly wrap?: boolean;
}

/** The shape's text, wrapped into a local box and placed as its text properties say: in the middle by default. */
export function drawLabel(shape: Shape, box: Box, context: DrawContext, options: LabelOptions = {}): readonly DrawItem[] {
  if (!shape.text) return [];
  const style = options.style ?? textStyleOf(shape);
  const layout = layoutText(shape.text, style, {
    measure: context.measure,
    ...(options.wrap !== false && { width: box.w }),
    align: shape.text_align ?? options.align ?? 'center',
  });
  const valign = shape.text_valign ?? options.valign ?? 'middle';
  const slack = box.h - layout.height;
  const y = box.y + (valign === 'middle' ? slack / 2 : valign === 'bottom' ? slack : 0);
  return textItems(layout, { style, paint: options.paint ?? inkOf(shape, context.theme), x: box.x, y });
}

/** A height at which the whole text fits into the box that `textBox` gives, when the shape is too low for it now. */
export function growToText<S extends Shape>(shape: S, textBox: (shape: S) => Box, { measure }: DrawContext): { readonly h?: number } {
  const box = textBox(shape);
  const { height } = layoutText(shape.text ?? '', textStyleOf(shape), { measure, width: box.w });
  return height > box.h ? { h: Math.ceil(shape.h + height - box.h) } : {};
}
