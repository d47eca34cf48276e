import type { Vec } from '@autograph/geometry';

export type SideId = 'right' | 'down' | 'left' | 'up';

/** A side of a shape's box. */
export interface Side {
  readonly id: SideId;
  /** Unit vector out of the box. */
  readonly out: Vec;
  /** Its middle in shares of the box. */
  readonly middle: Vec;
}

export const sides: readonly Side[] = [
  { id: 'right', out: { x: 1, y: 0 }, middle: { x: 1, y: 0.5 } },
  { id: 'down', out: { x: 0, y: 1 }, middle: { x: 0.5, y: 1 } },
  { id: 'left', out: { x: -1, y: 0 }, middle: { x: 0, y: 0.5 } },
  { id: 'up', out: { x: 0, y: -1 }, middle: { x: 0.5, y: 0 } },
];
