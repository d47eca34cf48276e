import type { Path, PathCommand } from './path.ts';
import { RecentCache } from './recent-cache.ts';
import { lerp, type Vec } from './vec.ts';

/** One subpath as straight pieces. */
export interface Polyline {
  readonly points: readonly Vec[];
  readonly closed: boolean;
}

/** Every outline that an arrow ends at is asked for once when a board is opened: to keep them all would take more than the board. */
const cache = new RecentCache<Path, readonly Polyline[]>(2000);

/** The path as polylines that stay within about a quarter px of it at shape sizes. Remembered for each path value. */
export function flatten(path: Path): readonly Polyline[] {
  const known = cache.get(path);
  if (known) return known;
  const made = flattenAnew(path);
  cache.set(path, made);
  return made;
}

function flattenAnew(path: Path): readonly Polyline[] {
  const lines: { points: Vec[]; closed: boolean }[] = [];
  let line: { points: Vec[]; closed: boolean } | undefined;
  let at: Vec = { x: 0, y: 0 };
  const points = (): Vec[] => {
    if (!line) {
      line = { points: [at], closed: false };
      lines.push(line);
    }
    return line.points;
  };
  for (const command of path) {
    if (command[0] === 'Z') {
      if (!line) continue;
      line.closed = true;
      at = line.points[0] ?? at;
      line = undefined;
      continue;
    }
    const to = endOf(command);
    if (command[0] === 'M') line = undefined;
    else if (command[0] === 'L') points().push(to);
    else if (command[0] === 'C') pushCubic(points(), at, { x: command[1], y: command[2] }, { x: command[3], y: command[4] }, to);
    else {
      const control = { x: command[1], y: command[2] };
      pushCubic(points(), at, lerp(at, control, 2 / 3), lerp(to, control, 2 / 3), to);
    }
    at = to;
  }
  return lines;
}

function endOf(command: Exclude<PathCommand, readonly ['Z']>): Vec {
  switch (command[0]) {
    case 'M':
    case 'L':
      return { x: command[1], y: command[2] };
    case 'Q':
      return { x: command[3], y: command[4] };
    case 'C':
      return { x: command[5], y: command[6] };
  }
}

/** A cubic's deviation from n chords falls with n²; the second differences of its controls bound it. */
function pushCubic(points: Vec[], from: Vec, c1: Vec, c2: Vec, to: Vec): void {
  const bend = Math.max(
    Math.hypot(from.x - 2 * c1.x + c2.x, from.y - 2 * c1.y + c2.y),
    Math.hypot(c1.x - 2 * c2.x + to.x, c1.y - 2 * c2.y + to.y),
  );
  const steps = Math.max(1, Math.min(64, Math.ceil(Math.sqrt((bend * 0.75) / 0.25) || 1)));
  for (let i = 1; i < steps; i++) points.push(cubicAt(from, c1, c2, to, i / steps));
  points.push(to);
}

/** The point of a cubic Bézier at `t`, 0..1. */
function cubicAt(from: Vec, c1: Vec, c2: Vec, to: Vec, t: number): Vec {
  const u = 1 - t;
  const a = u * u * u;
  const b = 3 * u * u * t;
  const c = 3 * u * t * t;
  const d = t * t * t;
  return { x: a * from.x + b * c1.x + c * c2.x + d * to.x, y: a * from.y + b * c1.y + c * c2.y + d * to.y };
}
