import type { ArrowHead } from '@autograph/document';
import { add, ellipsePath, type Path, perpendicular, polygonPath, polylinePath, scale, type Vec } from '@autograph/geometry';
import type { DrawItem, Paint } from '@autograph/render';

/** A mark at the end of a line. */
export interface HeadStyle {
  readonly width: number;
  readonly paint: Paint;
  /** Fills open marks, so that the line does not show through. */
  readonly ground: Paint;
}

/** Whether a mark is drawn on the outline that the line ends at; others keep a little away from it. */
export function touches(head: ArrowHead): boolean {
  return !['arrow', 'triangle', 'cross', 'bar'].includes(head);
}

/** Reach of the common marks along the line, px. */
const lengthOf = (width: number) => 7 + 2.5 * width;

/** How far before the tip the line itself must end, px: at the base of the marks that have one. */
export function headInset(head: ArrowHead, width: number): number {
  const length = lengthOf(width);
  if (head === 'triangle' || head === 'triangle_open') return length;
  if (head === 'diamond' || head === 'diamond_open') return length * 1.5;
  if (head === 'circle' || head === 'circle_open') return length * 2 * discRadius;
  if (head === 'circle_plus') return length * 2 * plusRadius;
  return 0;
}

/** Radius of the discs, in lengths. */
const discRadius = 0.36;
/** A disc with a cross in it is larger, so that the cross can be seen. */
const plusRadius = 0.6;

/** How much of the line a mark lies on, px. */
export function headLength(head: ArrowHead, width: number): number {
  return head === 'none' ? 0 : Math.max(headInset(head, width), lengthOf(width) * 0.9);
}

/** How far a mark reaches along its line and to each side of it, px. */
export function headExtent(head: ArrowHead, width: number): { readonly along: number; readonly aside: number } {
  const length = lengthOf(width);
  return { along: reach[head] * length, aside: (head === 'none' ? 0 : head === 'circle_plus' ? plusRadius : 0.5) * length };
}

/** Along the line, in lengths. */
const reach: Readonly<Record<ArrowHead, number>> = {
  none: 0,
  arrow: 0.9,
  triangle: 1,
  triangle_open: 1,
  circle: 2 * discRadius,
  circle_open: 2 * discRadius,
  circle_plus: 2 * plusRadius,
  diamond: 1.5,
  diamond_open: 1.5,
  bar: 0.1,
  cross: 2 * discRadius,
  one: 0.7,
  only_one: 1,
  zero_or_one: 0.8 + 2 * discRadius,
  many: 1,
  one_or_many: 1.3,
  zero_or_many: 1 + 2 * discRadius,
};

/** The mark with its tip at `tip`, pointing along the unit vector `direction`. */
export function drawHead(head: ArrowHead, tip: Vec, direction: Vec, style: HeadStyle): readonly DrawItem[] {
  const { width, paint, ground } = style;
  const length = lengthOf(width);
  const across = perpendicular(direction);
  /** The point `back` px before the tip and `aside` px across. */
  const at = (back: number, aside: number): Vec => add(add(tip, scale(direction, -back)), scale(across, aside));
  const line = (...points: readonly Vec[]): DrawItem => ({ kind: 'path', path: polylinePath(points), stroke: { paint, width } });
  const area = (path: Path, fill: Paint): DrawItem => ({ kind: 'path', path, fill, stroke: { paint, width } });
  const disc = (back: number, radius: number, fill: Paint): DrawItem => {
    const centre = at(back, 0);
    return area(ellipsePath({ x: centre.x - radius, y: centre.y - radius, w: 2 * radius, h: 2 * radius }), fill);
  };
  const bar = (back: number): DrawItem => line(at(back, -length * 0.5), at(back, length * 0.5));
  const foot = (): DrawItem[] => [line(at(0, -length * 0.5), at(length, 0), at(0, length * 0.5))];
  const triangle = polygonPath([tip, at(length, length * 0.45), at(length, -length * 0.45)]);
  const diamond = polygonPath([tip, at(length * 0.75, length * 0.42), at(length * 1.5, 0), at(length * 0.75, -length * 0.42)]);
  const radius = length * discRadius;
  switch (head) {
    case 'none':
      return [];
    case 'arrow':
      return [line(at(length * 0.9, -length * 0.5), tip, at(length * 0.9, length * 0.5))];
    case 'triangle':
      return [area(triangle, paint)];
    case 'triangle_open':
      return [area(triangle, ground)];
    case 'circle':
      return [disc(radius, radius, paint)];
    case 'circle_open':
      return [disc(radius, radius, ground)];
    case 'circle_plus': {
      const r = length * plusRadius;
      return [disc(r, r, ground), line(at(0, 0), at(2 * r, 0)), line(at(r, -r), at(r, r))];
    }
    case 'diamond':
      return [area(diamond, paint)];
    case 'diamond_open':
      return [area(diamond, ground)];
    case 'bar':
      return [bar(0)];
    case 'cross':
      return [line(at(0, -radius), at(2 * radius, radius)), line(at(0, radius), at(2 * radius, -radius))];
    case 'one':
      return [bar(length * 0.7)];
    case 'only_one':
      return [bar(length * 0.6), bar(length)];
    case 'zero_or_one':
      return [bar(length * 0.6), disc(length * 0.8 + radius, radius, ground)];
    case 'many':
      return foot();
    case 'one_or_many':
      return [...foot(), bar(length * 1.3)];
    case 'zero_or_many':
      return [...foot(), disc(length + radius, radius, ground)];
  }
}
