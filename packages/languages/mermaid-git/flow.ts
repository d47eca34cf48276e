import type { Vec } from '@autograph/geometry';
import type { GitDirection } from './model.ts';

/** How time and lanes lie on the board. */
export interface Flow {
  readonly direction: GitDirection;
  /** A point by how far along the time and across the lanes it is, px. */
  at(along: number, across: number): Vec;
  /** The reverse. */
  of(point: Vec): { readonly along: number; readonly across: number };
}

/** Time runs to the right, down or up from a corner; `length` is all of it, px. */
export function flowOf(direction: GitDirection, { x, y }: Vec, length: number): Flow {
  switch (direction) {
    case 'LR':
      return {
        direction,
        at: (along, across) => ({ x: x + along, y: y + across }),
        of: (point) => ({ along: point.x - x, across: point.y - y }),
      };
    case 'TB':
      return {
        direction,
        at: (along, across) => ({ x: x + across, y: y + along }),
        of: (point) => ({ along: point.y - y, across: point.x - x }),
      };
    case 'BT':
      return {
        direction,
        at: (along, across) => ({ x: x + across, y: y + length - along }),
        of: (point) => ({ along: y + length - point.y, across: point.x - x }),
      };
  }
}
