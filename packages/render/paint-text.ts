import type { CanvasContext } from './canvas-context.ts';
import type { DrawItem, TextRun } from './display-list.ts';
import { faceMetrics } from './face-metrics.ts';
import { cssFontFamily } from './fonts.ts';
import type { Painting } from './paint-canvas.ts';
import { createTextMeasurer } from './text-measurer.ts';
import { splitByFont } from './text-segments.ts';

const { width: widthOf } = createTextMeasurer();

/** Letters smaller than this many canvas px are drawn as a bar. */
const legible = 4;

/** Draws one line of text so that it takes exactly its measured width. */
export function paintText({ x, y, runs, width }: DrawItem & { kind: 'text' }, painting: Painting): void {
  const [first, ...others] = runs;
  if (!first) return;
  if (first.style.size * painting.scale < legible) {
    paintBar(first, x, y, width, painting);
    return;
  }
  let at = paintRun(first, x, y, painting);
  for (const run of others) at = paintRun(run, at, y, painting);
}

/** A bar as high as a small letter, of half the text's darkness. */
function paintBar({ style, paint }: TextRun, x: number, y: number, width: number, { context }: Painting): void {
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * 0.45;
  context.fillStyle = paint;
  context.fillRect(x, y - style.size * 0.52, width, style.size * 0.52);
  context.globalAlpha = alpha;
}

/** Draws what no table measures letter by letter (joined letters, other machines' fonts) into its measured width. */
function fillFitted(context: CanvasContext, text: string, x: number, y: number, width: number): void {
  const natural = context.measureText(text).width;
  if (natural <= 0 || Math.abs(natural - width) < 0.01 * width) {
    context.fillText(text, x, y);
    return;
  }
  context.save();
  context.translate(x, y);
  context.scale(width / natural, 1);
  context.fillText(text, 0, 0);
  context.restore();
}

/** Draws a run and gives where it ends, px. */
function paintRun(run: TextRun, x: number, y: number, painting: Painting): number {
  const { context, resources } = painting;
  const { style, paint } = run;
  const family = (resources.fontFamily ?? cssFontFamily)(style.font);
  const font = `${style.italic ? 'italic ' : ''}${style.bold ? 'bold ' : ''}${style.size}px ${family}`;
  if (painting.font !== font) {
    context.font = font;
    painting.font = font;
  }
  context.fillStyle = paint;
  let at = x;
  for (const { text, bundled } of splitByFont(run.text, faceMetrics(style).has)) {
    const width = widthOf(text, style);
    if (bundled) context.fillText(text, at, y);
    else {
      resources.unbundled?.();
      if (run.rtl) context.direction = 'rtl';
      fillFitted(context, text, at, y, width);
      if (run.rtl) context.direction = 'ltr';
    }
    at += width;
  }
  if (run.underline) context.fillRect(x, y + style.size * 0.12, at - x, style.size / 14);
  if (run.strike) context.fillRect(x, y - style.size * 0.3, at - x, style.size / 14);
  return at;
}
