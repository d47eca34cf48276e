import type { Vec } from '@autograph/geometry';
import type { Editor } from './editor.ts';
import type { Axis } from './snap-gaps.ts';

/** Breadth of a ruler, viewport px. */
export const rulerSize = 20;

/** Least distance between two numbers on a ruler, viewport px. */
const roomForNumber = 64;
/** Least distance between two strokes, viewport px. */
const roomForStroke = 6;

/** What a press on a ruler at the viewport point pulls out: a level guide from the one at the top, an upright one from the left; null off the rulers. */
export function rulerAt(editor: Editor, view: Vec): Axis | null {
  if (!editor.settings.rulers) return null;
  const [left, top] = [view.x < rulerSize, view.y < rulerSize];
  if (left === top) return null;
  return top ? 'y' : 'x';
}

/** Distances between a ruler's numbers and between its strokes at a zoom, page px: 1, 2 or 5 times a power of ten. */
export function rulerSteps(zoom: number): { readonly number: number; readonly stroke: number } {
  const least = roomForNumber / zoom;
  const power = 10 ** Math.floor(Math.log10(least));
  const number = [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? 10 * power;
  const parts = [10, 5, 2].find((count) => (number / count) * zoom >= roomForStroke && number / count >= 1) ?? 1;
  return { number, stroke: number / parts };
}
