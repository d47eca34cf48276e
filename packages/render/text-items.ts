import type { TextStyle } from '@autograph/geometry';
import type { DrawItem, Paint } from './display-list.ts';
import type { TextLayout, TextLine } from './text-layout.ts';

export interface TextPlace {
  readonly style: TextStyle;
  readonly paint: Paint;
  /** Top-left corner of the text box, px. */
  readonly x: number;
  readonly y: number;
  readonly href?: string;
}

/** A laid-out text as display items: one a line, one a word where a line is justified. */
export function textItems(layout: TextLayout, place: TextPlace): readonly DrawItem[] {
  return layout.lines.flatMap((line) => (line.spacing > 0 ? wordItems(line, layout, place) : lineItem(line, place)));
}

function lineItem(
  { text, x, baseline, width }: Pick<TextLine, 'text' | 'x' | 'baseline' | 'width'>,
  place: TextPlace,
): readonly DrawItem[] {
  if (!text.trim()) return [];
  const { style, paint, href } = place;
  return [{ kind: 'text', x: place.x + x, y: place.y + baseline, width, runs: [{ text, style, paint, ...(href && { href }) }] }];
}

function wordItems(line: TextLine, { measure }: TextLayout, place: TextPlace): readonly DrawItem[] {
  const space = measure(' ') + line.spacing;
  let x = line.x;
  return line.text.split(' ').flatMap((text) => {
    const width = measure(text);
    const item = lineItem({ text, x, baseline: line.baseline, width }, place);
    x += width + space;
    return item;
  });
}
