import type { Path } from '@autograph/geometry';
import { boxFor, line, type NodeOutline, polygon, type Size } from '../outline.ts';

/** Height of the wave at the foot of a document, px. */
const wave = 10;

/** A sheet whose lower edge waves, within a box. */
function sheet(x: number, y: number, w: number, h: number): Path {
  const foot = y + h - wave / 2;
  return [
    ['M', x, y],
    ['L', x + w, y],
    ['L', x + w, foot],
    ['C', x + w * 0.72, foot - wave * 1.2, x + w * 0.3, foot + wave * 1.2, x, foot],
    ['Z'],
  ];
}

const text = ({ w, h }: Size) => ({ x: 0, y: 0, w, h: h - wave });
const doc: NodeOutline = { size: (label) => boxFor(label, { h: wave }), path: ({ w, h }) => sheet(0, 0, w, h), label: text };

export const documents = {
  doc,
  'lin-doc': {
    ...doc,
    size: (label) => boxFor(label, { w: 10, h: wave }),
    details: ({ h }) => [{ path: line([10, 0], [10, h - wave / 2 + 2]) }],
    label: ({ w, h }) => ({ x: 10, y: 0, w: w - 10, h: h - wave }),
  },
  'tag-doc': {
    ...doc,
    details: ({ w, h }) => [{ path: polygon([w, h - wave - 9], [w, h - wave / 2], [w - 17, h - wave - 0.5]), fill: 'ink' }],
  },
  docs: {
    size: (label) => boxFor(label, { w: 10, h: wave + 10 }),
    path: ({ w, h }) =>
      polygon(
        [0, 10],
        [5, 10],
        [5, 5],
        [10, 5],
        [10, 0],
        [w, 0],
        [w, h - 15],
        [w - 5, h - 12],
        [w - 10, h - 7],
        [w * 0.4, h - 2],
        [0, h - 5],
      ),
    body: 'bare',
    details: ({ w, h }) => [
      { path: sheet(10, 0, w - 10, h - 10), fill: 'body' },
      { path: sheet(5, 5, w - 10, h - 10), fill: 'body' },
      { path: sheet(0, 10, w - 10, h - 10), fill: 'body' },
    ],
    label: ({ w, h }) => ({ x: 0, y: 10, w: w - 10, h: h - 10 - wave }),
  },
  flag: {
    size: (label) => boxFor(label, { h: 2 * wave - 4 }),
    path: ({ w, h }) => [
      ['M', 0, wave / 2],
      ['C', w * 0.3, wave * 1.7, w * 0.7, -wave * 0.7, w, wave / 2],
      ['L', w, h - wave / 2],
      ['C', w * 0.7, h - wave * 1.7, w * 0.3, h + wave * 0.7, 0, h - wave / 2],
      ['Z'],
    ],
  },
  folder: {
    size: (label) => boxFor(label, { h: 10 }),
    path: ({ w, h }) =>
      polygon([0, 3], [3, 0], [w * 0.36, 0], [w * 0.36 + 9, 10], [w - 3, 10], [w, 13], [w, h - 3], [w - 3, h], [3, h], [0, h - 3]),
    label: ({ w, h }) => ({ x: 0, y: 10, w, h: h - 10 }),
  },
  note: {
    size: (label) => boxFor(label),
    path: ({ w, h }) => polygon([0, 0], [w - 12, 0], [w, 12], [w, h], [0, h]),
    details: ({ w }) => [{ path: line([w - 12, 0], [w - 12, 12], [w, 12]) }],
  },
} satisfies Record<string, NodeOutline>;
