import type { Color, Shape } from '@autograph/document';
import type { TextStyle } from '@autograph/geometry';

/** What lies behind the bars of a schedule: ticks, bands of sections, free days, a line for now. All px of the shape's own. */
export interface TimeGridShape extends Shape {
  /** The area with the bars. */
  readonly plot: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** The sections' rows, as wide as the shape. */
  readonly bands: readonly { readonly y: number; readonly h: number }[];
  readonly ticks: readonly { readonly x: number; readonly text?: string }[];
  /** Whether the ticks' labels stand above the plot too. */
  readonly top_axis?: boolean;
  /** Days on which nobody works. */
  readonly shaded: readonly { readonly x: number; readonly w: number }[];
  readonly now?: { readonly x: number; readonly color?: Color; readonly width?: number; readonly opacity?: number };
}

export const tickStyle: TextStyle = { font: 'sans', size: 12 };
/** Height of a row of ticks' labels, px. */
export const axisHeight = 24;
