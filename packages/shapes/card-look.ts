import type { PaletteColor, Shape } from '@autograph/document';
import type { TextMeasurer, TextStyle } from '@autograph/geometry';
import { layoutText } from '@autograph/render';

/** A card of a board with work on it. */
export interface CardShape extends Shape {
  readonly ticket?: string;
  /** Where the ticket is, http or https. */
  readonly ticket_link?: string;
  readonly assigned?: string;
  readonly priority?: string;
}

export const cardTextStyle: TextStyle = { font: 'sans', size: 14 };
export const cardFootStyle: TextStyle = { font: 'sans', size: 12 };
/** px */
export const cardPadding = { x: 14, y: 10 } as const;
export const cardFootHeight = 22;

export function hasFoot({ ticket, assigned }: Pick<CardShape, 'ticket' | 'assigned'>): boolean {
  return Boolean(ticket || assigned);
}

/** How high a card of a width is for its words, px. */
export function cardHeight(card: Pick<CardShape, 'text' | 'ticket' | 'assigned'>, width: number, measure: TextMeasurer): number {
  const { height } = layoutText(card.text ?? '', cardTextStyle, { measure, width: width - 2 * cardPadding.x });
  return Math.ceil(height) + 2 * cardPadding.y + (hasFoot(card) ? cardFootHeight : 0);
}

/** The colour of a priority, by its name; none for others. */
export function priorityColor(priority: string | undefined): PaletteColor | undefined {
  const colors: Readonly<Record<string, PaletteColor>> = {
    'very high': 'red',
    high: 'orange',
    medium: 'yellow',
    low: 'blue',
    'very low': 'grey',
  };
  return colors[priority?.trim().toLowerCase() ?? ''];
}
