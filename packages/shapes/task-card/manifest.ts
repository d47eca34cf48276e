import type { DrawContext, ShapeDefinition } from '@autograph/editor';
import { roundedRectanglePath } from '@autograph/geometry';
import { type DrawItem, layoutText, mixColors, placedTextItems, placeText, textItems } from '@autograph/render';
import { z } from 'zod';
import { type CardShape, cardFootHeight, cardFootStyle, cardPadding, cardTextStyle, hasFoot, priorityColor } from '../card-look.ts';
import { localBox } from '../outlines.ts';
import { recordSchema } from '../record-schema.ts';

const corner = 8;

/** A card of a kanban board. */
export const manifest: ShapeDefinition<CardShape> = {
  type: 'task-card',
  label: 'Card',
  schema: recordSchema('task-card', {
    ticket: z.string().max(400).optional(),
    ticket_link: z
      .string()
      .max(2_000)
      .regex(/^https?:\/\//i)
      .optional(),
    assigned: z.string().max(400).optional(),
    priority: z.string().max(100).optional(),
  }),
  defaults: { w: 220, h: 60 },
  resizable: false,
  rotatable: false,
  bindable: true,
  container: false,
  fields: [],
  outline: (shape) => roundedRectanglePath(localBox(shape), corner),
  draw: drawCard,
  filled: () => true,
  spoken: ({ text, ticket, assigned, priority }) =>
    [text ?? '', ...(ticket ? [ticket] : []), ...(assigned ? [`for ${assigned}`] : []), ...(priority ? [`priority ${priority}`] : [])].join(
      ', ',
    ),
  textBox,
  placeText: placed,
};

function textBox(shape: CardShape) {
  const foot = hasFoot(shape) ? cardFootHeight : 0;
  return { x: cardPadding.x, y: cardPadding.y, w: shape.w - 2 * cardPadding.x, h: shape.h - 2 * cardPadding.y - foot };
}

function placed(shape: CardShape, context: DrawContext) {
  return placeText(shape, textBox(shape), context, { style: cardTextStyle, paint: context.theme.text, align: 'left', valign: 'top' });
}

function drawCard(shape: CardShape, context: DrawContext): readonly DrawItem[] {
  const { theme } = context;
  const outline = roundedRectanglePath(localBox(shape), corner);
  const color = priorityColor(shape.priority);
  const edge: DrawItem = {
    kind: 'path',
    path: roundedRectanglePath({ x: 0, y: 0, w: 5, h: shape.h }, 2),
    fill: theme.fill(color, 'solid'),
  };
  const border = { paint: mixColors(theme.stroke('grey'), theme.background, 0.55), width: 1 };
  return [
    { kind: 'path', path: outline, fill: theme.fill(undefined, 'soft'), stroke: border },
    ...(color ? [{ kind: 'group', clip: outline, items: [edge] } as const] : []),
    ...(shape.text ? placedTextItems(placed(shape, context), theme) : []),
    ...foot(shape, context),
  ];
}

/** The ticket to the left, who works on it to the right. */
function foot({ w, h, ticket = '', ticket_link, assigned = '' }: CardShape, { theme, measure }: DrawContext): readonly DrawItem[] {
  const y = h - cardPadding.y - measure.lineHeight(cardFootStyle);
  const style = { measure };
  const left = layoutText(ticket, cardFootStyle, {
    ...style,
    ...(ticket_link && { stretches: [{ from: 0, to: ticket.length, style: cardFootStyle, underline: true, href: ticket_link }] }),
  });
  const right = layoutText(assigned, cardFootStyle, style);
  return [
    ...(ticket ? textItems(left, { paint: theme.accent, x: cardPadding.x, y }) : []),
    ...(assigned ? textItems(right, { paint: theme.stroke('grey'), x: w - cardPadding.x - right.width, y }) : []),
  ];
}
