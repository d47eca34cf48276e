import type { Box, TextMeasurer } from '@autograph/geometry';
import { connectorLabelExtent } from '@autograph/shapes/connector-label.ts';
import type { ArchitectureModel, Edge, EdgeEnd } from './model.ts';
import { anchorAt } from './sides.ts';
import { edgeText } from './view.ts';

/** Clear space at an arrow's tip, and what its corner's rounding takes off the way, px. */
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
  const points = [edge.from, edge.to].flatMap(({ name, side }) => {
    const box = boxes.get(name.text);
    const anchor = anchorAt(side);
    return box ? [{ x: box.x + anchor.x * box.w, y: box.y + anchor.y * box.h }] : [];
  });
  const [start, end] = points;
  if (label.w === 0 || !start || !end || !isFanned(edge, model)) return {};
  const sideways = edge.to.side === 'L' || edge.to.side === 'R';
  const [dx, dy] = [Math.abs(end.x - start.x), Math.abs(end.y - start.y)];
  const leg = (sideways ? dx : dy) / 2 - tip;
  if (leg < (sideways ? label.w : label.h) + 2 * tip) return {};
  return { label_position: 1 - leg / 2 / (dx + dy - 2 * tip) };
}
