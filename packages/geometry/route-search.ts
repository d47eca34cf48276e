import type { Exit } from './arrow-end.ts';
import { directions } from './arrow-end.ts';
import { type Box, expandBox } from './box.ts';
import { MinHeap } from './min-heap.ts';
import type { Vec } from './vec.ts';

export interface RouteSearch {
  readonly from: readonly Exit[];
  readonly to: readonly Exit[];
  /** What the route must not cross. */
  readonly boxes: readonly Box[];
  /** Distance to keep from the boxes where there is room, px. */
  readonly margin: number;
}

/** What a bend costs, in px of way. */
const bendCost = 60;
/** Clear space that every way keeps to the boxes, px. */
const clearance = 1;

interface Stub {
  readonly exit: Exit;
  readonly at: Vec;
}

/**
 * The cheapest route on the lines that pass the boxes at the margin, and between boxes that are nearer to each other than that,
 * by A* over (crossing, direction); undefined when the boxes leave no way.
 */
export function searchRoute({ from, to, boxes, margin }: RouteSearch): Vec[] | undefined {
  const walls = boxes.map((box) => expandBox(box, clearance));
  const tails = from.flatMap((exit) => stubOf(exit, walls, margin));
  const tips = to.flatMap((exit) => stubOf(exit, walls, margin));
  const ends = [...tails, ...tips].map(({ at }) => at);
  const xs = linesAlong(
    boxes.map(({ x, w }) => [x, x + w]),
    ends.map(({ x }) => x),
    margin,
  );
  const ys = linesAlong(
    boxes.map(({ y, h }) => [y, y + h]),
    ends.map(({ y }) => y),
    margin,
  );
  const columns = xs.length;
  const free = passages(xs, ys, walls);
  const cost = new Float64Array(columns * ys.length * 4).fill(Infinity);
  const before = new Int32Array(cost.length).fill(-1);
  const closed = new Uint8Array(cost.length);
  const open = new MinHeap();
  /** The least that is still to pay: a bend too, unless the goal is straight ahead. */
  const ahead = ({ x, y }: Vec) => {
    let least = Infinity;
    for (const { at } of tips) {
      const bend = at.x === x || at.y === y ? 0 : bendCost;
      least = Math.min(least, Math.abs(at.x - x) + Math.abs(at.y - y) + bend);
    }
    return least;
  };
  const node = (at: Vec, facing: Vec) => (ys.indexOf(at.y) * columns + xs.indexOf(at.x)) * 4 + directions.indexOf(facing);
  const offer = (state: number, price: number, came: number, at: Vec) => {
    if (price >= (cost[state] ?? 0)) return;
    cost[state] = price;
    before[state] = came;
    open.push(state, price + ahead(at));
  };
  const begun = new Map(tails.map((stub) => [node(stub.at, facingOf(stub.exit)), stub]));
  const goals = new Map(tips.map((stub) => [node(stub.at, oppositeOf(stub.exit)), stub]));
  const lastTurns = new Map([...goals.keys()].map((goal) => [goal >> 2, goal]));
  for (const [state, { at }] of begun) offer(state, 0, -1, at);
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (closed[state] === 1) continue;
    closed[state] = 1;
    const goal = goals.get(state);
    if (goal)
      return trace(state, before, (place) => ({ x: xs[place % columns] ?? 0, y: ys[Math.floor(place / columns)] ?? 0 }), begun, goal);
    const place = state >> 2;
    const facing = state & 3;
    const here = { x: xs[place % columns] ?? 0, y: ys[Math.floor(place / columns)] ?? 0 };
    const into = lastTurns.get(place);
    if (into !== undefined && (into & 3) !== (facing + 2) % 4) offer(into, (cost[state] ?? 0) + bendCost, state, here);
    for (let turn = 0; turn < 4; turn++) {
      if (turn === (facing + 2) % 4 || !free(place, turn)) continue;
      const next = place + (turn === 0 ? 1 : turn === 2 ? -1 : turn === 1 ? columns : -columns);
      const there = { x: xs[next % columns] ?? 0, y: ys[Math.floor(next / columns)] ?? 0 };
      const way = Math.abs(there.x - here.x) + Math.abs(there.y - here.y) + (turn === facing ? 0 : bendCost);
      offer(next * 4 + turn, (cost[state] ?? 0) + way, state, there);
    }
  }
  return undefined;
}

