import { type Box, expandBox } from './box.ts';
import type { Exit } from './route-orthogonal.ts';
import type { Vec } from './vec.ts';

export interface RouteSearch {
  readonly from: readonly Exit[];
  readonly to: readonly Exit[];
  /** What the route must not cross. */
  readonly boxes: readonly Box[];
  /** Distance to keep from the boxes, px. */
  readonly margin: number;
}

/** What a bend costs, in px of way. */
const bendCost = 60;

interface Step {
  readonly x: number;
  readonly y: number;
  readonly direction: Vec;
  readonly cost: number;
  readonly before?: Step;
  readonly exit?: Exit;
}

/**
 * The cheapest route on the lines that pass the boxes at the margin, by Dijkstra over (crossing, direction);
 * undefined when the boxes leave no way.
 */
export function searchRoute({ from, to, boxes, margin }: RouteSearch): Vec[] | undefined {
  const tails = from.map((exit) => ({ exit, at: stubEnd(exit, margin) }));
  const tips = to.map((exit) => ({ exit, at: stubEnd(exit, margin) }));
  const xs = lines([...boxes.flatMap((box) => [box.x - margin, box.x + box.w + margin]), ...[...tails, ...tips].map(({ at }) => at.x)]);
  const ys = lines([...boxes.flatMap((box) => [box.y - margin, box.y + box.h + margin]), ...[...tails, ...tips].map(({ at }) => at.y)]);
  const walls = boxes.map((box) => expandBox(box, 1));
  const open: Step[] = [];
  const best = new Map<string, number>();
  for (const { exit, at } of tails) {
    if (blocked(exit.at, at, walls, exit.direction)) continue;
    offer(open, best, { x: xs.indexOf(at.x), y: ys.indexOf(at.y), direction: exit.direction, cost: 0, exit });
  }
  for (let step = cheapest(open); step; step = cheapest(open)) {
    if (step.cost > (best.get(key(step)) ?? 0)) continue;
    const here = { x: xs[step.x] ?? 0, y: ys[step.y] ?? 0 };
    const arrival = tips.find(({ exit, at }) => at.x === here.x && at.y === here.y && opposite(exit.direction, step.direction));
    if (arrival && !blocked(arrival.exit.at, arrival.at, walls, arrival.exit.direction)) return trace(step, xs, ys, arrival.exit);
    for (const direction of [
      { x: 1, y: 0 },
      { x: 0, y: 1 },
      { x: -1, y: 0 },
      { x: 0, y: -1 },
    ]) {
      if (opposite(direction, step.direction)) continue;
      const x = step.x + direction.x;
      const y = step.y + direction.y;
      const next = { x: xs[x], y: ys[y] };
      if (next.x === undefined || next.y === undefined || walls.some((wall) => meets(wall, here, { x: next.x ?? 0, y: next.y ?? 0 })))
        continue;
      const turn = direction.x === step.direction.x && direction.y === step.direction.y ? 0 : bendCost;
      const cost = step.cost + Math.abs(next.x - here.x) + Math.abs(next.y - here.y) + turn;
      offer(open, best, { x, y, direction, cost, before: step });
    }
  }
  return undefined;
}

function stubEnd(exit: Exit, margin: number): Vec {
  return { x: exit.at.x + exit.direction.x * margin, y: exit.at.y + exit.direction.y * margin };
}

function lines(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function key(step: Step): string {
  return `${step.x},${step.y},${step.direction.x},${step.direction.y}`;
}

function offer(open: Step[], best: Map<string, number>, step: Step): void {
  const known = best.get(key(step));
  if (known !== undefined && known <= step.cost) return;
  best.set(key(step), step.cost);
  open.push(step);
}

function cheapest(open: Step[]): Step | undefined {
  let at = 0;
  open.forEach((step, i) => {
    if (step.cost < (open[at]?.cost ?? Infinity)) at = i;
  });
  return open.splice(at, 1)[0];
}

function opposite(a: Vec, b: Vec): boolean {
  return a.x === -b.x && a.y === -b.y;
}

/** Whether the stub runs into a box: its own it has just left, so it is tested from a little outside. */
function blocked(from: Vec, to: Vec, walls: readonly Box[], direction: Vec): boolean {
  const outside = { x: from.x + direction.x * 3, y: from.y + direction.y * 3 };
  return walls.some((wall) => meets(wall, outside, to));
}

function meets(wall: Box, a: Vec, b: Vec): boolean {
  return (
    Math.max(a.x, b.x) > wall.x &&
    Math.min(a.x, b.x) < wall.x + wall.w &&
    Math.max(a.y, b.y) > wall.y &&
    Math.min(a.y, b.y) < wall.y + wall.h
  );
}

function trace(last: Step, xs: readonly number[], ys: readonly number[], arrival: Exit): Vec[] {
  const points: Vec[] = [arrival.at];
  for (let step: Step | undefined = last; step; step = step.before) {
    points.push({ x: xs[step.x] ?? 0, y: ys[step.y] ?? 0 });
    if (step.exit) points.push(step.exit.at);
  }
  return points.reverse();
}
