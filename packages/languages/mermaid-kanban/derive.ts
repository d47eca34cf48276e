import { type Block, keysBetween, type PaletteColor, type Shape } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { CardShape } from '@autograph/shapes/card-look.ts';
import { derivedBase } from '../connector.ts';
import { safeLink } from '../mermaid/link.ts';
import { cardText } from './labels.ts';
import { columnStyle, layoutKanban } from './layout.ts';
import type { Card, KanbanModel } from './model.ts';

/** The colours of columns, in turn. */
const colors: readonly PaletteColor[] = ['blue', 'purple', 'orange', 'green', 'red', 'yellow'];

/** Columns with cards, placed by the text's order alone. */
export function deriveKanban(model: KanbanModel, block: Block, measure: TextMeasurer): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const { columns } = layoutKanban(model, measure);
  const shapes = model.columns.flatMap((column, at): Omit<Shape, 'index'>[] => {
    const place = columns[at];
    if (!place) return [];
    const ground: Omit<Shape, 'index'> = {
      ...derivedBase(block, column.nodeId),
      ...place.box,
      type: 'rectangle',
      text: cardText(column),
      text_valign: 'top',
      fill: colors[at % colors.length] ?? 'blue',
      stroke: 'none',
      radius: 12,
      font_size: columnStyle.size,
      bold: true,
    };
    const cards = column.cards.flatMap((card, i): Omit<CardShape, 'index'>[] => {
      const box = place.cards[i];
      return box ? [{ ...derivedBase(block, card.nodeId), ...box, type: 'task-card', text: cardText(card), ...details(card, model) }] : [];
    });
    return [ground, ...cards];
  });
  const keys = keysBetween(null, null, shapes.length);
  const ranges = model.columns
    .flatMap((column) => [column, ...column.cards])
    .map(({ nodeId, range }) => [nodeId, { from: range.from, to: range.to }] as const);
  return { shapes: shapes.map((shape, at) => ({ ...shape, index: keys[at] ?? 'a0' })), unplaced: [], ranges: new Map(ranges) };
}

function details(
  { ticket, assigned, priority }: Card,
  { ticketBaseUrl }: KanbanModel,
): Pick<CardShape, 'ticket' | 'ticket_link' | 'assigned' | 'priority'> {
  const link = ticket && ticketBaseUrl ? safeLink(ticketBaseUrl.replaceAll('#TICKET#', encodeURIComponent(ticket))) : undefined;
  return {
    ...(ticket && { ticket: ticket.slice(0, 400) }),
    ...(link && /^https?:/i.test(link) && { ticket_link: link }),
    ...(assigned && { assigned: assigned.slice(0, 400) }),
    ...(priority && { priority: priority.slice(0, 100) }),
  };
}
