import type { DrawContext } from '@autograph/editor';
import type { Box, TextMeasurer, TextStyle, Vec } from '@autograph/geometry';
import { type DrawItem, layoutText, textItems } from '@autograph/render';

const style: TextStyle = { font: 'sans', size: 12 };
/** From the line, clear of its mark, and from the outline that the line ends at, px. */
const aside = 9;
const along = 5;

/** Room that a text at the end of a line takes beside it, px; 0 by 0 without one. */
export function endLabelExtent(text: string | undefined, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  if (!text) return { w: 0, h: 0 };
  const { width, height } = layoutText(text, style, { measure });
  return { w: Math.ceil(width) + aside, h: Math.ceil(height) + along };
}

/** Where a text stands at the end of a line that arrives along `direction`: right of a steep line, above a flat one. */
export function endLabelBox(text: string, tip: Vec, direction: Vec, measure: TextMeasurer): Box {
  const { width: w, height: h } = layoutText(text, style, { measure });
  if (Math.abs(direction.y) >= Math.abs(direction.x)) {
    return { x: tip.x + aside, y: direction.y > 0 ? tip.y - along - h : tip.y + along, w, h };
  }
  return { x: direction.x > 0 ? tip.x - along - w : tip.x + along, y: tip.y - aside - h, w, h };
}

/** The text at the end of a line; nothing without one. */
export function endLabelItems(text: string | undefined, tip: Vec, direction: Vec, { theme, measure }: DrawContext): readonly DrawItem[] {
  if (!text) return [];
  const { x, y } = endLabelBox(text, tip, direction, measure);
  return textItems(layoutText(text, style, { measure }), { paint: theme.text, x, y });
}
