import type { Camera, Overlay } from '@autograph/editor';
import { mixColors, type Theme } from '@autograph/render';
import type { OverlayContext } from './overlay-context.ts';

/** Lines across the whole view and beyond it, one device-independent px wide; the one that was pressed last is stronger. */
export function paintGuides(context: OverlayContext, camera: Camera, guides: Overlay['guides'], theme: Theme): void {
  const { width, height } = context.canvas;
  for (const { axis, at, focused } of guides) {
    const line = Math.round((at - camera[axis]) * camera.zoom);
    context.fillStyle = focused ? theme.accent : mixColors(theme.background, theme.accent, 0.55);
    const thickness = focused ? 2 : 1;
    if (axis === 'x') context.fillRect(line, -height, thickness, 3 * height);
    else context.fillRect(-width, line, 3 * width, thickness);
  }
}
