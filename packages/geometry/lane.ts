/** The place of an arrow among those that join the same two spots of shapes, or loop at the same one. */
export interface Lane {
  /** 0 for the first. */
  readonly index: number;
  readonly count: number;
}

export const onlyLane: Lane = { index: 0, count: 1 };

/** Usual distance between neighbouring arrows of one pair, px. */
const laneWidth = 24;

/** Sideways offset of a lane from the middle, px: at most `room` to either side, so lanes move together where it is narrow. */
export function laneOffset({ index, count }: Lane, room = Infinity): number {
  if (count < 2) return 0;
  return (index - (count - 1) / 2) * Math.min(laneWidth, (2 * room) / (count - 1));
}

/** The lane as seen from the other end of the way. */
export function mirroredLane({ index, count }: Lane): Lane {
  return { index: count - 1 - index, count };
}
