import type { Box } from './box.ts';
import type { Path, PathCommand } from './path.ts';
import { distance, lerp, type Vec } from './vec.ts';

/** Distance of a cubic's controls that best fits a quarter circle of radius 1. */
const quarter = 0.5522847498307936;

export function rectanglePath({ x, y, w, h }: Box): Path {
  return [['M', x, y], ['L', x + w, y], ['L', x + w, y + h], ['L', x, y + h], ['Z']];
}

/** A rectangle with round corners; the radius is cut to half of the shorter side. */
export function roundedRectanglePath(box: Box, radius: number): Path {
  const { x, y, w, h } = box;
  const r = Math.max(0, Math.min(radius, Math.abs(w) / 2, Math.abs(h) / 2));
  if (r === 0) return rectanglePath(box);
  const k = r * (1 - quarter);
  return [
    ['M', x + r, y],
    ['L', x + w - r, y],
    ['C', x + w - k, y, x + w, y + k, x + w, y + r],
    ['L', x + w, y + h - r],
    ['C', x + w, y + h - k, x + w - k, y + h, x + w - r, y + h],
    ['L', x + r, y + h],
    ['C', x + k, y + h, x, y + h - k, x, y + h - r],
    ['L', x, y + r],
    ['C', x, y + k, x + k, y, x + r, y],
    ['Z'],
  ];
}

/** The ellipse that fills the box, clockwise from its top. */
export function ellipsePath({ x, y, w, h }: Box): Path {
  const rx = w / 2;
  const ry = h / 2;
  const cx = x + rx;
  const cy = y + ry;
  const kx = rx * quarter;
  const ky = ry * quarter;
  return [
    ['M', cx, y],
    ['C', cx + kx, y, x + w, cy - ky, x + w, cy],
    ['C', x + w, cy + ky, cx + kx, y + h, cx, y + h],
    ['C', cx - kx, y + h, x, cy + ky, x, cy],
    ['C', x, cy - ky, cx - kx, y, cx, y],
    ['Z'],
  ];
}

export function polygonPath(points: readonly Vec[]): Path {
  return points.length === 0 ? [] : [...polylinePath(points), ['Z']];
}

export function polylinePath(points: readonly Vec[]): Path {
  return points.map((point, i): PathCommand => [i === 0 ? 'M' : 'L', point.x, point.y]);
}

/** A polyline whose corners are rounded by up to `radius` px. */
export function roundedPolylinePath(points: readonly Vec[], radius: number): Path {
  const commands: PathCommand[] = [];
  points.forEach((point, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    if (!before) commands.push(['M', point.x, point.y]);
    else if (!after || radius <= 0) commands.push(['L', point.x, point.y]);
    else {
      const into = distance(before, point);
      const out = distance(point, after);
      const r = Math.min(radius, into / 2, out / 2);
      if (r < 0.5) commands.push(['L', point.x, point.y]);
      else {
        const from = lerp(point, before, r / into);
        const to = lerp(point, after, r / out);
        commands.push(['L', from.x, from.y], ['Q', point.x, point.y, to.x, to.y]);
      }
    }
  });
  return commands;
}

/** A smooth curve through all points (Catmull-Rom as cubics, tension 1/2). */
export function smoothPath(points: readonly Vec[]): Path {
  const commands: PathCommand[] = [];
  points.forEach((point, i) => {
    const before = points[i - 1];
    if (!before) {
      commands.push(['M', point.x, point.y]);
      return;
    }
    const earlier = points[i - 2] ?? before;
    const later = points[i + 1] ?? point;
    const most = 0.36 * Math.hypot(point.x - before.x, point.y - before.y);
    const [out, into] = [handle(earlier, point, most), handle(before, later, most)];
    commands.push(['C', before.x + out.x, before.y + out.y, point.x - into.x, point.y - into.y, point.x, point.y]);
  });
  return commands;
}

/** A sixth of the way from one point to another, or less: a handle longer than its piece would swing out beyond it. */
function handle(from: Vec, to: Vec, most: number): Vec {
  const [dx, dy] = [(to.x - from.x) / 6, (to.y - from.y) / 6];
  const length = Math.hypot(dx, dy);
  const share = length > most ? most / length : 1;
  return { x: dx * share, y: dy * share };
}
