import type { Box } from '@autograph/geometry';
import type { Direction } from './graph.ts';

/** Boxes as seen along the flow: ranks follow each other downwards, nodes of one rank stand from left to right. */
export interface Axes {
  readonly toFlow: (box: Box) => Box;
  readonly fromFlow: (box: Box) => Box;
}

const axes: Readonly<Record<Direction, Axes>> = {
  TB: { toFlow: (box) => box, fromFlow: (box) => box },
  BT: {
    toFlow: ({ x, y, w, h }) => ({ x, y: -y - h, w, h }),
    fromFlow: ({ x, y, w, h }) => ({ x, y: -y - h, w, h }),
  },
  LR: {
    toFlow: ({ x, y, w, h }) => ({ x: y, y: x, w: h, h: w }),
    fromFlow: ({ x, y, w, h }) => ({ x: y, y: x, w: h, h: w }),
  },
  RL: {
    toFlow: ({ x, y, w, h }) => ({ x: y, y: -x - w, w: h, h: w }),
    fromFlow: ({ x, y, w, h }) => ({ x: -y - h, y: x, w: h, h: w }),
  },
};

export function axesOf(direction: Direction): Axes {
  return axes[direction];
}
