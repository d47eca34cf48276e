/** The typefaces that a text can be set in. Every measurer and painter knows exactly these, and all are drawn with bundled fonts. */
export const fontFamilies = ['sans', 'serif', 'mono', 'hand', 'arial', 'helvetica', 'times', 'courier'] as const;
export type FontFamily = (typeof fontFamilies)[number];

/** What decides the size of a text: everything else about it is paint. */
export interface TextStyle {
  readonly font: FontFamily;
  /** px */
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/**
 * Text metrics port. An adapter must answer the same numbers in browser and server,
 * so that a layout computed in one is valid in the other.
 */
export interface TextMeasurer {
  /** Advance width of one line, px. */
  width(line: string, style: TextStyle): number;
  /** Distance between baselines, px. */
  lineHeight(style: TextStyle): number;
  /** Distance from the top of a line box to its baseline, px. */
  ascent(style: TextStyle): number;
}
