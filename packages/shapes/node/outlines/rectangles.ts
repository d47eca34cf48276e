import { rectanglePath, roundedRectanglePath } from '@autograph/geometry';
import { boxFor, line, type NodeOutline, polygon, type Size } from '../outline.ts';

const whole = ({ w, h }: Size) => ({ x: 0, y: 0, w, h });

const plain: NodeOutline = { size: (label) => boxFor(label), path: (size) => roundedRectanglePath(whole(size), 4) };

/** How far the lines inside a framed rectangle are from its sides, px. */
const frame = 9;

export const rectangles = {
  rect: plain,
  rounded: { ...plain, path: (size) => roundedRectanglePath(whole(size), 12) },
  stadium: {
    size: (label) => boxFor(label, { w: 8 }),
    path: (size) => roundedRectanglePath(whole(size), size.h / 2),
  },
  'fr-rect': {
    size: (label) => boxFor(label, { w: 2 * frame }),
    path: plain.path,
    details: ({ w, h }) => [{ path: line([frame, 0], [frame, h]) }, { path: line([w - frame, 0], [w - frame, h]) }],
  },
  'lin-rect': {
    size: (label) => boxFor(label, { w: frame }),
    path: plain.path,
    details: ({ h }) => [{ path: line([frame, 0], [frame, h]) }],
    label: ({ w, h }) => ({ x: frame, y: 0, w: w - frame, h }),
  },
  'div-rect': {
    size: (label) => boxFor(label, { h: 12 }),
    path: plain.path,
    details: ({ w }) => [{ path: line([0, 12], [w, 12]) }],
    label: ({ w, h }) => ({ x: 0, y: 12, w, h: h - 12 }),
  },
  'win-pane': {
    size: (label) => boxFor(label, { w: 10, h: 10 }),
    path: plain.path,
    details: ({ w, h }) => [{ path: line([0, 10], [w, 10]) }, { path: line([10, 0], [10, h]) }],
    label: ({ w, h }) => ({ x: 10, y: 10, w: w - 10, h: h - 10 }),
  },
  'notch-rect': {
    size: (label) => boxFor(label),
    path: ({ w, h }) => polygon([12, 0], [w, 0], [w, h], [0, h], [0, 12]),
  },
  'tag-rect': {
    size: (label) => boxFor(label),
    path: (size) => rectanglePath(whole(size)),
    details: ({ w, h }) => [{ path: polygon([w - 14, h], [w, h], [w, h - 14]), fill: 'ink' }],
  },
  'sl-rect': {
    size: (label) => boxFor(label, { h: 14 }),
    path: ({ w, h }) => polygon([0, 14], [w, 0], [w, h], [0, h]),
    label: ({ w, h }) => ({ x: 0, y: 12, w, h: h - 12 }),
  },
  'st-rect': {
    size: (label) => boxFor(label, { w: 10, h: 10 }),
    path: ({ w, h }) =>
      polygon(
        [0, 10],
        [5, 10],
        [5, 5],
        [10, 5],
        [10, 0],
        [w, 0],
        [w, h - 10],
        [w - 5, h - 10],
        [w - 5, h - 5],
        [w - 10, h - 5],
        [w - 10, h],
        [0, h],
      ),
    details: ({ w, h }) => [
      { path: rectanglePath({ x: 5, y: 5, w: w - 10, h: h - 10 }), fill: 'body' },
      { path: rectanglePath({ x: 0, y: 10, w: w - 10, h: h - 10 }), fill: 'body' },
    ],
    label: ({ w, h }) => ({ x: 0, y: 10, w: w - 10, h: h - 10 }),
  },
  datastore: {
    size: (label) => boxFor(label),
    path: (size) => rectanglePath(whole(size)),
    body: 'bare',
    details: ({ w, h }) => [{ path: line([0, 0], [w, 0]) }, { path: line([0, h], [w, h]) }],
  },
  text: { size: ({ w, h }) => ({ w: w + 8, h: h + 6 }), path: (size) => rectanglePath(whole(size)), body: 'bare' },
  fork: { size: () => ({ w: 80, h: 10 }), path: (size) => roundedRectanglePath(whole(size), 3), body: 'ink', mute: true },
} satisfies Record<string, NodeOutline>;
