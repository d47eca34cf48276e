import { ellipsePath, type Path, rectanglePath, roundedRectanglePath } from '@autograph/geometry';
import { boxFor, line, type NodeOutline, polygon, type Size } from '../outline.ts';

const whole = ({ w, h }: Size) => ({ x: 0, y: 0, w, h });

/** Bulges round an ellipse, as [angle in turns, size]. */
function cloud({ w, h }: Size): Path {
  const bumps = 9;
  const points = Array.from({ length: bumps }, (_, i) => {
    const turn = ((i - 0.5) / bumps) * 2 * Math.PI;
    return [w / 2 + (w / 2 - w * 0.07) * Math.cos(turn), h / 2 + (h / 2 - h * 0.09) * Math.sin(turn)] as const;
  });
  const [first] = points;
  if (!first) return [];
  const curves = points.map((from, i) => {
    const to = points[(i + 1) % bumps] ?? first;
    const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
    const out = [(middle[0] - w / 2) * 0.62 + middle[0], (middle[1] - h / 2) * 0.62 + middle[1]] as const;
    return ['Q', Math.min(w, Math.max(0, out[0])), Math.min(h, Math.max(0, out[1])), to[0], to[1]] as const;
  });
  return [['M', first[0], first[1]], ...curves, ['Z']];
}

function burst({ w, h }: Size): Path {
  const spikes = 14;
  const points = Array.from({ length: 2 * spikes }, (_, i) => {
    const turn = (i / (2 * spikes)) * 2 * Math.PI - Math.PI / 2;
    const reach = i % 2 === 0 ? 0.5 : 0.41;
    return [w / 2 + w * reach * Math.cos(turn), h / 2 + h * reach * Math.sin(turn)] as const;
  });
  return polygon(...points);
}

/** Height of the title bar of a window, px. */
const bar = 16;

const window = (extra: (size: Size) => readonly Path[]): NodeOutline => ({
  size: (label) => boxFor(label, { w: 12, h: bar }),
  path: (size) => roundedRectanglePath(whole(size), 6),
  details: (size) => [{ path: line([0, bar], [size.w, bar]) }, ...extra(size).map((path) => ({ path, fill: 'ink' as const }))],
  label: ({ w, h }) => ({ x: 0, y: bar, w, h: h - bar }),
});

const dots = [0, 1, 2].map((i) => ellipsePath({ x: 7 + i * 8, y: bar / 2 - 1.5, w: 3, h: 3 }));

export const pictures = {
  cloud: { size: ({ w, h }) => ({ w: Math.max(90, w * 1.3 + 44), h: Math.max(64, h * 1.5 + 40) }), path: cloud },
  bang: { size: ({ w, h }) => ({ w: Math.max(90, w * 1.4 + 44), h: Math.max(70, h * 1.6 + 44) }), path: burst },
  bolt: {
    size: () => ({ w: 36, h: 44 }),
    path: ({ w, h }) =>
      polygon([w * 0.62, 0], [w * 0.08, h * 0.56], [w * 0.46, h * 0.56], [w * 0.3, h], [w * 0.92, h * 0.38], [w * 0.54, h * 0.38]),
    mute: true,
  },
  person: {
    size: ({ w, h }) => ({ w: Math.max(84, w + 28), h: h + 58 }),
    path: ({ w, h }) => [
      ['M', 0, h],
      ['L', 0, 48],
      ['C', 0, 36, 12, 30, w / 2 - 17, 30],
      ['C', w / 2 - 26, 16, w / 2 - 14, 0, w / 2, 0],
      ['C', w / 2 + 14, 0, w / 2 + 26, 16, w / 2 + 17, 30],
      ['C', w - 12, 30, w, 36, w, 48],
      ['L', w, h],
      ['Z'],
    ],
    details: ({ w }) => [{ path: ellipsePath({ x: w / 2 - 19, y: 0, w: 38, h: 36 }), fill: 'body' }],
    label: ({ w, h }) => ({ x: 0, y: 38, w, h: h - 40 }),
  },
  browser: window(() => dots),
  console: window(({ w }) => [rectanglePath({ x: w - 16, y: bar / 2 - 0.5, w: 8, h: 1 }), ...dots]),
} satisfies Record<string, NodeOutline>;
