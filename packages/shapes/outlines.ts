import type { Box, Path, Vec } from '@autograph/geometry';
import { distance, lerp, polygonPath } from '@autograph/geometry';

/** The local box of a shape: its size, at the origin. */
export function localBox({ w, h }: { readonly w: number; readonly h: number }): Box {
  return { x: 0, y: 0, w, h };
}

/** A closed polygon whose corners are rounded from `radius` px before each corner, or from the middle of a shorter side. */
export function roundedPolygonPath(points: readonly Vec[], radius: number): Path {
  if (radius <= 0) return polygonPath(points);
  const corners = points.flatMap((corner, i) => {
    const from = towards(corner, points.at(i - 1) ?? corner, radius);
    const to = towards(corner, points[(i + 1) % points.length] ?? corner, radius);
    return [['L', from.x, from.y] as const, ['Q', corner.x, corner.y, to.x, to.y] as const];
  });
  const [start, ...rest] = corners;
  return start ? [['M', start[1], start[2]], ...rest, ['Z']] : [];
}

function towards(from: Vec, to: Vec, reach: number): Vec {
  const length = distance(from, to);
  return length > 0 ? lerp(from, to, Math.min(reach / length, 0.5)) : from;
}
