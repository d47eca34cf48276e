import { type Box, unionBoxes } from './box.ts';
import { flatten, type Polyline } from './flatten.ts';
import type { Path } from './path.ts';
import { RecentCache } from './recent-cache.ts';
import { distance, lerp, normalize, subtract, type Vec } from './vec.ts';

const bounds = new RecentCache<Path, Box>(2000);

/** The exact box of the path (curves by their extrema); undefined for an empty one. Remembered for each path value. */
export function pathBounds(path: Path): Box | undefined {
  const known = bounds.get(path);
  if (known) return known;
  const made = findBounds(path);
  if (made) bounds.set(path, made);
  return made;
}

function findBounds(path: Path): Box | undefined {
  const boxes: Box[] = [];
  let at: Vec = { x: 0, y: 0 };
  let first = at;
  for (const command of path) {
    switch (command[0]) {
      case 'Z':
        at = first;
        break;
      case 'M':
        at = { x: command[1], y: command[2] };
        first = at;
        boxes.push({ ...at, w: 0, h: 0 });
        break;
      case 'L':
        at = { x: command[1], y: command[2] };
        boxes.push({ ...at, w: 0, h: 0 });
        break;
      case 'Q': {
        const [, cx, cy, x, y] = command;
        const [x1, x2] = quadraticRange(at.x, cx, x);
        const [y1, y2] = quadraticRange(at.y, cy, y);
        boxes.push({ x: x1, y: y1, w: x2 - x1, h: y2 - y1 });
        at = { x, y };
        break;
      }
      case 'C': {
        const [, c1x, c1y, c2x, c2y, x, y] = command;
        const [x1, x2] = cubicRange(at.x, c1x, c2x, x);
        const [y1, y2] = cubicRange(at.y, c1y, c2y, y);
        boxes.push({ x: x1, y: y1, w: x2 - x1, h: y2 - y1 });
        at = { x, y };
      }
    }
  }
  return unionBoxes(boxes);
}

function quadraticRange(a: number, b: number, c: number): [number, number] {
  return cubicRange(a, a + ((b - a) * 2) / 3, c + ((b - c) * 2) / 3, c);
}

function cubicRange(a: number, b: number, c: number, d: number): [number, number] {
  let low = Math.min(a, d);
  let high = Math.max(a, d);
  if (b >= low && b <= high && c >= low && c <= high) return [low, high];
  const p = -a + 3 * b - 3 * c + d;
  const q = 2 * (a - 2 * b + c);
  const r = b - a;
  for (const t of roots(p, q, r)) {
    if (t <= 0 || t >= 1) continue;
    const u = 1 - t;
    const value = u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

function roots(p: number, q: number, r: number): number[] {
  if (Math.abs(p) < 1e-9) return Math.abs(q) < 1e-9 ? [] : [-r / q];
  const square = q * q - 4 * p * r;
  if (square < 0) return [];
  const root = Math.sqrt(square);
  return [(-q + root) / (2 * p), (-q - root) / (2 * p)];
}

/** Whether the point lies inside the closed subpaths, by the even-odd rule. */
export function pathContains(path: Path, point: Vec): boolean {
  let inside = false;
  for (const line of flatten(path)) {
    if (!line.closed) continue;
    eachSegment(line, (a, b) => {
      if (a.y > point.y !== b.y > point.y && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
    });
  }
  return inside;
}

/** The point of the path closest to `point`, with its distance in px and how far along it lies (0..1 of the length); undefined for an empty path. */
export function nearestOnPath(path: Path, point: Vec): { readonly at: Vec; readonly distance: number; readonly part: number } | undefined {
  let best: { at: Vec; distance: number; along: number } | undefined;
  let length = 0;
  for (const line of flatten(path)) {
    eachSegment(line, (a, b) => {
      const at = lerp(a, b, nearestPart(a, b, point));
      const away = distance(at, point);
      if (!best || away < best.distance) best = { at, distance: away, along: length + distance(a, at) };
      length += distance(a, b);
    });
  }
  return best && { at: best.at, distance: best.distance, part: length > 0 ? best.along / length : 0 };
}

/** How far a point is from the path, px; undefined for an empty one. */
export function distanceToPath(path: Path, point: Vec): number | undefined {
  let least = Infinity;
  for (const line of flatten(path)) {
    eachSegment(line, (a, b) => {
      const part = nearestPart(a, b, point);
      const dx = a.x + part * (b.x - a.x) - point.x;
      const dy = a.y + part * (b.y - a.y) - point.y;
      least = Math.min(least, dx * dx + dy * dy);
    });
  }
  return least === Infinity ? undefined : Math.sqrt(least);
}

/** How far along the segment, 0..1, it is closest to the point. */
function nearestPart(a: Vec, b: Vec, point: Vec): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  return square === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / square));
}

