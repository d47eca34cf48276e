import { type Camera, type Overlay, type TurnedBox, toView } from '@autograph/editor';
import type { Theme } from '@autograph/render';
import type { OverlayContext } from './overlay-context.ts';
import { paintGuides } from './paint-guides.ts';
import { paintDistances, paintLines } from './paint-lines.ts';
import { paintMarks } from './paint-marks.ts';
import { paintMarquee } from './paint-marquee.ts';
import { paintTag } from './paint-tag.ts';

const gripSize = 8;
/** From a shape's edge to what stands below the dot that connects it, px. */
const belowDots = 46;

/** Strokes a box of the page, so many px outside of it; the context is in viewport px. */
export function strokeBox(context: OverlayContext, camera: Camera, { box, rotation }: TurnedBox, outset: number): void {
  const centre = toView(camera, { x: box.x + box.w / 2, y: box.y + box.h / 2 });
  const w = box.w * camera.zoom + 2 * outset;
  const h = box.h * camera.zoom + 2 * outset;
  context.save();
  context.translate(centre.x, centre.y);
  context.rotate((rotation * Math.PI) / 180);
  context.strokeRect(-w / 2, -h / 2, w, h);
  context.restore();
}

function paintGrips(context: OverlayContext, camera: Camera, overlay: Overlay, theme: Theme): void {
  const turn = ((overlay.bounds?.rotation ?? 0) * Math.PI) / 180;
  context.lineWidth = 1.5;
  for (const grip of overlay.grips) {
    if (grip.look === 'none') continue;
    const at = toView(camera, grip.at);
    context.save();
    context.translate(at.x, at.y);
    context.fillStyle = theme.background;
    context.strokeStyle = theme.accent;
    context.beginPath();
    if (grip.kind === 'connect') paintDot(context, theme);
    else if (grip.kind === 'resize') {
      context.rotate(turn);
      context.roundRect(-gripSize / 2, -gripSize / 2, gripSize, gripSize, 2);
    } else if (grip.look === 'faint') {
      context.globalAlpha = 0.75;
      context.arc(0, 0, gripSize / 2 - 0.5, 0, 2 * Math.PI);
    } else {
      context.arc(0, 0, gripSize / 2 + 0.5, 0, 2 * Math.PI);
    }
    context.fill();
    context.stroke();
    context.restore();
  }
}

/** A filled dot with the board's colour around it, so that it is seen on lines too. */
function paintDot(context: OverlayContext, theme: Theme): void {
  context.fillStyle = theme.accent;
  context.strokeStyle = theme.background;
  context.arc(0, 0, gripSize / 2, 0, 2 * Math.PI);
}

/** Paints selection, grips, guides and marquee over the board; the context is in viewport px. */
export function paintOverlay(context: OverlayContext, camera: Camera, overlay: Overlay, target: TurnedBox | null, theme: Theme): void {
  paintGuides(context, camera, overlay.guides, theme);
  context.strokeStyle = theme.accent;
  context.lineWidth = 1;
  if (overlay.hovered) strokeBox(context, camera, overlay.hovered, 1);
  for (const box of overlay.selected) strokeBox(context, camera, box, 0.5);
  context.lineWidth = 1.5;
  if (overlay.bounds) strokeBox(context, camera, overlay.bounds, 0.5);
  if (target) {
    context.lineWidth = 2.5;
    strokeBox(context, camera, target, 3);
  }
  context.strokeStyle = theme.accent;
  paintLines(context, camera, overlay.snapLines);
  paintLines(context, camera, overlay.measure.extensions, [3, 3]);
  paintDistances(context, camera, overlay.measure.distances, theme.accent);
  paintDistances(context, camera, overlay.gaps, theme.accent);
  paintMarquee(context, camera, overlay, theme);
  paintGrips(context, camera, overlay, theme);
  paintMarks(context, camera, overlay, theme);
  if (overlay.badge) {
    const at = toView(camera, overlay.badge.at);
    paintTag(context, overlay.badge.text, { x: at.x, y: at.y + 20 }, theme.accent);
  }
  if (overlay.hint) {
    const at = toView(camera, overlay.hint.at);
    paintTag(context, overlay.hint.text, { x: at.x, y: at.y + belowDots }, theme.background, theme.stroke('grey'));
  }
}
