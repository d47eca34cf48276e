import { roundedRectanglePath, type Vec } from '@autograph/geometry';
import { hasRightToLeft, visualParts } from './bidi.ts';
import type { DrawItem, Paint, TextRun } from './display-list.ts';
import type { TextLayout, TextLine, TextStretch } from './text-layout.ts';

export interface TextPlace {
  readonly paint: Paint;
  /** Of links, when not that of the rest. */
  readonly linkPaint?: Paint;
  /** Of the patch below code. */
  readonly codeGround?: Paint;
  /** Top-left corner of the text box, px. */
  readonly x: number;
  readonly y: number;
}

/** A laid-out text as display items: one a line, one a word where a line is justified, and patches below what has them. */
export function textItems(layout: TextLayout, place: TextPlace): readonly DrawItem[] {
  return layout.lines.flatMap((line) => partsOf(line, layout).flatMap((part) => partItems(part, line, layout, place)));
}

/** What is set without a gap: px from the left of the text box, and offsets into the text. */
interface LinePart {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly rtl: boolean;
}

function partsOf(line: TextLine, layout: TextLayout): readonly LinePart[] {
  if (hasRightToLeft(line.text)) return directedParts(line, layout);
  if (line.spacing === 0) return [{ ...line, rtl: false }];
  const { widthBetween } = layout;
  let { x, from } = line;
  return line.text.split(' ').map((word) => {
    const part = { x, from, to: from + word.length, rtl: false };
    x += widthBetween(from, part.to + 1) + line.spacing;
    from = part.to + 1;
    return part;
  });
}

/** A line with letters from right to left: each part in one direction and look, from left to right. */
function directedParts(line: TextLine, { stretches, widthBetween }: TextLayout): readonly LinePart[] {
  const cuts = new Set(stretches(line.from, line.to).map(({ from }) => from - line.from));
  let { x } = line;
  return visualParts(line.text, line.rtl, cuts).map((part) => {
    const [from, to] = [line.from + part.from, line.from + part.to];
    const placed = { x, from, to, rtl: part.rtl };
    x += widthBetween(from, to);
    return placed;
  });
}

function partItems({ x, from, to, rtl }: LinePart, line: TextLine, layout: TextLayout, place: TextPlace): readonly DrawItem[] {
  const text = line.text.slice(from - line.from, to - line.from);
  if (!text.trim()) return [];
  const stretches = layout.stretches(from, to);
  const [left, y] = [place.x + x, place.y + line.baseline];
  const runs = stretches.map(
    ({ style, underline, strike, href, ...part }): TextRun => ({
      text: line.text.slice(part.from - line.from, part.to - line.from),
      style,
      paint: (href !== undefined && place.linkPaint) || place.paint,
      ...(underline && { underline }),
      ...(strike && { strike }),
      ...(href !== undefined && { href }),
      ...(rtl && { rtl }),
    }),
  );
  const patches = stretches.flatMap((stretch) =>
    stretch.code && place.codeGround !== undefined
      ? patch(stretch, { x: left + layout.widthBetween(from, stretch.from), y }, place.codeGround, layout)
      : [],
  );
  return [...patches, { kind: 'text', x: left, y, width: layout.widthBetween(from, to), runs }];
}

/** How far a patch reaches beyond its letters at the sides, px. */
const patchMargin = 2;

function patch({ from, to, style }: TextStretch, { x, y }: Vec, fill: Paint, layout: TextLayout): readonly DrawItem[] {
  const w = layout.widthBetween(from, to) + 2 * patchMargin;
  const box = { x: x - patchMargin, y: y - style.size, w, h: style.size * 1.3 };
  return [{ kind: 'path', path: roundedRectanglePath(box, 3), fill }];
}
