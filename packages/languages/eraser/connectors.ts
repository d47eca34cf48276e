import type { ArrowHead, Shape, ShapeChange } from '@autograph/document';

type Line = Pick<Shape, 'stroke_style' | 'start_head' | 'end_head'>;

const head: ArrowHead = 'triangle';

/** How a connector is drawn: broken when it has two dashes, with heads where it points; between tables, with crow's feet at the side of the many. */
export function lineOf(connector: string, tables: boolean): Line {
  const [back, forth] = [connector.startsWith('<'), connector.endsWith('>')];
  const stroke_style = connector.includes('--') ? 'dashed' : 'solid';
  if (!tables) return { start_head: back ? head : 'none', end_head: forth ? head : 'none', stroke_style };
  // An arrow leads from the many to the one.
  return { start_head: forth ? 'many' : 'one', end_head: back ? 'many' : 'one', stroke_style };
}

const severalHeads: ReadonlySet<unknown> = new Set(['many', 'one_or_many', 'zero_or_many']);

/** The connector after a change of its heads or its line. */
export function connectorAfter(connector: string, change: ShapeChange, tables: boolean): string {
  if (change.start_head === undefined && change.end_head === undefined && change.stroke_style === undefined) return connector;
  const after = { ...lineOf(connector, tables), ...change };
  const broken = (after.stroke_style ?? 'solid') !== 'solid';
  const start = tables ? severalHeads.has(after.end_head) : (after.start_head ?? 'none') !== 'none';
  const end = tables ? severalHeads.has(after.start_head) : (after.end_head ?? 'none') !== 'none';
  if (connector.startsWith('<') === start && connector.endsWith('>') === end && connector.includes('--') === broken) return connector;
  if (broken) return `${start ? '<' : ''}--${end ? '>' : ''}`;
  return start ? (end ? '<>' : '<') : end ? '>' : '-';
}
