import type { Color } from '@autograph/document';
import type { Paint } from './display-list.ts';

/** Resolves the document's colours for one appearance of the board. */
export interface Theme {
  readonly id: 'light' | 'dark';
  readonly background: Paint;
  readonly grid: Paint;
  readonly accent: Paint;
  readonly text: Paint;
  stroke(color: Color | undefined): Paint;
  /** `soft` is the pastel of a palette colour, legible under `text`. */
  fill(color: Color | undefined, style: 'solid' | 'soft'): Paint;
}
