import type { Box } from '@autograph/geometry';

/** Lines to go along, ascending, and what it costs to go from each crossing of two of them to the next one, besides its length. */
export interface CostGrid {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** From crossing (column, row), at `row * columns + column`, to the one on its right, and to the one below. */
  readonly right: Float32Array;
  readonly down: Float32Array;
}

export function createGrid(xs: Float64Array, ys: Float64Array): CostGrid {
  const size = xs.length * ys.length;
  return { xs, ys, right: new Float32Array(size), down: new Float32Array(size) };
}

export interface Charge {
  /** For each passage that it meets. */
  readonly fixed: number;
  /** For each px of such a passage. */
  readonly perPx: number;
}

/** Charges every passage that meets the inside of a box; with `only`, passages of that direction alone. */
export function chargeBox(grid: CostGrid, { x, y, w, h }: Box, { fixed, perPx }: Charge, only?: 'vertical' | 'horizontal'): void {
  const { xs, ys, right, down } = grid;
  const columns = xs.length;
  const inX = { from: after(xs, x), to: before(xs, x + w) };
  const inY = { from: after(ys, y), to: before(ys, y + h) };
  if (only !== 'vertical') {
    const to = Math.min(columns - 2, inX.to);
    for (let column = Math.max(0, inX.from - 1); column <= to; column++) {
      const price = fixed + perPx * ((xs[column + 1] ?? 0) - (xs[column] ?? 0));
      for (let row = inY.from; row <= inY.to; row++) add(right, row * columns + column, price);
    }
  }
  if (only !== 'horizontal') {
    const to = Math.min(ys.length - 2, inY.to);
    for (let row = Math.max(0, inY.from - 1); row <= to; row++) {
      const price = fixed + perPx * ((ys[row + 1] ?? 0) - (ys[row] ?? 0));
      for (let column = inX.from; column <= inX.to; column++) add(down, row * columns + column, price);
    }
  }
}

/** Charges every passage that crosses a vertical or horizontal line. */
export function chargeLine(grid: CostGrid, vertical: boolean, across: number, low: number, high: number, price: number): void {
  const { xs, ys, right, down } = grid;
  const columns = xs.length;
  const [lines, others] = vertical ? [xs, ys] : [ys, xs];
  const at = before(lines, across + 1e-6);
  if (at < 0 || at >= lines.length - 1) return;
  const to = before(others, high + 1e-6);
  for (let other = after(others, low - 1e-6); other <= to; other++) {
    if (vertical) add(right, other * columns + at, price);
    else add(down, at * columns + other, price);
  }
}

function add(costs: Float32Array, at: number, price: number): void {
  costs[at] = (costs[at] ?? 0) + price;
}

/** The first line beyond a value. */
function after(lines: Float64Array, value: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The last line short of a value; -1 when there is none. */
function before(lines: Float64Array, value: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
