import type { Box, TextMeasurer } from '@autograph/geometry';
import { layoutText } from '@autograph/render';
import { cardHeight } from '@autograph/shapes/card-look.ts';
import { containerPadding } from '../container.ts';
import { cardText } from './labels.ts';
import type { KanbanModel } from './model.ts';

/** px */
const columnWidth = 240;
const gap = { columns: 16, cards: 10 } as const;
const inset = 12;
/** Least room below a column's name for what is to come. */
const emptyHeight = 60;

export const columnStyle = { font: 'sans', size: 15, bold: true } as const;

/** The boxes of columns and of their cards, in the block's coordinates, px. */
export interface KanbanLayout {
  readonly columns: readonly { readonly box: Box; readonly cards: readonly Box[] }[];
}

/** Columns side by side, cards one below the other, in the order of the text. */
export function layoutKanban({ columns }: KanbanModel, measure: TextMeasurer): KanbanLayout {
  const heads = columns.map((column) => layoutText(cardText(column), columnStyle, { measure, width: columnWidth - 2 * inset }).height);
  const head = Math.ceil(heads.reduce((most, height) => Math.max(most, height), 0)) + 2 * inset;
  const stacks = columns.map(({ cards }, at) => {
    const x = containerPadding + at * (columnWidth + gap.columns);
    let y = containerPadding + head;
    const boxes = cards.map((card): Box => {
      const w = columnWidth - 2 * inset;
      const box = { x: x + inset, y, w, h: cardHeight({ ...card, text: cardText(card) }, w, measure) };
      y += box.h + gap.cards;
      return box;
    });
    return { x, boxes, bottom: Math.max(y - gap.cards, containerPadding + head + emptyHeight) + inset };
  });
  const bottom = stacks.reduce((most, stack) => Math.max(most, stack.bottom), 0);
  return {
    columns: stacks.map(({ x, boxes }) => ({
      box: { x, y: containerPadding, w: columnWidth, h: bottom - containerPadding },
      cards: boxes,
    })),
  };
}
