import type { Shape } from '@autograph/document';
import type { Box, TextMeasurer, TextStyle } from '@autograph/geometry';
import { withAlpha } from './color.ts';
import type { DrawItem, Paint } from './display-list.ts';
import { textItems } from './text-items.ts';
import { layoutText, type TextAlign, type TextLayout, type TextStretch } from './text-layout.ts';
import type { Theme } from './theme.ts';

/** What a shape's text is like where the shape does not say. */
export interface TextDefaults {
  readonly style?: TextStyle;
  readonly paint?: Paint;
  readonly align?: TextAlign;
  readonly valign?: Shape['text_valign'];
  /** Break lines at the box's width; true when absent. */
  readonly wrap?: boolean;
}

/** What measuring and colouring a text needs. */
export interface TextContext {
  readonly theme: Theme;
  readonly measure: TextMeasurer;
}

/** A shape's text laid out, and where: local coordinates of the shape, px. */
export interface PlacedText {
  readonly layout: TextLayout;
  readonly style: TextStyle;
  readonly align: TextAlign;
  readonly paint: Paint;
  /** Top-left corner of the lines' common box, and the width to which they are aligned. */
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

/** Size and face of texts that say nothing of it. */
export const textBase = { font: 'sans', size: 16 } as const;

export function textStyleOf(
  shape: Pick<Shape, 'font' | 'font_size' | 'bold' | 'italic'>,
  size: number = textBase.size,
  bold = false,
): TextStyle {
  return { font: shape.font ?? textBase.font, size: shape.font_size ?? size, bold: shape.bold ?? bold, italic: shape.italic ?? false };
}

/** Code is set a little smaller: monospaced letters look large beside others. */
const codeSize = 0.92;

/** The shape's text in lines, its styled stretches included; they wrap at `width` px when it is given. */
export function layoutShapeText(
  shape: Pick<Shape, 'text' | 'text_spans' | 'underline' | 'strike'>,
  style: TextStyle,
  measure: TextMeasurer,
  { width, align }: { readonly width?: number; readonly align?: TextAlign } = {},
): TextLayout {
  const { underline = false, strike = false } = shape;
  return layoutText(shape.text ?? '', style, {
    measure,
    look: { underline, strike },
    stretches: (shape.text_spans ?? []).map((span): TextStretch => {
      const { from, to, bold, italic, code, link } = span;
      const own = { ...style, bold: bold ?? style.bold ?? false, italic: italic ?? style.italic ?? false };
      return {
        from,
        to,
        style: code ? { ...own, font: 'mono', size: style.size * codeSize } : own,
        underline: span.underline ?? (underline || link !== undefined),
        strike: span.strike ?? strike,
        code: code ?? false,
        ...(link !== undefined && { href: link }),
      };
    }),
    ...(width !== undefined && { width }),
    ...(align && { align }),
  });
}

/** The shape's text, wrapped into a local box and placed as its text properties say: in the middle by default. */
export function placeText(shape: Shape, box: Box, context: TextContext, defaults: TextDefaults = {}): PlacedText {
  const style = defaults.style ?? textStyleOf(shape);
  const align = shape.text_align ?? defaults.align ?? 'center';
  const layout = layoutShapeText(shape, style, context.measure, { align, ...(defaults.wrap !== false && { width: box.w }) });
  const valign = shape.text_valign ?? defaults.valign ?? 'middle';
  const slack = box.h - layout.height;
  const paint = defaults.paint ?? (shape.text_color ? context.theme.stroke(shape.text_color) : context.theme.text);
  const y = box.y + (valign === 'middle' ? slack / 2 : valign === 'bottom' ? slack : 0);
  return { layout, style, align, paint, x: box.x, y, w: defaults.wrap === false ? layout.width : box.w };
}

/** Draws a placed text. Links stand out in the accent colour where the text is in the theme's own ink; on coloured ground they are underlined only. */
export function placedTextItems({ layout, paint, x, y }: PlacedText, theme: Theme): readonly DrawItem[] {
  const plain = paint === theme.text || paint === theme.stroke(undefined);
  return textItems(layout, { paint, x, y, codeGround: withAlpha(theme.stroke('grey'), 0.16), ...(plain && { linkPaint: theme.accent }) });
}
