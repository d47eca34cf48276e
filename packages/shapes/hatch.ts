import type { Path } from '@autograph/geometry';

/** Distance between hatch lines across the box, px. */
const pitch = 9;

/** Parallel lines at 45 degrees that cover a box of this size; wider boxes get no more than 400 lines. */
export function hatch(w: number, h: number): Path {
  const step = Math.max(pitch, (w + h) / 400);
  const count = Math.max(0, Math.floor((w + h) / step));
  return Array.from({ length: count }, (_, i) => (i + 0.5) * step).flatMap((at) => [
    ['M', Math.max(0, at - h), Math.min(h, at)] as const,
    ['L', Math.min(w, at), Math.max(0, at - w)] as const,
  ]);
}
