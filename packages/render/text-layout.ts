import type { TextMeasurer, TextStyle } from '@autograph/geometry';
import { hasRightToLeft, runsRightToLeft } from './bidi.ts';
import { type BrokenLine, breakLines } from './line-breaks.ts';

export type TextAlign = 'left' | 'center' | 'right' | 'justify';

/** How a stretch of text looks. */
export interface TextLook {
  readonly style: TextStyle;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** Where the stretch links to. */
  readonly href?: string;
  /** Set off by a patch below the letters. */
  readonly code?: boolean;
}

/** The units `from` to `to` of a text that look the same. */
export interface TextStretch extends TextLook {
  readonly from: number;
  readonly to: number;
}

export interface TextLine {
  readonly text: string;
  /** Where the line begins and ends in the text, spaces at its end left off. */
  readonly from: number;
  readonly to: number;
  /** Start of the line, px from the left of the text box. */
  readonly x: number;
  /** px from the top of the text box. */
  readonly baseline: number;
  /** px, justification included. */
  readonly width: number;
  /** What justification adds to every space, px. */
  readonly spacing: number;
  /** Its paragraph runs from right to left. */
  readonly rtl: boolean;
}

export interface TextLayout {
  readonly lines: readonly TextLine[];
  /** Of the widest line, px. */
  readonly width: number;
  /** px */
  readonly height: number;
  /** Width of the units `from` to `to` of the text, px. */
  widthBetween(from: number, to: number): number;
  /** The units `from` to `to` of the text, cut where the look changes. */
  stretches(from: number, to: number): readonly TextStretch[];
}

export interface TextLayoutOptions {
  readonly measure: TextMeasurer;
  /** Lines wrap at this width, px; without it only at line feeds. */
  readonly width?: number;
  readonly align?: TextAlign;
  /** How all of the text looks besides its style. */
  readonly look?: Omit<TextLook, 'style'>;
  /** Stretches that look different, in order and apart from each other. */
  readonly stretches?: readonly TextStretch[];
}

/** Breaks a text into lines and places each; in paragraphs from right to left, left and right change places. Without a width, lines align to the widest of them. */
export function layoutText(text: string, style: TextStyle, options: TextLayoutOptions): TextLayout {
  const { measure, width, align = 'left' } = options;
  const stretches = stretchesOf(text, { ...options.look, style }, options.stretches ?? []);
  const widthBetween = (from: number, to: number) =>
    stretches(from, to).reduce((sum, part) => sum + measure.width(text.slice(part.from, part.to), part.style), 0);
  const lines = breakLines(text, width ?? Number.POSITIVE_INFINITY, widthBetween);
  const widest = lines.reduce((most, line) => Math.max(most, line.width), 0);
  const room = width ?? widest;
  const height = measure.lineHeight(style);
  const ascent = measure.ascent(style);
  const directed = hasRightToLeft(text);
  let rtl = false;
  return {
    lines: lines.map(({ from, to, width: taken, last }, i) => {
      const content = text.slice(from, to);
      if (directed && (i === 0 || lines[i - 1]?.last)) rtl = runsRightToLeft(text.slice(from, paragraphEnd(lines, i)));
      const slack = room - taken;
      const spaces = align === 'justify' && !last && !hasRightToLeft(content) ? content.split(' ').length - 1 : 0;
      const spacing = spaces > 0 && slack > 0 ? slack / spaces : 0;
      return {
        text: content,
        from,
        to,
        x: align === 'center' ? slack / 2 : (align === 'right') !== rtl ? slack : 0,
        baseline: i * height + ascent,
        width: taken + spacing * spaces,
        spacing,
        rtl,
      };
    }),
    width: widest,
    height: lines.length * height,
    widthBetween,
    stretches,
  };
}

/** Where the paragraph that begins with a line ends. */
function paragraphEnd(lines: readonly BrokenLine[], start: number): number | undefined {
  return lines.slice(start).find(({ last }) => last)?.to;
}

/** Cuts parts of a text where its look changes: at the given stretches, and between them in the look of the whole. */
function stretchesOf(text: string, look: TextLook, given: readonly TextStretch[]) {
  const all: TextStretch[] = [];
  let at = 0;
  for (const stretch of given) {
    if (stretch.from > at) all.push({ ...look, from: at, to: stretch.from });
    all.push(stretch);
    at = stretch.to;
  }
  if (at < text.length) all.push({ ...look, from: at, to: text.length });
  return (from: number, to: number): readonly TextStretch[] =>
    all
      .filter((stretch) => stretch.from < to && stretch.to > from)
      .map((stretch) => ({ ...stretch, from: Math.max(from, stretch.from), to: Math.min(to, stretch.to) }));
}
