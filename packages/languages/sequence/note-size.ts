import type { TextMeasurer } from '@autograph/geometry';
import { layoutText } from '@autograph/render';

export const noteFontSize = 13;
const widest = 220;

/** Room of a note with these words, px. */
export function noteSize(text: string, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  const layout = layoutText(text, { font: 'sans', size: noteFontSize }, { measure, width: widest });
  return { w: Math.max(80, Math.ceil(layout.width) + 28), h: Math.ceil(layout.height) + 18 };
}
