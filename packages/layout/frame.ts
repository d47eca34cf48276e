import type { Box } from '@autograph/geometry';

interface Titled {
  readonly label: { readonly w: number; readonly h: number };
}

/** Space between a group's border and what is in it, px. */
export const framePadding = 20;
const titleGap = 8;

/** Space between a frame's upper border and what is in it, px: more for a title. */
export function frameTop({ label }: Titled): number {
  return framePadding + (label.h > 0 ? label.h + titleGap : 0);
}

/** The frame of a group around a box. */
export function frameAround(group: Titled, { x, y, w, h }: Box): Box {
  const top = frameTop(group);
  return { x: x - framePadding, y: y - top, w: Math.max(w, group.label.w) + 2 * framePadding, h: h + top + framePadding };
}

/** The size of a group that has no members. */
export function emptyFrame({ label }: Titled): { readonly w: number; readonly h: number } {
  return { w: Math.max(100, label.w + 2 * framePadding), h: 64 };
}
