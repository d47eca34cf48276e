import type { Vec } from '@autograph/geometry';

const height = 18;

/** A short text on a plate of a colour, centred at a viewport point. */
export function paintTag(context: CanvasRenderingContext2D, text: string, at: Vec, colour: string, ink = '#ffffff'): void {
  context.font = '600 11px Inter, system-ui, sans-serif';
  const width = Math.ceil(context.measureText(text).width) + 10;
  const x = Math.round(at.x - width / 2);
  const y = Math.round(at.y - height / 2);
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(x, y, width, height, 4);
  context.fill();
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x + width / 2, y + height / 2 + 0.5);
  context.textAlign = 'start';
  context.textBaseline = 'alphabetic';
}
