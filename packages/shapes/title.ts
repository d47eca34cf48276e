import type { Shape } from '@autograph/document';
import type { DrawContext } from '@autograph/editor';
import type { Box } from '@autograph/geometry';
import { type DrawItem, placedTextItems, placeText, type TextDefaults, textStyleOf } from '@autograph/render';

const gap = 10;

/** A shape's text on one line, cut short where it does not fit the box, and at its end the number of what it stands for, if any. */
export function drawTitle(shape: Shape, box: Box, context: DrawContext, look: TextDefaults, count: string): readonly DrawItem[] {
  const style = look.style ?? textStyleOf(shape);
  const plain = { ...style, bold: false };
  const taken = count === '' ? 0 : context.measure.width(count, plain) + gap;
  const room = { ...box, w: Math.max(0, box.w - taken) };
  const text = (shape.text ?? '').replace(/\s/g, ' ');
  const line = cutShort(text, room.w, (part) => context.measure.width(part, style));
  const { text_spans: spans, ...rest } = shape;
  const title = placeText({ ...rest, text: line, ...(line === text && spans && { text_spans: spans }) }, room, context, look);
  if (count === '') return placedTextItems(title, context.theme);
  const end = { ...box, w: box.w - gap / 2 };
  const number = placeText({ ...rest, text: count, bold: false, text_align: 'right' }, end, context, { ...look, style: plain });
  return [...placedTextItems(title, context.theme), ...placedTextItems(number, context.theme)];
}

/** The longest beginning that fits into the width, px, with an ellipsis when it is not all. */
function cutShort(text: string, width: number, widthOf: (part: string) => number): string {
  if (widthOf(text) <= width) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthOf(`${text.slice(0, middle).trimEnd()}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${text.slice(0, low).trimEnd()}…`;
}
