import { type Box, boxContainsBox } from '@autograph/geometry';
import { boxInView, type Camera, fitBox, panBy, showBox, type Viewport } from './camera.ts';

/**
 * The camera for a view of another size. The middle stays in the middle; a board that was wholly in view still is, moved and if need be
 * smaller; of a larger one nothing goes at the left and the top, where a panel has come at the right or below.
 */
export function resizedCamera(camera: Camera, from: Viewport, to: Viewport, board: Box | undefined): Camera {
  const centred = panBy(camera, { x: (to.w - from.w) / 2, y: (to.h - from.h) / 2 });
  if (!board) return centred;
  if (!boxContainsBox({ x: 0, y: 0, ...from }, boxInView(camera, board)))
    return { ...centred, x: Math.min(camera.x, centred.x), y: Math.min(camera.y, centred.y) };
  const fitted = fitBox(board, to, camera.zoom);
  return fitted.zoom < camera.zoom ? fitted : showBox(centred, to, board);
}
