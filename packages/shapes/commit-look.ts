import type { Color, Shape } from '@autograph/document';
import type { Box, TextMeasurer, TextStyle } from '@autograph/geometry';
import { layoutText, type TextLayout } from '@autograph/render';

export const commitMarks = ['normal', 'reverse', 'highlight', 'cherry-pick'] as const;
export const commitLabelPlaces = ['below', 'right', 'slanted'] as const;

/** A commit of a git graph. Its fill is the colour of its branch. */
export interface CommitShape extends Shape {
  readonly mark: (typeof commitMarks)[number];
  /** It joins two branches; with the mark `reverse`, after a conflict. */
  readonly merge?: boolean;
  readonly fill?: Color;
  readonly label_place: (typeof commitLabelPlaces)[number];
}

export const commitLabelStyle: TextStyle = { font: 'sans', size: 12 };
/** Diameter of a commit's dot, px. */
export const commitSize = 20;
/** Longer labels wrap, px. */
export const widestCommitLabel = 130;
/** Between a dot and its label, px. */
const gap = 5;
/** Half the square root of two: what a slanted line is wide and high for its length. */
const slant = Math.SQRT1_2;

export function commitLabelLayout(text: string, place: CommitShape['label_place'], measure: TextMeasurer): TextLayout {
  const align = place === 'below' ? 'center' : 'left';
  return layoutText(text, commitLabelStyle, { measure, align, ...(place !== 'slanted' && { width: widestCommitLabel }) });
}

/** Room of a label, upright even when it stands at a slant, px. */
export function commitLabelSize(
  text: string,
  place: CommitShape['label_place'],
  measure: TextMeasurer,
): { readonly w: number; readonly h: number } {
  if (!text) return { w: 0, h: 0 };
  const { width, height } = commitLabelLayout(text, place, measure);
  if (place !== 'slanted') return { w: Math.ceil(width), h: Math.ceil(height) };
  const side = Math.ceil((width + height) * slant);
  return { w: side, h: side };
}

/** Where a commit's label stands, in the shape's own coordinates, px. */
export function commitLabelBox({ w, h, text = '', label_place: place }: CommitShape, measure: TextMeasurer): Box {
  const size = commitLabelSize(text, place, measure);
  if (place === 'right') return { x: w + gap, y: (h - size.h) / 2, ...size };
  if (place === 'slanted') return { x: w / 2 + 6 - size.w, y: h + gap, ...size };
  return { x: (w - size.w) / 2, y: h + gap, ...size };
}
