import type { Vec } from '@autograph/geometry';
import type { OverlayContext } from './overlay-context.ts';

const height = 18;

/** Widths of texts by their form, with every digit as a 0: nothing need be measured while numbers run. */
const widths = new Map<string, number>();

function widthOf(context: OverlayContext, text: string): number {
  const form = text.replace(/\d/g, '0');
  const width = widths.get(form) ?? Math.ceil(context.measureText(form).width);
  widths.set(form, width);
  return width;
}

/** A short text on a plate of a colour, centred at a viewport point. */
export function paintTag(context: OverlayContext, text: string, at: Vec, colour: string, ink = '#ffffff'): void {
  context.font = '600 11px Inter, system-ui, sans-serif';
  const width = widthOf(context, text) + 10;
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
