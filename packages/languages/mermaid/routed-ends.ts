import type { Terminal } from '@autograph/document';
import type { Box } from '@autograph/geometry';

/** px by which a route may miss a border and still count as ending there. */
const tolerance = 2;

/**
 * A route that layout found, as an arrow's anchors and way points, as long as both of its ends still lie on the borders of what it joins;
 * nothing once one of them has moved away, so that the arrow finds its own way.
 */
export function routedEnds(
  route: readonly (readonly number[])[] | undefined,
  from: Box,
  to: Box,
): {
  readonly start?: Pick<Terminal, 'anchor'>;
  readonly end?: Pick<Terminal, 'anchor'>;
  readonly points?: readonly (readonly number[])[];
} {
  const first = route?.[0];
  const last = route?.at(-1);
  if (!route || !first || !last || route.length < 2 || !onBorder(first, from) || !onBorder(last, to)) return {};
  const inner = route.slice(1, -1);
  return { start: { anchor: anchorAt(first, from) }, end: { anchor: anchorAt(last, to) }, ...(inner.length > 0 && { points: inner }) };
}

function onBorder([x = 0, y = 0]: readonly number[], box: Box): boolean {
  const right = x - (box.x + box.w);
  const bottom = y - (box.y + box.h);
  const beside = Math.min(Math.abs(x - box.x), Math.abs(right), Math.abs(y - box.y), Math.abs(bottom));
  return beside <= tolerance && x - box.x >= -tolerance && y - box.y >= -tolerance && right <= tolerance && bottom <= tolerance;
}

function anchorAt([x = 0, y = 0]: readonly number[], box: Box): { x: number; y: number } {
  const share = (value: number, size: number) => (size > 0 ? Math.min(1, Math.max(0, value / size)) : 0.5);
  return { x: share(x - box.x, box.w), y: share(y - box.y, box.h) };
}
