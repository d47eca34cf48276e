import type { ShapeId } from '@autograph/document';
import { type Editor, isConnector } from '@autograph/editor';
import { type Box, boxBetween, expandBox, flatten, lerp, pathBounds, type Vec } from '@autograph/geometry';

/** Longest piece of a slanting line that has a box of its own, px of the screen. */
const piece = 16;

/**
 * The boxes on the page, px, that a shape paints in. A bare line has one for each piece of its way, since the one around all of it
 * holds much that the line never meets.
 */
export function liftedPlaces({ scene, camera }: Editor, id: ShapeId): readonly Box[] {
  const paint = scene.paintBounds(id);
  const shape = scene.get(id);
  if (!paint || !shape) return [];
  const way = isConnector(shape) && !isCaptioned(shape) ? scene.pageOutline(id) : undefined;
  const bounds = way && pathBounds(way);
  if (!bounds) return [paint];
  const [right, bottom] = [paint.x + paint.w - bounds.x - bounds.w, paint.y + paint.h - bounds.y - bounds.h];
  const reach = Math.max(bounds.x - paint.x, bounds.y - paint.y, right, bottom);
  return flatten(way).flatMap(({ points }) =>
    points.slice(1).flatMap((to, i) => piecesBetween(points[i] ?? to, to, piece / camera.zoom).map((box) => expandBox(box, reach))),
  );
}

/** Whether there are letters beside the line. */
function isCaptioned(shape: { readonly text?: string; readonly start_label?: unknown; readonly end_label?: unknown }): boolean {
  return Boolean(shape.text || shape.start_label || shape.end_label);
}

function piecesBetween(from: Vec, to: Vec, longest: number): Box[] {
  const [across, down] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  // The box of an upright or level piece is as narrow as the line.
  const count = Math.ceil(Math.min(across, down) / longest) || 1;
  return Array.from({ length: count }, (_, i) => boxBetween(lerp(from, to, i / count), lerp(from, to, (i + 1) / count)));
}
