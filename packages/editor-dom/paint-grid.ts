import type { Box } from '@autograph/geometry';
import type { CanvasContext, Theme } from '@autograph/render';

/** Least distance between two grid lines on the screen, px: coarser steps show below it. */
const leastPitch = 14;

/**
 * Paints the lines of a grid of `step` page px over a page box, every fifth stronger; the context is in page px. `zoom` is device px
 * for one page px, `ratio` device px for one CSS px. Lines stand on whole device px, so that neighbouring tiles agree.
 */
export function paintGrid(context: CanvasContext, box: Box, step: number, zoom: number, ratio: number, theme: Theme): void {
  let pitch = step;
  while ((pitch * zoom) / ratio < leastPitch) pitch *= 5;
  const width = Math.max(1, Math.round(ratio)) / zoom;
  const snapped = (line: number) => Math.round(line * pitch * zoom) / zoom;
  context.save();
  context.fillStyle = theme.grid;
  const lines = (from: number, length: number, paint: (at: number) => void) => {
    for (let line = Math.floor((from - width) / pitch); line * pitch <= from + length + width; line++) {
      context.globalAlpha = line % 5 === 0 ? 1 : 0.5;
      paint(snapped(line));
    }
  };
  lines(box.x, box.w, (x) => context.fillRect(x, box.y, width, box.h));
  lines(box.y, box.h, (y) => context.fillRect(box.x, y, box.w, width));
  context.restore();
}
