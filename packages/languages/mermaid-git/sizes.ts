import type { TextMeasurer } from '@autograph/geometry';
import { plainText } from './labels.ts';

export const branchStyle = { font: 'sans', size: 13, bold: true } as const;
export const tagStyle = { font: 'sans', size: 11 } as const;

/** Room of a branch's name, px. */
export function branchLabelSize(name: string, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  return { w: Math.ceil(measure.width(plainText(name), branchStyle)) + 26, h: 24 };
}

export function tagSize(text: string, measure: TextMeasurer): { readonly w: number; readonly h: number } {
  const words = Math.ceil(measure.width(plainText(text), tagStyle));
  // A rectangle keeps a quarter of its width clear on both sides, up to 12 px.
  return { w: Math.max(24, Math.min(2 * words, words + 24) + 2), h: 18 };
}
