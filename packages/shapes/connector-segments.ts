import type { Handle } from '@autograph/editor';
import { distance, lerp, type Path, type Vec } from '@autograph/geometry';

/** Shorter pieces have no handle, px. */
const shortest = 20;
/** What of an end piece stays where it is when the rest of it is moved, px. */
const stub = 16;

/** The corners of a way with rounded corners, its ends included. */
function cornersOf(path: Path): Vec[] {
  return path.flatMap((command, i): Vec[] => {
    if (command[0] === 'Q') return [{ x: command[1], y: command[2] }];
    return (command[0] === 'M' || command[0] === 'L') && path[i + 1]?.[0] !== 'Q' ? [{ x: command[1], y: command[2] }] : [];
  });
}

/** A handle in the middle of each horizontal or vertical piece that is long enough to be held. */
export function segmentHandles(path: Path): readonly Handle[] {
  const corners = cornersOf(path);
  return corners.slice(1).flatMap((to, i): Handle[] => {
    const from = corners[i] ?? to;
    if (distance(from, to) < shortest) return [];
    const cursor = isLevel(from, to) ? 'ns-resize' : 'ew-resize';
    return [{ id: `segment:${i}`, at: lerp(from, to, 0.5), label: 'Move this piece', look: 'faint', cursor }];
  });
}

/** The way points, local, that bring a piece to where its handle is dragged and keep the other pieces between the ends where they are. */
export function withSegmentAt(path: Path, index: number, at: Vec): readonly Vec[] {
  const corners = cornersOf(path);
  const last = corners.length - 1;
  const from = corners[index];
  const to = corners[index + 1];
  if (!from || !to) return corners.slice(1, -1);
  const level = isLevel(from, to);
  const moved = (point: Vec): Vec => (level ? { x: point.x, y: at.y } : { x: at.x, y: point.y });
  const short = Math.min(stub / Math.max(1, distance(from, to)), 1 / 3);
  const [begun, ended] = [lerp(from, to, short), lerp(to, from, short)];
  return withoutStraight([
    ...corners.slice(1, Math.max(1, index)),
    ...(index === 0 ? [begun, moved(begun)] : [moved(from)]),
    ...(index + 1 === last ? [moved(ended), ended] : [moved(to)]),
    ...corners.slice(index + 2, -1),
  ]);
}

function isLevel(a: Vec, b: Vec): boolean {
  return Math.abs(a.x - b.x) >= Math.abs(a.y - b.y);
}

/** Neighbouring pieces that have come into line become one. */
function withoutStraight(points: readonly Vec[]): Vec[] {
  return points.filter((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (!before || !after) return true;
    const column = Math.abs(before.x - point.x) < 1 && Math.abs(after.x - point.x) < 1;
    return !column && !(Math.abs(before.y - point.y) < 1 && Math.abs(after.y - point.y) < 1);
  });
}
