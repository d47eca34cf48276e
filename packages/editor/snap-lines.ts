import type { Box } from '@autograph/geometry';
import type { Editor } from './editor.ts';
import type { SnapLine } from './overlay.ts';
import type { SnapField, SnapTarget } from './snap-field.ts';

/** How near a line must be to attract, viewport px. */
const reach = 6;

export interface Snap {
  readonly dx: number;
  readonly dy: number;
  readonly lines: readonly SnapLine[];
}

/** The small move that brings a side or middle of the box onto a line of the field, with the guides to show. */
export function snapOffset(editor: Editor, field: SnapField, box: Box): Snap {
  const within = reach / editor.camera.zoom;
  const x = nearest(field.vertical, [box.x, box.x + box.w / 2, box.x + box.w], within);
  const y = nearest(field.horizontal, [box.y, box.y + box.h / 2, box.y + box.h], within);
  const dx = x?.by ?? 0;
  const dy = y?.by ?? 0;
  const lines: SnapLine[] = [];
  if (x) {
    const top = Math.min(box.y + dy, x.target.box.y);
    const bottom = Math.max(box.y + dy + box.h, x.target.box.y + x.target.box.h);
    lines.push({ from: { x: x.target.at, y: top }, to: { x: x.target.at, y: bottom } });
  }
  if (y) {
    const left = Math.min(box.x + dx, y.target.box.x);
    const right = Math.max(box.x + dx + box.w, y.target.box.x + y.target.box.w);
    lines.push({ from: { x: left, y: y.target.at }, to: { x: right, y: y.target.at } });
  }
  return { dx, dy, lines };
}

/** The move that brings the box's top-left corner onto the grid. */
export function gridOffset(box: Box, size: number): Snap {
  return { dx: toGrid(box.x, size) - box.x, dy: toGrid(box.y, size) - box.y, lines: [] };
}

export function toGrid(value: number, size: number): number {
  return Math.round(value / size) * size;
}

function nearest(targets: readonly SnapTarget[], values: readonly number[], within: number) {
  let best: { readonly by: number; readonly target: SnapTarget } | undefined;
  for (const value of values) {
    for (let i = firstAtLeast(targets, value - within); i < targets.length; i++) {
      const target = targets[i];
      if (!target || target.at > value + within) break;
      const by = target.at - value;
      if (!best || Math.abs(by) < Math.abs(best.by)) best = { by, target };
    }
  }
  return best;
}

function firstAtLeast(targets: readonly SnapTarget[], value: number): number {
  let low = 0;
  let high = targets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((targets[middle]?.at ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
