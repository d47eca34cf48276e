import type { Shape } from '@autograph/document';
import type { TextMeasurer, TextStyle } from '@autograph/geometry';
import { layoutText, type TextLayout } from '@autograph/render';

/** A state of a state diagram: its name, and below a rule what is said of it. */
export interface StateShape extends Shape {
  /** Lines of text below the name. */
  readonly details?: readonly string[];
}

/** Where everything of a state stands, px from its top-left corner. */
export interface StateLayout {
  readonly w: number;
  readonly h: number;
  /** Height of the compartment with the name. */
  readonly header: number;
  readonly details: readonly { readonly y: number; readonly layout: TextLayout }[];
}

/** Names wrap at this width, px, and so do details. */
const wrapping = { name: 200, details: 280 };
const least = { w: 64, h: 40 };
const padding = { x: 16, y: 11, header: 8, details: 7 };
const lineGap = 3;

/** Left edge of the details, px. */
export const detailInset = 12;
const detailStyle: TextStyle = { font: 'sans', size: 13 };

export function stateNameStyle({ font_size, bold, italic, details }: Partial<StateShape>): TextStyle {
  return { font: 'sans', size: font_size ?? 14, bold: bold ?? (details?.length ?? 0) > 0, italic: italic ?? false };
}

/** Sizes a state to its texts. */
export function layoutState(shape: Partial<StateShape>, measure: TextMeasurer): StateLayout {
  const name = layoutText(shape.text ?? '', stateNameStyle(shape), { measure, width: wrapping.name });
  const lines = (shape.details ?? []).map((text) => layoutText(text, detailStyle, { measure, width: wrapping.details }));
  const nameHeight = Math.ceil(name.height);
  const header = lines.length > 0 ? nameHeight + 2 * padding.header : Math.max(least.h, nameHeight + 2 * padding.y);
  let y = header + padding.details;
  const details = lines.map((layout) => {
    y += Math.ceil(layout.height) + lineGap;
    return { y: y - Math.ceil(layout.height) - lineGap, layout };
  });
  const widest = lines.reduce((most, { width }) => Math.max(most, width), 0);
  return {
    w: Math.max(least.w, Math.ceil(name.width) + 2 * padding.x, widest > 0 ? Math.ceil(widest) + 2 * detailInset : 0),
    h: lines.length > 0 ? y - lineGap + padding.details : header,
    header,
    details,
  };
}
