import { boxFor, type NodeOutline, polygon, type Size } from '../outline.ts';

/** How far slanted sides lean, px. */
const lean = 16;

const sloped = (path: NodeOutline['path']): NodeOutline => ({ size: (label) => boxFor(label, { w: 2 * lean - 8 }), path });

/** The least rhombus around a label keeps w/h near the label's own, without getting needle-thin. */
function rhombus({ w, h }: Size): Size {
  const [width, height] = [w + 20, h + 14];
  const ratio = Math.sqrt(Math.max(1, Math.min(4, width / height)));
  return { w: Math.max(64, Math.round(width + height * ratio * 0.9)), h: Math.max(56, Math.round(height + (width / ratio) * 0.55)) };
}

export const polygons = {
  'lean-r': sloped(({ w, h }) => polygon([lean, 0], [w, 0], [w - lean, h], [0, h])),
  'lean-l': sloped(({ w, h }) => polygon([0, 0], [w - lean, 0], [w, h], [lean, h])),
  'trap-b': sloped(({ w, h }) => polygon([lean, 0], [w - lean, 0], [w, h], [0, h])),
  'trap-t': sloped(({ w, h }) => polygon([0, 0], [w, 0], [w - lean, h], [lean, h])),
  diam: { size: rhombus, wrap: 140, path: ({ w, h }) => polygon([w / 2, 0], [w, h / 2], [w / 2, h], [0, h / 2]) },
  hex: {
    size: (label) => boxFor(label, { w: 20 }),
    path: ({ w, h }) => polygon([h / 4 + 4, 0], [w - h / 4 - 4, 0], [w, h / 2], [w - h / 4 - 4, h], [h / 4 + 4, h], [0, h / 2]),
  },
  tri: {
    wrap: 120,
    size: ({ w, h }) => ({ w: Math.max(70, w * 1.3 + 40), h: Math.max(56, h * 2 + w * 0.3 + 20) }),
    path: ({ w, h }) => polygon([w / 2, 0], [w, h], [0, h]),
    label: ({ w, h }) => ({ x: 0, y: h * 0.45, w, h: h * 0.5 }),
  },
  'flip-tri': {
    wrap: 120,
    size: ({ w, h }) => ({ w: Math.max(70, w * 1.3 + 40), h: Math.max(56, h * 2 + w * 0.3 + 20) }),
    path: ({ w, h }) => polygon([0, 0], [w, 0], [w / 2, h]),
    label: ({ w, h }) => ({ x: 0, y: h * 0.05, w, h: h * 0.5 }),
  },
  hourglass: {
    size: () => ({ w: 36, h: 44 }),
    path: ({ w, h }) => polygon([0, 0], [w, 0], [w / 2, h / 2], [w, h], [0, h], [w / 2, h / 2]),
    mute: true,
  },
  'notch-pent': {
    size: (label) => boxFor(label, { h: 8 }),
    path: ({ w, h }) => polygon([12, 0], [w - 12, 0], [w, 12], [w, h], [0, h], [0, 12]),
    label: ({ w, h }) => ({ x: 0, y: 6, w, h: h - 6 }),
  },
  odd: {
    size: (label) => boxFor(label, { w: lean }),
    path: ({ w, h }) => polygon([0, 0], [w, 0], [w, h], [0, h], [lean, h / 2]),
    label: ({ w, h }) => ({ x: lean - 4, y: 0, w: w - lean + 4, h }),
  },
} satisfies Record<string, NodeOutline>;
