import type { Camera, Viewport } from '@autograph/editor';
import type { Theme } from '@autograph/render';

/** Least distance between two grid lines on the screen, px: coarser steps show below it. */
const leastPitch = 14;

/** Paints the grid's lines at a pitch of `step` page px, every fifth stronger; the context is in viewport px. */
export function paintGrid(context: CanvasRenderingContext2D, camera: Camera, viewport: Viewport, step: number, theme: Theme): void {
  let pitch = step;
  while (pitch * camera.zoom < leastPitch) pitch *= 5;
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  for (const strong of [false, true]) {
    context.globalAlpha = strong ? 1 : 0.5;
    context.beginPath();
    for (let line = Math.ceil(camera.x / pitch); (line * pitch - camera.x) * camera.zoom <= viewport.w; line++) {
      if ((line % 5 === 0) !== strong) continue;
      const x = Math.round((line * pitch - camera.x) * camera.zoom) + 0.5;
      context.moveTo(x, 0);
      context.lineTo(x, viewport.h);
    }
    for (let line = Math.ceil(camera.y / pitch); (line * pitch - camera.y) * camera.zoom <= viewport.h; line++) {
      if ((line % 5 === 0) !== strong) continue;
      const y = Math.round((line * pitch - camera.y) * camera.zoom) + 0.5;
      context.moveTo(0, y);
      context.lineTo(viewport.w, y);
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}
