import { type Box, boxContainsBox, type Vec } from '@autograph/geometry';
import { boxInView, type Camera, fitBox, panBy, showBox, type Viewport } from './camera.ts';

/** A view and where its corner is in the window, px. */
export interface PlacedView {
  readonly size: Viewport;
  readonly corner: Vec;
}

/** A panel that takes more than this share of the view is no reason to leave the rest where it is. */
const mostTaken = 1 / 3;

/**
 * The camera for a view of another size or place. What is seen stays where it is in the window when a panel comes or goes at the left or
 * the top; of what changes at the other sides the middle stays in the middle. A board that was wholly in view still is, moved and if need
 * be smaller; of a larger one nothing goes at the left and the top, where a panel has come at the right or below.
 */
export function resizedCamera(camera: Camera, from: PlacedView, to: PlacedView, board: Box | undefined): Camera {
  const { held, centred } = inPlace(camera, from, to);
  if (!board) return centred;
  if (!boxContainsBox({ x: 0, y: 0, ...from.size }, boxInView(camera, board)))
    return { ...centred, x: Math.min(held.x, centred.x), y: Math.min(held.y, centred.y) };
  const fitted = fitBox(board, to.size, camera.zoom);
  return fitted.zoom < camera.zoom ? fitted : showBox(centred, to.size, board);
}

/** The camera that leaves what is seen where it is in the window, and the one that also takes half of what the far sides have gained. */
export function inPlace(camera: Camera, from: PlacedView, to: PlacedView): { readonly held: Camera; readonly centred: Camera } {
  const stays = (by: number, size: number) => (Math.abs(by) > size * mostTaken ? 0 : by);
  const by = {
    x: stays(from.corner.x - to.corner.x, Math.max(from.size.w, to.size.w)),
    y: stays(from.corner.y - to.corner.y, Math.max(from.size.h, to.size.h)),
  };
  const held = panBy(camera, by);
  return { held, centred: panBy(held, { x: (to.size.w - from.size.w - by.x) / 2, y: (to.size.h - from.size.h - by.y) / 2 }) };
}
