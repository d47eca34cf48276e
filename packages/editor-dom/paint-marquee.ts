import { type Camera, type Overlay, toView } from '@autograph/editor';
import type { Theme } from '@autograph/render';
import type { OverlayContext } from './overlay-context.ts';

const dash = [5, 4];

/** The box or loop that selects. A box that takes what it touches, and the side that will close a loop, are dashed. */
export function paintMarquee(context: OverlayContext, camera: Camera, overlay: Overlay, theme: Theme): void {
  const { marquee, touching, trail } = overlay;
  context.fillStyle = theme.accent;
  context.strokeStyle = theme.accent;
  context.lineWidth = 1;
  if (marquee) {
    const { x, y } = toView(camera, marquee);
    const w = marquee.w * camera.zoom;
    const h = marquee.h * camera.zoom;
    context.globalAlpha = 0.08;
    context.fillRect(x, y, w, h);
    context.globalAlpha = 1;
    if (touching) context.setLineDash(dash);
    context.strokeRect(Math.round(x) + 0.5, Math.round(y) + 0.5, Math.round(w), Math.round(h));
    context.setLineDash([]);
  }
  const points = trail.map((point) => toView(camera, point));
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return;
  context.lineJoin = 'round';
  context.lineWidth = 1.5;
  context.beginPath();
  for (const { x, y } of points) context.lineTo(x, y);
  context.globalAlpha = 0.08;
  context.fill('evenodd');
  context.globalAlpha = 1;
  context.stroke();
  context.lineWidth = 1;
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(last.x, last.y);
  context.lineTo(first.x, first.y);
  context.stroke();
  context.setLineDash([]);
}
