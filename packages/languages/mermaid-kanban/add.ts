import type { Block } from '@autograph/document';
import { type AddEdit, patchText, type StructureChange, type TextPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Refusal } from '../language.ts';
import { layoutKanban } from './layout.ts';
import type { KanbanModel } from './model.ts';
import { placeIn } from './move.ts';
import { parseKanban } from './parse.ts';

/** A new card in the column where it was drawn, between the cards that are there. */
export function addCard(model: KanbanModel, block: Block, { at }: AddEdit, measure: TextMeasurer): StructureChange | Refusal {
  const { source } = block;
  const layout = layoutKanban(model, measure);
  const { column, place } = placeIn(model, layout, { ...at, w: 0, h: 0 }, source);
  if (!column) return { refused: 'A new card does not fit into this text. Write it there.' };
  const other = model.columns.flatMap(({ cards }) => cards)[0];
  const level = column.cards[0]?.level ?? (other ? column.level + other.level - (model.columns[0]?.level ?? 0) : column.level + 2);
  const line = `${' '.repeat(level)}${bracketed(model) ? '[New card]' : 'New card'}`;
  const atEnd = place === source.length && !source.endsWith('\n');
  const patch: TextPatch = { from: place, to: place, insert: atEnd ? `\n${line}` : `${line}\n` };
  const after = parseKanban(patchText(source, [patch]));
  if (!after.ok) return { refused: 'A new card does not fit into this text. Write it there.' };
  const made = after.model.columns.flatMap(({ cards }) => cards).find(({ range }) => range.from >= place)?.nodeId;
  return { patches: [patch], layout: {}, ...(made !== undefined && { made }) };
}

/** Whether the text writes cards in brackets. */
function bracketed({ columns }: KanbanModel): boolean {
  const cards = columns.flatMap((column) => column.cards);
  return cards.length > 0 && cards.every(({ brackets }) => brackets !== undefined);
}
