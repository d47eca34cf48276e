import type { TextMeasurer, TextStyle } from '@autograph/geometry';
import { breakLines } from './line-breaks.ts';

export type TextAlign = 'left' | 'center' | 'right' | 'justify';

export interface TextLine {
  readonly text: string;
  /** Start of the line, px from the left of the text box. */
  readonly x: number;
  /** px from the top of the text box. */
  readonly baseline: number;
  /** px, justification included. */
  readonly width: number;
  /** What justification adds to every space, px. */
  readonly spacing: number;
}

export interface TextLayout {
  readonly lines: readonly TextLine[];
  /** Of the widest line, px. */
  readonly width: number;
  /** px */
  readonly height: number;
  /** Width of a string in the layout's style, px. */
  measure(text: string): number;
}

export interface TextLayoutOptions {
  readonly measure: TextMeasurer;
  /** Lines wrap at this width, px; without it only at line feeds. */
  readonly width?: number;
  readonly align?: TextAlign;
}

/** Breaks a text into lines and places each. Without a width, lines align to the widest of them. */
export function layoutText(text: string, style: TextStyle, { measure, width, align = 'left' }: TextLayoutOptions): TextLayout {
  const widthOf = (part: string) => measure.width(part, style);
  const lines = breakLines(text, width ?? Number.POSITIVE_INFINITY, widthOf);
  const widest = lines.reduce((most, line) => Math.max(most, line.width), 0);
  const room = width ?? widest;
  const height = measure.lineHeight(style);
  const ascent = measure.ascent(style);
  return {
    lines: lines.map((line, i) => {
      const slack = room - line.width;
      const spaces = align === 'justify' && !line.last ? line.text.split(' ').length - 1 : 0;
      const spacing = spaces > 0 && slack > 0 ? slack / spaces : 0;
      return {
        text: line.text,
        x: align === 'center' ? slack / 2 : align === 'right' ? slack : 0,
        baseline: i * height + ascent,
        width: line.width + spacing * spaces,
        spacing,
      };
    }),
    width: widest,
    height: lines.length * height,
    measure: widthOf,
  };
}
