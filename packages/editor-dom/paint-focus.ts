import type { Camera, TurnedBox } from '@autograph/editor';
import type { Theme } from '@autograph/render';
import { strokeBox } from './paint-overlay.ts';

/** Where someone who works by keys is: a strong ring in the text's colour, apart from the shape and from the thin frame of a selection. */
export function paintFocus(context: CanvasRenderingContext2D, camera: Camera, focused: TurnedBox, theme: Theme): void {
  context.lineJoin = 'round';
  context.strokeStyle = theme.background;
  context.lineWidth = 5;
  strokeBox(context, camera, focused, 6);
  context.strokeStyle = theme.text;
  context.lineWidth = 2.5;
  strokeBox(context, camera, focused, 6);
}
