import type { ArrowHead, Shape, ShapeChange } from '@autograph/document';

type Line = Pick<Shape, 'stroke_style' | 'start_head' | 'end_head'>;

const head: ArrowHead = 'triangle';

/** How a connector is drawn: heads where it points, broken when it has two dashes. */
export function lineOf(connector: string): Line & { readonly start_head: ArrowHead; readonly end_head: ArrowHead } {
  return {
    start_head: connector.startsWith('<') ? head : 'none',
    end_head: connector.endsWith('>') ? head : 'none',
    stroke_style: connector.includes('--') ? 'dashed' : 'solid',
  };
}

/** The connector after a change of its heads or its line; undefined when there is none like that. */
export function connectorAfter(connector: string, change: ShapeChange): string | undefined {
  const before = lineOf(connector);
  const start = (change.start_head === undefined ? before.start_head : (change.start_head ?? 'none')) !== 'none';
  const end = (change.end_head === undefined ? before.end_head : (change.end_head ?? 'none')) !== 'none';
  const broken = (change.stroke_style === undefined ? before.stroke_style : (change.stroke_style ?? 'solid')) !== 'solid';
  if (start === (before.start_head !== 'none') && end === (before.end_head !== 'none') && broken === (before.stroke_style === 'dashed'))
    return connector;
  if (broken) return `${start ? '<' : ''}--${end ? '>' : ''}`;
  return start ? (end ? '<>' : '<') : end ? '>' : '-';
}
