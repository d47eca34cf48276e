import { type Camera, type Overlay, toView } from '@autograph/editor';
import { rotate } from '@autograph/geometry';
import { mixColors, type Theme } from '@autograph/render';
import type { OverlayContext } from './overlay-context.ts';

/** Side of the plate that a padlock or a pin is on, px. */
const plate = 18;

/** What can be pressed on, or is to be known of, a hovered or selected shape: buttons that fold, padlocks, pins. */
export function paintMarks(context: OverlayContext, camera: Camera, { folds, locks, pins }: Overlay, theme: Theme): void {
  for (const { box, folded } of folds) paintFold(context, camera, box, folded, theme);
  for (const { box, rotation } of locks) {
    const corner = { x: box.x + box.w, y: box.y };
    const at = toView(camera, rotate(corner, rotation, { x: box.x + box.w / 2, y: box.y + box.h / 2 }));
    paintOnPlate(context, at.x - plate / 2, at.y - plate / 2, theme, drawPadlock);
  }
  for (const { box } of pins) {
    const at = toView(camera, { x: box.x + box.w, y: box.y });
    paintOnPlate(context, at.x - plate / 2, at.y - plate / 2, theme, drawPin);
  }
}

/** An arrowhead on a disc: down, or to the right when folded. It is as large as the button, which grows with the page. */
function paintFold(context: OverlayContext, camera: Camera, box: Overlay['folds'][number]['box'], folded: boolean, theme: Theme): void {
  const side = box.w * camera.zoom;
  if (side < 7) return;
  const at = toView(camera, { x: box.x + box.w / 2, y: box.y + box.h / 2 });
  context.save();
  context.translate(at.x, at.y);
  context.scale(side / 16, side / 16);
  context.fillStyle = mixColors(theme.background, theme.accent, 0.14);
  context.beginPath();
  context.arc(0, 0, 9, 0, 2 * Math.PI);
  context.fill();
  if (folded) context.rotate(-Math.PI / 2);
  context.strokeStyle = theme.accent;
  context.lineWidth = 1.75;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(-4, -2);
  context.lineTo(0, 2);
  context.lineTo(4, -2);
  context.stroke();
  context.restore();
}

function paintOnPlate(context: OverlayContext, x: number, y: number, theme: Theme, draw: (context: OverlayContext) => void): void {
  context.save();
  context.translate(Math.round(x), Math.round(y));
  context.fillStyle = theme.background;
  context.strokeStyle = theme.accent;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(0.5, 0.5, plate - 1, plate - 1, 5);
  context.fill();
  context.stroke();
  context.fillStyle = theme.accent;
  draw(context);
  context.restore();
}

function drawPadlock(context: OverlayContext): void {
  context.beginPath();
  context.roundRect(5, 8.5, 8, 5.5, 1.25);
  context.fill();
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(9, 7.5, 2.5, Math.PI, 0);
  context.lineTo(11.5, 8.5);
  context.moveTo(6.5, 7.5);
  context.lineTo(6.5, 8.5);
  context.stroke();
}

/** A drawing pin: head, collar and needle. */
function drawPin(context: OverlayContext): void {
  context.beginPath();
  context.roundRect(6, 4, 6, 1.75, 0.75);
  context.moveTo(7, 5.5);
  context.lineTo(11, 5.5);
  context.lineTo(11.5, 8);
  context.lineTo(13, 10);
  context.lineTo(5, 10);
  context.lineTo(6.5, 8);
  context.closePath();
  context.fill();
  context.lineWidth = 1.25;
  context.beginPath();
  context.moveTo(9, 10);
  context.lineTo(9, 14);
  context.stroke();
}