/** Where the segment from `a` to `b` meets the path: parts of the way (0..1), ascending. */
export function crossings(path: Path, a: Vec, b: Vec): number[] {
  const found: number[] = [];
  for (const line of flatten(path)) {
    eachSegment(line, (c, d) => {
      const t = crossing(a, b, c, d);
      if (t !== undefined) found.push(t);
    });
  }
  return found.sort((s, t) => s - t);
}

/** Part of the way from `a` to `b` where the segments a-b and c-d meet; undefined when they do not or are parallel. */
export function crossing(a: Vec, b: Vec, c: Vec, d: Vec): number | undefined {
  const rx = b.x - a.x;
  const ry = b.y - a.y;
  const sx = d.x - c.x;
  const sy = d.y - c.y;
  const cross = rx * sy - ry * sx;
  if (Math.abs(cross) < 1e-12) return undefined;
  const t = ((c.x - a.x) * sy - (c.y - a.y) * sx) / cross;
  const u = ((c.x - a.x) * ry - (c.y - a.y) * rx) / cross;
  return t >= -1e-9 && t <= 1 + 1e-9 && u >= -1e-9 && u <= 1 + 1e-9 ? Math.max(0, Math.min(1, t)) : undefined;
}

/** Whether any part of the path lies in the box: its line crosses it, or it (closed) encloses the box. */
export function pathMeetsBox(path: Path, box: Box): boolean {
  const right = box.x + box.w;
  const bottom = box.y + box.h;
  let meets = false;
  for (const line of flatten(path)) {
    eachSegment(line, (a, b) => {
      meets ||= segmentMeetsBox(a, b, box.x, box.y, right, bottom);
    });
    if (meets) return true;
  }
  return pathContains(path, { x: box.x, y: box.y });
}

function segmentMeetsBox(a: Vec, b: Vec, left: number, top: number, right: number, bottom: number): boolean {
  let from = 0;
  let to = 1;
  const clip = (start: number, delta: number, low: number, high: number): boolean => {
    if (delta === 0) return start >= low && start <= high;
    const s = (low - start) / delta;
    const t = (high - start) / delta;
    from = Math.max(from, Math.min(s, t));
    to = Math.min(to, Math.max(s, t));
    return from <= to;
  };
  return clip(a.x, b.x - a.x, left, right) && clip(a.y, b.y - a.y, top, bottom);
}

/** Whether all of `inner` lies inside the closed subpaths of `outer` and meets them nowhere. */
export function pathEncloses(outer: Path, inner: Path): boolean {
  return flatten(inner).every((line) => {
    if (!line.points.every((point) => pathContains(outer, point))) return false;
    let meets = false;
    eachSegment(line, (a, b) => {
      meets ||= crossings(outer, a, b).length > 0;
    });
    return !meets;
  });
}

/** The path's length, px. */
export function pathLength(path: Path): number {
  let length = 0;
  for (const line of flatten(path)) eachSegment(line, (a, b) => (length += distance(a, b)));
  return length;
}

/** The point and unit direction at a part (0..1) of the path's length. */
export function pointAlong(path: Path, part: number): { readonly at: Vec; readonly direction: Vec } {
  let left = pathLength(path) * part;
  let found: { at: Vec; direction: Vec } | undefined;
  let last: { at: Vec; direction: Vec } = { at: flatten(path)[0]?.points[0] ?? { x: 0, y: 0 }, direction: { x: 1, y: 0 } };
  for (const line of flatten(path)) {
    eachSegment(line, (a, b) => {
      const length = distance(a, b);
      if (found || length === 0) return;
      const direction = normalize(subtract(b, a));
      if (left <= length) found = { at: lerp(a, b, left / length), direction };
      left -= length;
      last = { at: b, direction };
    });
  }
  return found ?? last;
}

function eachSegment(line: Polyline, visit: (a: Vec, b: Vec) => void): void {
  const { points } = line;
  let before = points[0];
  if (!before) return;
  if (points.length === 1) visit(before, before);
  for (let i = 1; i < points.length; i++) {
    const point = points[i];
    if (!point) continue;
    visit(before, point);
    before = point;
  }
  const first = points[0];
  if (line.closed && first) visit(before, first);
}
