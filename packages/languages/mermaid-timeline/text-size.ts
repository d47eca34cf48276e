import type { TextMeasurer, TextStyle } from '@autograph/geometry';
import { layoutText } from '@autograph/render';

/** A rectangle keeps so much clear around its words, px. */
const padding = { x: 12, y: 8 } as const;

/** How high a card of a width is for its words, px. */
export function cardHeight(text: string, style: TextStyle, width: number, measure: TextMeasurer): number {
  return Math.ceil(layoutText(text, style, { measure, width: width - 2 * padding.x }).height) + 2 * padding.y;
}