/** The straight piece before the first bend, shorter where something is near; none where there is no room at all. */
function stubOf(exit: Exit, walls: readonly Box[], margin: number): Stub[] {
  const outside = pointFrom(exit, clearance + 1);
  for (const reach of [margin, margin / 2, 4]) {
    const at = pointFrom(exit, reach);
    if (!walls.some((wall) => meets(wall, outside, at))) return [{ exit, at }];
  }
  return [];
}

function pointFrom({ at, direction }: Exit, reach: number): Vec {
  return { x: at.x + direction.x * reach, y: at.y + direction.y * reach };
}

function facingOf({ direction }: Exit): Vec {
  return directions.find(({ x, y }) => x === direction.x && y === direction.y) ?? direction;
}

function oppositeOf({ direction }: Exit): Vec {
  return directions.find(({ x, y }) => x === -direction.x && y === -direction.y) ?? direction;
}

/** Coordinates of the lines to go along, ascending. */
function linesAlong(sides: readonly (readonly [number, number])[], ends: readonly number[], margin: number): number[] {
  const edges = [...new Set(sides.flat())].sort((a, b) => a - b);
  const narrow = edges.slice(1).flatMap((edge, i) => {
    const width = edge - (edges[i] ?? edge);
    return width > 2 * clearance && width < 2 * margin ? [edge - width / 2] : [];
  });
  return [...new Set([...sides.flatMap(([low, high]) => [low - margin, high + margin]), ...narrow, ...ends])].sort((a, b) => a - b);
}

/** Which crossings are joined to their neighbours without meeting a wall. */
function passages(xs: readonly number[], ys: readonly number[], walls: readonly Box[]) {
  const columns = xs.length;
  const barredRight = new Uint8Array(columns * ys.length);
  const barredDown = new Uint8Array(columns * ys.length);
  for (const { x, y, w, h } of walls) {
    ys.forEach((at, row) => {
      const next = ys[row + 1];
      const across = at > y && at < y + h;
      const along = next !== undefined && next > y && at < y + h;
      if (!across && !along) return;
      xs.forEach((left, column) => {
        const right = xs[column + 1];
        if (across && right !== undefined && right > x && left < x + w) barredRight[row * columns + column] = 1;
        if (along && left > x && left < x + w) barredDown[row * columns + column] = 1;
      });
    });
  }
  return (place: number, turn: number): boolean => {
    const column = place % columns;
    if (turn === 0) return column + 1 < columns && barredRight[place] === 0;
    if (turn === 2) return column > 0 && barredRight[place - 1] === 0;
    if (turn === 1) return place + columns < columns * ys.length && barredDown[place] === 0;
    return place >= columns && barredDown[place - columns] === 0;
  };
}

function meets(wall: Box, a: Vec, b: Vec): boolean {
  return (
    Math.max(a.x, b.x) > wall.x &&
    Math.min(a.x, b.x) < wall.x + wall.w &&
    Math.max(a.y, b.y) > wall.y &&
    Math.min(a.y, b.y) < wall.y + wall.h
  );
}

function trace(last: number, before: Int32Array, at: (place: number) => Vec, begun: ReadonlyMap<number, Stub>, goal: Stub): Vec[] {
  const points: Vec[] = [goal.exit.at];
  let first = last;
  for (let state = last; state >= 0; state = before[state] ?? -1) {
    points.push(at(state >> 2));
    first = state;
  }
  const tail = begun.get(first);
  return [...(tail ? [tail.exit.at] : []), ...points.reverse()];
}
