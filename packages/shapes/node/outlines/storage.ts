import type { Path } from '@autograph/geometry';
import { boxFor, type NodeOutline, type Size } from '../outline.ts';

/** Makes cubic halves of an ellipse (https://pomax.github.io/bezierinfo/#circles_cubic). */
const bow = 0.5523 * 1.2;

/** Height of the lid of a standing cylinder, px. */
const lid = ({ w }: Size) => Math.min(22, 8 + w * 0.07);

function cylinder(size: Size): Path {
  const { w, h } = size;
  const r = lid(size) / 2;
  return [
    ['M', 0, r],
    ['C', 0, r - r * bow * 2, w, r - r * bow * 2, w, r],
    ['L', w, h - r],
    ['C', w, h - r + r * bow * 2, 0, h - r + r * bow * 2, 0, h - r],
    ['Z'],
  ];
}

function rim(size: Size, at: number): Path {
  const r = lid(size) / 2;
  return [
    ['M', 0, r + at],
    ['C', 0, r + at + r * bow * 2, size.w, r + at + r * bow * 2, size.w, r + at],
  ];
}

/** Width of the cap of a lying cylinder, px. */
const cap = 12;

export const storage = {
  cyl: {
    size: (label) => boxFor(label, { h: 18 }),
    path: cylinder,
    details: (size) => [{ path: rim(size, 0) }],
    label: (size) => ({ x: 0, y: lid(size), w: size.w, h: size.h - lid(size) }),
  },
  'lin-cyl': {
    size: (label) => boxFor(label, { h: 24 }),
    path: cylinder,
    details: (size) => [{ path: rim(size, 0) }, { path: rim(size, 6) }],
    label: (size) => ({ x: 0, y: lid(size) + 6, w: size.w, h: size.h - lid(size) - 6 }),
  },
  'h-cyl': {
    size: (label) => boxFor(label, { w: 2 * cap }),
    path: ({ w, h }) => [
      ['M', cap / 2, 0],
      ['L', w - cap / 2, 0],
      ['C', w + cap * 0.2, 0, w + cap * 0.2, h, w - cap / 2, h],
      ['L', cap / 2, h],
      ['C', -cap * 0.2, h, -cap * 0.2, 0, cap / 2, 0],
      ['Z'],
    ],
    details: ({ w, h }) => [
      {
        path: [
          ['M', w - cap / 2, 0],
          ['C', w - cap * 1.2, 0, w - cap * 1.2, h, w - cap / 2, h],
        ],
      },
    ],
    label: ({ w, h }) => ({ x: 0, y: 0, w: w - cap, h }),
  },
  'bow-rect': {
    size: (label) => boxFor(label, { w: 24 }),
    path: ({ w, h }) => [
      ['M', 12, 0],
      ['L', w, 0],
      ['C', w - 12, h * 0.3, w - 12, h * 0.7, w, h],
      ['L', 12, h],
      ['C', -4, h * 0.8, -4, h * 0.2, 12, 0],
      ['Z'],
    ],
  },
  delay: {
    size: (label) => boxFor(label, { w: 16 }),
    path: ({ w, h }) => {
      const r = Math.min(h / 2, w / 2);
      return [
        ['M', 0, 0],
        ['L', w - r, 0],
        ['C', w - r + r * 0.5523, 0, w, h / 2 - (h / 2) * 0.5523, w, h / 2],
        ['C', w, h / 2 + (h / 2) * 0.5523, w - r + r * 0.5523, h, w - r, h],
        ['L', 0, h],
        ['Z'],
      ];
    },
    label: ({ w, h }) => ({ x: 0, y: 0, w: w - 8, h }),
  },
  'curv-trap': {
    size: (label) => boxFor(label, { w: 36 }),
    path: ({ w, h }) => [
      ['M', 0, h / 2],
      ['L', 18, 0],
      ['L', w - 18, 0],
      ['C', w + 5, h * 0.1, w + 5, h * 0.9, w - 18, h],
      ['L', 18, h],
      ['Z'],
    ],
  },
  bucket: {
    size: (label) => boxFor(label, { w: 16, h: 20 }),
    path: ({ w, h }) => [['M', 0, 6], ['C', 0, -2, w, -2, w, 6], ['L', w - 12, h - 4], ['C', w - 12, h + 1, 12, h + 1, 12, h - 4], ['Z']],
    details: ({ w }) => [
      {
        path: [
          ['M', 0, 6],
          ['C', 0, 14, w, 14, w, 6],
        ],
      },
    ],
    label: ({ w, h }) => ({ x: 6, y: 10, w: w - 12, h: h - 10 }),
  },
} satisfies Record<string, NodeOutline>;
