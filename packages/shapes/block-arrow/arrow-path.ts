import type { Shape } from '@autograph/document';
import { type Box, type Path, polylinePath } from '@autograph/geometry';

export interface BlockArrowShape extends Shape {
  /** `x` is left and right, `y` up and down; to the right when absent. */
  readonly directions?: readonly ('right' | 'left' | 'up' | 'down' | 'x' | 'y')[];
}

/** From a head's base to its tip, px. */
const headDepth = 28;

type Sized = Pick<BlockArrowShape, 'w' | 'h' | 'directions'>;

function headsOf({ directions = [] }: Pick<BlockArrowShape, 'directions'>) {
  const named = new Set<string>(directions.length > 0 ? directions : ['right']);
  const has = (side: string, both: string) => named.has(side) || named.has(both);
  return { left: has('left', 'x'), right: has('right', 'x'), up: has('up', 'y'), down: has('down', 'y') };
}

/** The part between the heads, local px: where the words are. */
export function arrowBody(shape: Sized): Box {
  const { w, h } = shape;
  const { left, right, up, down } = headsOf(shape);
  const level = left || right;
  const upright = up || down;
  const depth = { x: Math.min(headDepth, h / 2, w / 3), y: Math.min(headDepth, w / 2, h / 3) };
  const inset = { x: level ? 0 : w / 5, y: upright ? 0 : h / 5 };
  const x = left ? depth.x : inset.x;
  const y = up ? depth.y : inset.y;
  return { x, y, w: w - x - (right ? depth.x : inset.x), h: h - y - (down ? depth.y : inset.y) };
}

/** The outline of a block arrow, local px. */
export function arrowPath(shape: Sized): Path {
  const { w, h } = shape;
  const { left, right, up, down } = headsOf(shape);
  const body = arrowBody(shape);
  const [x0, y0, x1, y1] = [body.x, body.y, body.x + body.w, body.y + body.h];
  const [cx, cy] = [x0 + body.w / 2, y0 + body.h / 2];
  // Heads stand out over a shaft that has none at its sides.
  const out = { x: up || down ? 0 : y0, y: left || right ? 0 : x0 };
  const points = [
    { x: x0, y: y0 },
    ...(up
      ? [
          { x: x0 - out.y, y: y0 },
          { x: cx, y: 0 },
          { x: x1 + out.y, y: y0 },
        ]
      : []),
    { x: x1, y: y0 },
    ...(right
      ? [
          { x: x1, y: y0 - out.x },
          { x: w, y: cy },
          { x: x1, y: y1 + out.x },
        ]
      : []),
    { x: x1, y: y1 },
    ...(down
      ? [
          { x: x1 + out.y, y: y1 },
          { x: cx, y: h },
          { x: x0 - out.y, y: y1 },
        ]
      : []),
    { x: x0, y: y1 },
    ...(left
      ? [
          { x: x0, y: y1 + out.x },
          { x: 0, y: cy },
          { x: x0, y: y0 - out.x },
        ]
      : []),
  ];
  return [...polylinePath(points), ['Z']];
}

/** The size of an arrow around words of a size, px. */
export function arrowSize(label: { readonly w: number; readonly h: number }, directions: BlockArrowShape['directions']) {
  const { left, right, up, down } = headsOf(directions ? { directions } : {});
  const inner = { w: Math.max(24, label.w + 24), h: Math.max(24, label.h + 12) };
  const upright = up || down;
  const level = left || right;
  return {
    w: Math.ceil(inner.w * (level ? 1 : 5 / 3) + (left ? headDepth : 0) + (right ? headDepth : 0)),
    h: Math.ceil(inner.h * (upright ? 1 : 5 / 3) + (up ? headDepth : 0) + (down ? headDepth : 0)),
  };
}
