import type { Shape } from '@autograph/document';
import type { TextMeasurer, TextStyle } from '@autograph/geometry';

/** A further part of a fragment, below a divider. */
export interface Section {
  /** Of the divider, px from the fragment's top. */
  readonly y: number;
  readonly text: string;
}

/** A labelled box around messages (loop, alt, par …), divided into sections by dashed lines. */
export interface FragmentShape extends Shape {
  readonly keyword: string;
  /** Below the first, whose guard is the shape's text. */
  readonly sections: readonly Section[];
}

export const keywordStyle: TextStyle = { font: 'sans', size: 12, bold: true };
export const guardStyle: TextStyle = { font: 'sans', size: 12 };
/** px */
export const fragmentTab = { h: 22, cut: 8 } as const;

/** Width of the tab that bears the keyword, px. */
export function tabWidth(keyword: string, measure: TextMeasurer): number {
  return Math.ceil(measure.width(keyword, keywordStyle)) + 24;
}
