import type { Shape } from '@autograph/document';
import type { TextMeasurer, TextStyle } from '@autograph/geometry';
import { layoutText, type TextLayout } from '@autograph/render';

/** One attribute of an entity. */
export interface EntityRow {
  readonly type: string;
  readonly name: string;
  readonly keys: readonly string[];
  readonly comment: string;
}

/** A table of an entity relationship diagram: its name, and a row for each attribute. */
export interface EntityShape extends Shape {
  readonly rows: readonly EntityRow[];
}

export interface TableRow {
  /** px from the top of the table. */
  readonly y: number;
  readonly h: number;
  readonly comment: TextLayout;
}

/** Where everything of a table stands, px from its top-left corner. */
export interface TableLayout {
  readonly w: number;
  readonly h: number;
  readonly header: { readonly h: number; readonly title: TextLayout };
  readonly rows: readonly TableRow[];
  readonly columns: { readonly name: number; readonly type: number; readonly keys: number; readonly comment: number };
}

const base = { font: 'sans', size: 13 } as const;
export const titleStyle: TextStyle = { ...base, size: 14, bold: true };
export const nameStyle: TextStyle = base;
export const keyNameStyle: TextStyle = { ...base, bold: true };
export const typeStyle: TextStyle = { font: 'mono', size: 12 };
export const badgeStyle: TextStyle = { ...base, size: 10, bold: true };
const commentStyle: TextStyle = { ...base, size: 12, italic: true };

const inset = 14;
const columnGap = 18;
const rowPadding = 6;
const headerPadding = 10;
const widestComment = 240;
const leastWidth = 140;
const badgePadding = 5;
const badgeGap = 4;

export function badgeWidth(key: string, measure: TextMeasurer): number {
  return Math.ceil(measure.width(key, badgeStyle)) + 2 * badgePadding;
}

function badgesWidth(keys: readonly string[], measure: TextMeasurer): number {
  return keys.reduce((sum, key) => sum + badgeWidth(key, measure) + badgeGap, keys.length > 0 ? -badgeGap : 0);
}

/** Left edges of a row's key badges, px from the column's start. */
export function badgeOffsets(keys: readonly string[], measure: TextMeasurer): readonly number[] {
  return keys.map((_, at) => badgesWidth(keys.slice(0, at), measure) + (at > 0 ? badgeGap : 0));
}

/** Sizes the table to its texts: columns as wide as their widest cell, long comments wrapped, empty columns left out. */
export function layoutTable(title: string, rows: readonly EntityRow[], measure: TextMeasurer): TableLayout {
  const heading = layoutText(title, titleStyle, { measure });
  const comments = rows.map(({ comment }) => layoutText(comment, commentStyle, { measure, width: widestComment }));
  const widest = (widths: readonly number[]) => Math.ceil(widths.reduce((most, width) => Math.max(most, width), 0));
  const widths = {
    name: widest(rows.map((row) => measure.width(row.name, row.keys.includes('PK') ? keyNameStyle : nameStyle))),
    type: widest(rows.map((row) => measure.width(row.type, typeStyle))),
    keys: widest(rows.map((row) => badgesWidth(row.keys, measure))),
    comment: widest(comments.map((comment, at) => (rows[at]?.comment ? comment.width : 0))),
  };
  const after = (start: number, width: number) => (width > 0 ? start + width + columnGap : start);
  const type = after(inset, widths.name);
  const keys = after(type, widths.type);
  const comment = after(keys, widths.keys);
  const columns = { name: inset, type, keys, comment };
  const content = after(comment, widths.comment) - (rows.length > 0 ? columnGap : 0) + inset;
  const headerHeight = Math.ceil(heading.height) + 2 * headerPadding;
  const line = measure.lineHeight(nameStyle);
  let y = headerHeight;
  const placed = comments.map((text): TableRow => {
    const h = Math.ceil(Math.max(line, text.height)) + 2 * rowPadding;
    y += h;
    return { y: y - h, h, comment: text };
  });
  return {
    w: Math.max(leastWidth, content, Math.ceil(heading.width) + 2 * inset),
    h: rows.length > 0 ? y + 4 : headerHeight + 8,
    header: { h: headerHeight, title: heading },
    rows: placed,
    columns,
  };
}
