import {
  type ArrowRoute,
  type Box,
  distance,
  flatten,
  lerp,
  normalize,
  type Path,
  type PathCommand,
  pathLength,
  pointAlong,
  polylinePath,
  scale,
  subtract,
  type Vec,
} from '@autograph/geometry';

/** Which way the marks at both ends point, as unit vectors: along the stretch of the line that a mark of such a length (px) lies on. */
export function endDirections(route: ArrowRoute, start: number, end: number): { readonly start: Vec; readonly end: Vec } {
  const length = pathLength(route.path);
  const along = (tip: Vec, by: number, part: number, short: Vec) =>
    by > 0 && by < length * 0.6 ? normalize(subtract(tip, pointAlong(route.path, part).at)) : short;
  return {
    start: along(route.start, start, start / length, route.startDirection),
    end: along(route.end, end, 1 - end / length, route.endDirection),
  };
}

interface Trim {
  readonly direction: Vec;
  readonly by: number;
}

/** An open path with its ends drawn back by so many px: the line stops inside its marks. */
export function trimEnds(path: Path, start: Trim, end: Trim): Path {
  const first = path[0];
  const last = path.at(-1);
  if (first?.[0] !== 'M' || !last || last[0] === 'Z' || path.length < 2) return path;
  const next = path[1];
  const before = path.at(-2);
  // A last piece shorter than its mark cannot be shifted: the line is cut instead.
  const room = (from: PathCommand | undefined, to: PathCommand | undefined) => distance(tipOf(from), tipOf(to)) * 0.8;
  if (start.by > room(first, next) || end.by > room(before, last)) return cutEnds(path, start.by, end.by);
  const head = shift(first, scale(start.direction, -start.by));
  const tail = shift(last, scale(end.direction, -end.by));
  return [head, ...path.slice(1, -1), tail];
}

function tipOf(command: PathCommand | undefined): Vec {
  const [y = 0, x = 0] = command ? command.slice(1).reverse().map(Number) : [];
  return { x, y };
}

function cutEnds(path: Path, start: number, end: number): Path {
  const length = pathLength(path);
  if (start + end >= length) return [];
  const points = flatten(path)[0]?.points ?? [];
  const kept: Vec[] = [pointAlong(path, start / length).at];
  let walked = 0;
  points.forEach((point, i) => {
    walked += i === 0 ? 0 : distance(points[i - 1] ?? point, point);
    if (walked > start && walked < length - end) kept.push(point);
  });
  return polylinePath([...kept, pointAlong(path, 1 - end / length).at]);
}

/** The command with its end point, and a cubic's control point next to it, moved. */
function shift(command: PathCommand, by: Vec): PathCommand {
  switch (command[0]) {
    case 'M':
    case 'L':
      return [command[0], command[1] + by.x, command[2] + by.y];
    case 'Q':
      return ['Q', command[1], command[2], command[3] + by.x, command[4] + by.y];
    case 'C':
      return ['C', command[1], command[2], command[3] + by.x, command[4] + by.y, command[5] + by.x, command[6] + by.y];
    case 'Z':
      return command;
  }
}

/** What of an open path lies outside a box: where a label interrupts its line. */
export function cutOut(path: Path, box: Box): Path {
  const cut: PathCommand[] = [];
  for (const { points } of flatten(path)) {
    let pen: Vec | undefined;
    for (let i = 1; i < points.length; i++) {
      const [from, to] = [points[i - 1], points[i]];
      if (!from || !to) continue;
      const inside = insideRange(from, to, box);
      const pieces: readonly (readonly [number, number])[] = inside
        ? [
            [0, inside[0]],
            [inside[1], 1],
          ]
        : [[0, 1]];
      for (const [start, end] of pieces) {
        if (end - start < 1e-6) continue;
        const a = lerp(from, to, start);
        const b = lerp(from, to, end);
        if (!pen || pen.x !== a.x || pen.y !== a.y) cut.push(['M', a.x, a.y]);
        cut.push(['L', b.x, b.y]);
        pen = b;
      }
    }
  }
  return cut;
}

/** Which part (0..1) of a segment lies in the box. */
function insideRange(from: Vec, to: Vec, { x, y, w, h }: Box): readonly [number, number] | undefined {
  let [start, end] = [0, 1];
  for (const [origin, step, low, high] of [
    [from.x, to.x - from.x, x, x + w],
    [from.y, to.y - from.y, y, y + h],
  ] as const) {
    if (step === 0) {
      if (origin < low || origin > high) return undefined;
      continue;
    }
    const [one, other] = [(low - origin) / step, (high - origin) / step];
    start = Math.max(start, Math.min(one, other));
    end = Math.min(end, Math.max(one, other));
  }
  return start < end ? [start, end] : undefined;
}
