import { ellipsePath, expandBox, type Path, roundedRectanglePath } from '@autograph/geometry';
import type { DrawItem, Theme } from '@autograph/render';
import type { CommitShape } from '../commit-look.ts';
import { localBox } from '../outlines.ts';

/** A dot: crossed when reversed, a square when highlighted, a ring around a dot when merged, cherries when picked. Merged after a conflict: a red crossed ring. */
export function drawMark(shape: CommitShape, outline: Path, theme: Theme): readonly DrawItem[] {
  const { mark, merge } = shape;
  const color = theme.fill(shape.fill ?? 'blue', 'solid');
  const ring = (paint: string): DrawItem => ({ kind: 'path', path: outline, fill: theme.background, stroke: { paint, width: 2.5 } });
  if (mark === 'cherry-pick') return [ring(color), ...cherries(shape, theme)];
  if (merge && mark === 'reverse') {
    const red = theme.stroke('red');
    return [ring(red), { kind: 'path', path: cross(shape, 5), stroke: { paint: red, width: 2.5 } }];
  }
  if (merge) return [ring(color), { kind: 'path', path: inner(shape, 5), fill: color }];
  const dot: DrawItem = { kind: 'path', path: outline, fill: color };
  if (mark === 'reverse') return [dot, { kind: 'path', path: cross(shape, 4.5), stroke: { paint: theme.background, width: 2.25 } }];
  if (mark === 'highlight') return [dot, { kind: 'path', path: inner(shape, 5), fill: theme.background }];
  return [dot];
}

function inner(shape: CommitShape, inset: number): Path {
  const box = expandBox(localBox(shape), -inset);
  return shape.mark === 'highlight' ? roundedRectanglePath(box, 2) : ellipsePath(box);
}

function cross({ w, h }: CommitShape, reach: number): Path {
  const [x, y] = [w / 2, h / 2];
  return [
    ['M', x - reach, y - reach],
    ['L', x + reach, y + reach],
    ['M', x - reach, y + reach],
    ['L', x + reach, y - reach],
  ];
}

/** Two of them, on one stalk. */
function cherries({ w, h }: CommitShape, theme: Theme): readonly DrawItem[] {
  const [x, y] = [w / 2, h / 2];
  const cherry = (cx: number): DrawItem => ({
    kind: 'path',
    path: ellipsePath({ x: cx - 2.75, y: y - 0.25, w: 5.5, h: 5.5 }),
    fill: theme.stroke('red'),
  });
  const stalks: Path = [
    ['M', x - 3, y + 1],
    ['Q', x - 2, y - 3, x + 1, y - 5],
    ['Q', x + 2.5, y - 3, x + 3, y + 1],
  ];
  return [{ kind: 'path', path: stalks, stroke: { paint: theme.stroke('green'), width: 1.25 } }, cherry(x - 3), cherry(x + 3)];
}
