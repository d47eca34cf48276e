import type { Camera, Overlay, TurnedBox } from '@autograph/editor';
import type { Vec } from '@autograph/geometry';
import type { Theme } from '@autograph/render';

const gripSize = 8;

function place(camera: Camera, at: Vec): Vec {
  return { x: (at.x - camera.x) * camera.zoom, y: (at.y - camera.y) * camera.zoom };
}

/** Strokes a box of the page, so many px outside of it; the context is in viewport px. */
export function strokeBox(context: CanvasRenderingContext2D, camera: Camera, { box, rotation }: TurnedBox, outset: number): void {
  const centre = place(camera, { x: box.x + box.w / 2, y: box.y + box.h / 2 });
  const w = box.w * camera.zoom + 2 * outset;
  const h = box.h * camera.zoom + 2 * outset;
  context.save();
  context.translate(centre.x, centre.y);
  context.rotate((rotation * Math.PI) / 180);
  context.strokeRect(-w / 2, -h / 2, w, h);
  context.restore();
}

function paintGrips(context: CanvasRenderingContext2D, camera: Camera, overlay: Overlay, theme: Theme): void {
  const turn = ((overlay.bounds?.rotation ?? 0) * Math.PI) / 180;
  context.lineWidth = 1.5;
  for (const grip of overlay.grips) {
    if (grip.look === 'none') continue;
    const at = place(camera, grip.at);
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
function paintDot(context: CanvasRenderingContext2D, theme: Theme): void {
  context.fillStyle = theme.accent;
  context.strokeStyle = theme.background;
  context.arc(0, 0, gripSize / 2, 0, 2 * Math.PI);
}

function paintGuides(context: CanvasRenderingContext2D, camera: Camera, overlay: Overlay): void {
  context.strokeStyle = '#e5484d';
  context.lineWidth = 1;
  context.beginPath();
  for (const { from, to } of overlay.snapLines) {
    const start = place(camera, from);
    const end = place(camera, to);
    context.moveTo(Math.round(start.x) + 0.5, Math.round(start.y) + 0.5);
    context.lineTo(Math.round(end.x) + 0.5, Math.round(end.y) + 0.5);
  }
  context.stroke();
}

function paintMarquee(context: CanvasRenderingContext2D, camera: Camera, overlay: Overlay, theme: Theme): void {
  if (!overlay.marquee) return;
  const { x, y } = place(camera, overlay.marquee);
  const w = overlay.marquee.w * camera.zoom;
  const h = overlay.marquee.h * camera.zoom;
  context.globalAlpha = 0.08;
  context.fillStyle = theme.accent;
  context.fillRect(x, y, w, h);
  context.globalAlpha = 1;
  context.strokeStyle = theme.accent;
  context.lineWidth = 1;
  context.strokeRect(Math.round(x) + 0.5, Math.round(y) + 0.5, Math.round(w), Math.round(h));
}

function paintAngle(context: CanvasRenderingContext2D, camera: Camera, overlay: Overlay, theme: Theme): void {
  if (overlay.angle === null || !overlay.bounds) return;
  const { box } = overlay.bounds;
  const at = place(camera, { x: box.x + box.w / 2, y: box.y + box.h });
  const label = `${Math.round(overlay.angle)}°`;
  context.font = '600 11px Inter, system-ui, sans-serif';
  const width = context.measureText(label).width + 12;
  context.fillStyle = theme.accent;
  context.beginPath();
  context.roundRect(at.x - width / 2, at.y + 16, width, 20, 4);
  context.fill();
  context.fillStyle = '#ffffff';
  context.textAlign = 'center';
  context.fillText(label, at.x, at.y + 30);
  context.textAlign = 'start';
}

/** Paints selection, grips, guides and marquee over the board; the context is in viewport px. */
export function paintOverlay(
  context: CanvasRenderingContext2D,
  camera: Camera,
  overlay: Overlay,
  target: TurnedBox | null,
  theme: Theme,
): void {
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
  paintGuides(context, camera, overlay);
  paintMarquee(context, camera, overlay, theme);
  paintGrips(context, camera, overlay, theme);
  paintAngle(context, camera, overlay, theme);
}
