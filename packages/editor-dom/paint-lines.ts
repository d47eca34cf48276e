import { type Camera, readable, type SnapLine, toView } from '@autograph/editor';
import type { Vec } from '@autograph/geometry';
import type { OverlayContext } from './overlay-context.ts';
import { paintTag } from './paint-tag.ts';

/** Half the length of the strokes at the ends of a measured distance, px. */
const tick = 4;

/** On the middle of a device px, so that a hairline is sharp. */
function sharp({ x, y }: Vec): Vec {
  return { x: Math.round(x - 0.5) + 0.5, y: Math.round(y - 0.5) + 0.5 };
}

/** Hairlines between page points; dashed when asked. */
export function paintLines(context: OverlayContext, camera: Camera, lines: readonly SnapLine[], dash: readonly number[] = []): void {
  if (lines.length === 0) return;
  context.lineWidth = 1;
  context.setLineDash([...dash]);
  context.beginPath();
  for (const line of lines) {
    const from = sharp(toView(camera, line.from));
    const to = sharp(toView(camera, line.to));
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
  context.setLineDash([]);
}

/** Distances between page points, with strokes at their ends and their length in px. */
export function paintDistances(context: OverlayContext, camera: Camera, lines: readonly SnapLine[], colour: string): void {
  paintLines(context, camera, lines);
  context.beginPath();
  for (const line of lines) {
    const upright = line.from.x === line.to.x;
    for (const end of [line.from, line.to]) {
      const at = sharp(toView(camera, end));
      context.moveTo(at.x - (upright ? tick : 0), at.y - (upright ? 0 : tick));
      context.lineTo(at.x + (upright ? tick : 0), at.y + (upright ? 0 : tick));
    }
  }
  context.stroke();
  for (const { from, to } of lines) {
    const [a, b] = [toView(camera, from), toView(camera, to)];
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    // Beside a line too short for it, the number would hide what it measures.
    const aside = Math.hypot(a.x - b.x, a.y - b.y) < 28 ? 16 : 0;
    const at = a.x === b.x ? { x: middle.x + aside * 1.4, y: middle.y } : { x: middle.x, y: middle.y + aside };
    paintTag(context, readable(Math.hypot(from.x - to.x, from.y - to.y)), at, colour);
  }
}
