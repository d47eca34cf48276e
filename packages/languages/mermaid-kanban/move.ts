import type { TextPatch } from '@autograph/editor';
import type { Box } from '@autograph/geometry';
import { linesOf, moveLines } from '../mermaid/outline-lines.ts';
import type { KanbanLayout } from './layout.ts';
import type { Card, Column, KanbanModel } from './model.ts';

/** Puts the lines of a card where it was dropped: below the column's heading, between other cards, or at the end. */
export function moveCard(model: KanbanModel, layout: KanbanLayout, nodeId: string, dropped: Box, source: string): readonly TextPatch[] {
  const from = model.columns.findIndex(({ cards }) => cards.some((card) => card.nodeId === nodeId));
  const card = model.columns[from]?.cards.find((candidate) => candidate.nodeId === nodeId);
  const { column, next, place } = placeIn(model, layout, dropped, source, card);
  if (!card || !column) return [];
  if (column === model.columns[from] && next === column.cards[column.cards.indexOf(card) + 1]) return [];
  const neighbour = column.cards.find((other) => other !== card);
  const by = neighbour ? neighbour.level - card.level : 0;
  return moveLines(linesOf([card], source), place, source, by);
}

/** The column below a box, the card of it that comes next below (other than `but`), and where a line before that one begins. */
export function placeIn(
  model: KanbanModel,
  layout: KanbanLayout,
  dropped: Box,
  source: string,
  but?: Card,
): { readonly column?: Column; readonly next?: Card; readonly place: number } {
  const at = nearest(layout, dropped);
  const column = model.columns[at];
  if (!column) return { place: 0 };
  const middle = dropped.y + dropped.h / 2;
  const next = column.cards.find((card, i) => {
    const box = layout.columns[at]?.cards[i];
    return card !== but && box !== undefined && box.y + box.h / 2 > middle;
  });
  return { column, ...(next && { next }), place: next ? linesOf([next], source).from : endOf(column, source) };
}

/** Puts a column with its cards before the one that it was dropped left of, or at the end. */
export function moveColumn(model: KanbanModel, layout: KanbanLayout, nodeId: string, dropped: Box, source: string): readonly TextPatch[] {
  const column = model.columns.find((candidate) => candidate.nodeId === nodeId);
  if (!column) return [];
  const middle = dropped.x + dropped.w / 2;
  const next = model.columns.find((other, at) => {
    const box = layout.columns[at]?.box;
    return other !== column && box !== undefined && box.x + box.w / 2 > middle;
  });
  if (next === model.columns[model.columns.indexOf(column) + 1]) return [];
  const last = model.columns.at(-1);
  const place = next ? linesOf([next], source).from : last ? endOf(last, source) : 0;
  return moveLines(linesOf([column, ...column.cards], source), place, source);
}

function endOf(column: Column, source: string): number {
  return linesOf([column, ...column.cards], source).to;
}

function nearest({ columns }: KanbanLayout, { x, w }: Box): number {
  const distances = columns.map(({ box }) => Math.abs(box.x + box.w / 2 - (x + w / 2)));
  return distances.indexOf(Math.min(...distances));
}
