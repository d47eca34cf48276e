import { type Box, type Path, polylinePath, rectanglePath, roundedRectanglePath } from '@autograph/geometry';
import type { DrawItem, Paint } from './display-list.ts';

type PathItem = DrawItem & { readonly kind: 'path' };

/** Reads on light and dark grounds. */
const ink: Paint = '#868e9caa';
/** px */
const largest = 32;

/** What is seen where a picture should be and is not: its ground, and the sign of a picture where there is room for one. */
export function missingImage({ x, y, w, h }: Box, ground: Paint): readonly PathItem[] {
  const size = Math.min(largest, w * 0.5, h * 0.5);
  const left = x + (w - size) / 2;
  const top = y + (h - size) / 2;
  const at = (dx: number, dy: number) => ({ x: left + dx * size, y: top + dy * size });
  const lines: readonly Path[] = [
    roundedRectanglePath({ x: left, y: top + size * 0.1, w: size, h: size * 0.8 }, size * 0.1),
    polylinePath([at(0.05, 0.8), at(0.35, 0.45), at(0.55, 0.65), at(0.7, 0.5), at(0.95, 0.75)]),
    roundedRectanglePath({ ...at(0.62, 0.23), w: size * 0.16, h: size * 0.16 }, size * 0.08),
  ];
  const stroke = { paint: ink, width: Math.max(0.5, size / 20) };
  return [
    { kind: 'path', path: rectanglePath({ x, y, w, h }), fill: ground },
    ...lines.map((path): PathItem => ({ kind: 'path', path, stroke })),
  ];
}
