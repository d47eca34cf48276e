import type { Edge, Side } from './model.ts';

/** Where something stands in a grid: columns to the right, rows down. */
export interface Cell {
  readonly x: number;
  readonly y: number;
}

/** The direction out of a side. */
export const outward: Readonly<Record<Side, Cell>> = {
  L: { x: -1, y: 0 },
  R: { x: 1, y: 0 },
  T: { x: 0, y: -1 },
  B: { x: 0, y: 1 },
};

/** A side as an anchor on a box. */
export function anchorAt(side: Side): Cell {
  return { x: (outward[side].x + 1) / 2, y: (outward[side].y + 1) / 2 };
}

/** Where the sides of an edge put its end, seen from its start; undefined when both ends are at the same side, which says nothing. */
export function stepOf({ from, to }: Pick<Edge, 'from' | 'to'>): Cell | undefined {
  if (from.side === to.side) return undefined;
  const [out, back] = [outward[from.side], outward[to.side]];
  const step = { x: out.x - back.x, y: out.y - back.y };
  return { x: Math.sign(step.x), y: Math.sign(step.y) };
}
