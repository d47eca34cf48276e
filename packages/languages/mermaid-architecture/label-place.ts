import type { Box, TextMeasurer } from '@autograph/geometry';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import { cornerRadius, cornerSaving } from '../edge-route.ts';
import type { ArchitectureModel, Edge, EdgeEnd } from './model.ts';
import { anchorAt } from './sides.ts';
import { edgeText } from './view.ts';

/** Clear space at an arrow's tip, px. */
const tip = 4;

function isAt(a: EdgeEnd, b: EdgeEnd): boolean {
  return a.name.text === b.name.text && a.side === b.side;
}

/** Whether an edge shares a side of a service with another one, so that for a stretch both run along one line. */
export function isFanned(edge: Edge, { edges }: Pick<ArchitectureModel, 'edges'>): boolean {
  return edges.some((other) => other !== edge && [edge.from, edge.to].some((end) => isAt(end, other.from) || isAt(end, other.to)));
}

/** Where the words of an edge in a fan sit: on the leg that it has for itself, before what it leads to; in the middle where they do not fit there. */
export function labelPlace(
  edge: Edge,
  model: Pick<ArchitectureModel, 'edges'>,
  boxes: ReadonlyMap<string, Box>,
  measure: TextMeasurer,
): { readonly label_position?: number } {
  const label = connectorLabelExtent({ text: edgeText(edge) }, measure);
  const way = wayOf(edge, boxes);
  if (label.w === 0 || !way || !isFanned(edge, model)) return {};
  const needed = (isSideways(edge) ? label.w : label.h) + 2 * tip;
  if (way.leg < needed) return {};
  // As far from their end as the words of the others that lead there: the same words lie on each other.
  const legs = model.edges.flatMap((other) => (isAt(other.to, edge.to) ? (wayOf(other, boxes)?.leg ?? []) : []));
  const leg = Math.min(...legs.filter((length) => length >= needed));
  return { label_position: 1 - leg / 2 / way.length };
}

const isSideways = ({ to }: Edge) => to.side === 'L' || to.side === 'R';

/** How long the way of an edge is, and the leg of it that it ends with, px. */
function wayOf(edge: Edge, boxes: ReadonlyMap<string, Box>): { readonly length: number; readonly leg: number } | undefined {
  const [start, end] = [edge.from, edge.to].flatMap(({ name, side }) => {
    const box = boxes.get(name.text);
    const anchor = anchorAt(side);
    return box ? [{ x: box.x + anchor.x * box.w, y: box.y + anchor.y * box.h }] : [];
  });
  if (!start || !end) return undefined;
  const [dx, dy] = [Math.abs(end.x - start.x), Math.abs(end.y - start.y)];
  const [along, across] = isSideways(edge) ? [dx, dy] : [dy, dx];
  const rounding = 2 * cornerSaving * Math.min(cornerRadius, along / 4, across / 2);
  return { length: dx + dy - 2 * tip - rounding, leg: along / 2 - tip };
}
