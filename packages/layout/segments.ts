import type { Box, Vec } from '@autograph/geometry';

/** A horizontal or vertical piece of a route: where it lies across its way, and from where to where it runs. */
export interface Segment {
  readonly vertical: boolean;
  readonly across: number;
  readonly from: number;
  readonly to: number;
}

export function segmentBetween(a: Vec, b: Vec): Segment {
  const vertical = Math.abs(a.x - b.x) <= Math.abs(a.y - b.y);
  return vertical ? { vertical, across: a.x, from: a.y, to: b.y } : { vertical, across: a.y, from: a.x, to: b.x };
}

export function segmentsOf(route: readonly Vec[]): Segment[] {
  return route.slice(1).map((point, i) => segmentBetween(route[i] ?? point, point));
}

export const lengthOf = ({ from, to }: Segment): number => Math.abs(to - from);

/** A segment with `by` px of room on all sides. */
export function segmentBox({ vertical, across, from, to }: Segment, by: number): Box {
  const along = { at: Math.min(from, to) - by, size: Math.abs(to - from) + 2 * by };
  return vertical ? { x: across - by, y: along.at, w: 2 * by, h: along.size } : { x: along.at, y: across - by, w: along.size, h: 2 * by };
}

export function cross(a: Segment, b: Segment): boolean {
  const within = (value: number, { from, to }: Segment) => value > Math.min(from, to) && value < Math.max(from, to);
  return a.vertical !== b.vertical && within(b.across, a) && within(a.across, b);
}
