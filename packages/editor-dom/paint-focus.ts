import type { Camera, TurnedBox } from '@autograph/editor';
import type { Theme } from '@autograph/render';
import { strokeBox } from './paint-overlay.ts';

/** Where someone who travels by keys is: a ring in the accent's colour around the thin frame of the selection. */
export function paintFocus(context: CanvasRenderingContext2D, camera: Camera, focused: TurnedBox, theme: Theme): void {
  context.lineJoin = 'round';
  context.strokeStyle = theme.background;
  context.lineWidth = 4;
  strokeBox(context, camera, focused, 4);
  context.strokeStyle = theme.accent;
  context.lineWidth = 2;
  strokeBox(context, camera, focused, 4);
}
