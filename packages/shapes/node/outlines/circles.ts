import { ellipsePath } from '@autograph/geometry';
import { line, type NodeOutline, type Size } from '../outline.ts';

const whole = ({ w, h }: Size) => ({ x: 0, y: 0, w, h });

const inset = ({ w, h }: Size, by: number) => ({ x: by, y: by, w: Math.max(0, w - 2 * by), h: Math.max(0, h - 2 * by) });

function around({ w, h }: Size, extra: number): Size {
  const diameter = Math.max(48, Math.round(Math.hypot(w, h)) + extra);
  return { w: diameter, h: diameter };
}

const path = (size: Size) => ellipsePath(whole(size));

/** Space between the two lines of a double circle, px. */
const ring = 5;

const dot = (diameter: number): NodeOutline => ({ size: () => ({ w: diameter, h: diameter }), path, body: 'ink', mute: true });

export const circles = {
  circle: { size: (label) => around(label, 18), path, wrap: 110 },
  'dbl-circ': {
    size: (label) => around(label, 18 + 2 * ring),
    path,
    wrap: 110,
    details: (size) => [{ path: ellipsePath(inset(size, ring)) }],
  },
  ellipse: { size: ({ w, h }) => ({ w: Math.max(64, w * 1.25 + 32), h: Math.max(40, h * 1.25 + 22) }), path },
  'sm-circ': dot(18),
  'f-circ': dot(18),
  'fr-circ': {
    size: () => ({ w: 24, h: 24 }),
    path,
    details: (size) => [{ path: ellipsePath(inset(size, ring)), fill: 'ink' }],
    mute: true,
  },
  'cross-circ': {
    size: () => ({ w: 44, h: 44 }),
    path,
    details: ({ w, h }) => {
      const [dx, dy] = [w * 0.146, h * 0.146];
      return [{ path: line([dx, dy], [w - dx, h - dy]) }, { path: line([w - dx, dy], [dx, h - dy]) }];
    },
    mute: true,
  },
} satisfies Record<string, NodeOutline>;
