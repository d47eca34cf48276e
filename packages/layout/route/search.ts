import type { Vec } from '@autograph/geometry';
import { MinHeap } from '@autograph/geometry/min-heap.ts';
import type { CostGrid } from './cost-grid.ts';

/** Right, down, left, up. */
export type Turn = 0 | 1 | 2 | 3;

/** A place where a route may leave a box, or come in: the way goes on at `stub`, heading `turn` away from the box. */
export interface Port {
  readonly at: Vec;
  readonly stub: Vec;
  readonly turn: Turn;
  readonly price: number;
}

export interface Way {
  /** From the first port's place on the border to the last one's. */
  readonly points: readonly Vec[];
  readonly price: number;
}

/** Long ways are looked for more greedily: they may cost up to so much more than the cheapest, and are found much sooner. */
const greed = 0.4;
/** From that length on, px. */
const farAway = 2400;

/** What a bend costs, in px of way. */
export const bendPrice = 40;

/** The cheapest way over a grid from one of the ports to one of the others, by A* over (crossing, heading). The ports' stubs lie on lines of the grid. */
export function cheapestWay(grid: CostGrid, from: readonly Port[], to: readonly Port[]): Way | undefined {
  const { xs, ys, right, down } = grid;
  const columns = xs.length;
  const size = columns * ys.length * 4;
  const cost = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const came = new Int32Array(size).fill(-1);
  const closed = new Uint8Array(size);
  const goals = new Map<number, Port>();
  const begun = new Map<number, Port>();
  const open = new MinHeap();
  const placeOf = ({ x, y }: Vec) => indexOf(ys, y) * columns + indexOf(xs, x);
  const target = extent(to);
  const distance = ({ x, y }: Vec) => Math.max(0, target.left - x, x - target.right) + Math.max(0, target.top - y, y - target.bottom);
  const weight = 1 + greed * Math.min(1, Math.max(...from.map(({ stub }) => distance(stub))) / farAway);
  const ahead = (place: number) => {
    const column = place % columns;
    const x = xs[column] ?? 0;
    const y = ys[(place - column) / columns] ?? 0;
    const dx = x < target.left ? target.left - x : x > target.right ? x - target.right : 0;
    const dy = y < target.top ? target.top - y : y > target.bottom ? y - target.bottom : 0;
    return (dx + dy + (dx > 0 && dy > 0 ? bendPrice : 0)) * weight;
  };
  for (const port of to) {
    const state = placeOf(port.stub) * 4 + ((port.turn + 2) % 4);
    const known = goals.get(state);
    if (!known || port.price < known.price) goals.set(state, port);
  }
  for (const port of from) {
    const place = placeOf(port.stub);
    const state = place * 4 + port.turn;
    if (port.price >= (cost[state] ?? 0)) continue;
    cost[state] = port.price;
    begun.set(state, port);
    open.push(state, port.price + ahead(place));
  }
  let best: { readonly state: number; readonly price: number; readonly goal: Port } | undefined;
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (closed[state] === 1) continue;
    closed[state] = 1;
    const paid = cost[state] ?? 0;
    const place = state >> 2;
    if (best && paid + ahead(place) >= best.price) break;
    const goal = goals.get(state);
    if (goal && (!best || paid + goal.price < best.price)) best = { state, price: paid + goal.price, goal };
    const heading = state & 3;
    const column = place % columns;
    const row = (place - column) / columns;
    for (let turn = 0; turn < 4; turn++) {
      if (turn === (heading + 2) % 4) continue;
      let next = place;
      let step = 0;
      if (turn === 0) {
        if (column + 1 >= columns) continue;
        next = place + 1;
        step = (xs[column + 1] ?? 0) - (xs[column] ?? 0) + (right[place] ?? 0);
      } else if (turn === 2) {
        if (column === 0) continue;
        next = place - 1;
        step = (xs[column] ?? 0) - (xs[column - 1] ?? 0) + (right[next] ?? 0);
      } else if (turn === 1) {
        if (row + 1 >= ys.length) continue;
        next = place + columns;
        step = (ys[row + 1] ?? 0) - (ys[row] ?? 0) + (down[place] ?? 0);
      } else {
        if (row === 0) continue;
        next = place - columns;
        step = (ys[row] ?? 0) - (ys[row - 1] ?? 0) + (down[next] ?? 0);
      }
      const price = paid + step + (turn === heading ? 0 : bendPrice);
      const there = next * 4 + turn;
      if (price >= (cost[there] ?? 0)) continue;
      cost[there] = price;
      came[there] = state;
      open.push(there, price + ahead(next));
    }
  }
  if (!best) return undefined;
  const points: Vec[] = [best.goal.at];
  let first = best.state;
  for (let state = best.state; state >= 0; state = came[state] ?? -1) {
    const place = state >> 2;
    points.push({ x: xs[place % columns] ?? 0, y: ys[Math.floor(place / columns)] ?? 0 });
    first = state;
  }
  const tail = begun.get(first);
  if (tail) points.push(tail.at);
  return { points: corners(points.reverse()), price: best.price };
}

function extent(ports: readonly Port[]) {
  const xs = ports.map(({ stub }) => stub.x);
  const ys = ports.map(({ stub }) => stub.y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function indexOf(lines: Float64Array, value: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < value - 1e-6) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Without points at which the way does not turn. */
export function corners(points: readonly Vec[]): Vec[] {
  const kept: Vec[] = [];
  for (const point of points) {
    const [a, b] = [kept.at(-2), kept.at(-1)];
    if (b && same(b.x, point.x) && same(b.y, point.y)) continue;
    if (a && b && ((same(a.x, b.x) && same(b.x, point.x)) || (same(a.y, b.y) && same(b.y, point.y)))) kept.pop();
    kept.push(point);
  }
  return kept;
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.01;
}
