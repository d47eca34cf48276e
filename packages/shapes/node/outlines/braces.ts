import { type Path, rectanglePath } from '@autograph/geometry';
import type { NodeOutline, Size } from '../outline.ts';

/** Width of a curly brace, px. */
const width = 10;

function brace({ h }: Size, x: number, toLeft: boolean): Path {
  const s = toLeft ? 1 : -1;
  const back = x + s * width;
  const spine = x + (s * width) / 2;
  return [
    ['M', back, 0],
    ['Q', spine, 0, spine, 8],
    ['L', spine, h / 2 - 7],
    ['Q', spine, h / 2, x, h / 2],
    ['Q', spine, h / 2, spine, h / 2 + 7],
    ['L', spine, h - 8],
    ['Q', spine, h, back, h],
  ];
}

const base = (extra: number): NodeOutline => ({
  size: ({ w, h }) => ({ w: w + 14 + extra, h: Math.max(40, h + 18) }),
  path: ({ w, h }) => rectanglePath({ x: 0, y: 0, w, h }),
  body: 'bare',
});

export const braces = {
  brace: {
    ...base(width),
    details: (size) => [{ path: brace(size, 0, true) }],
    label: ({ w, h }) => ({ x: width, y: 0, w: w - width, h }),
  },
  'brace-r': {
    ...base(width),
    details: (size) => [{ path: brace(size, size.w, false) }],
    label: ({ w, h }) => ({ x: 0, y: 0, w: w - width, h }),
  },
  braces: {
    ...base(2 * width),
    details: (size) => [{ path: brace(size, 0, true) }, { path: brace(size, size.w, false) }],
  },
} satisfies Record<string, NodeOutline>;
