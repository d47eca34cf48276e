import type { Shape } from '@autograph/document';
import { type Path, polylinePath, smoothPath, type Vec } from '@autograph/geometry';
import { getStroke } from 'perfect-freehand';
import { look } from '../appearance.ts';

type Track = NonNullable<Shape['points']>;

/** The closed outline of a freehand stroke; wider where the pen pressed harder, tapering where a mouse moved fast. */
export function strokeOutline({ points = [], stroke_width }: Shape): Path {
  const width = stroke_width ?? look.strokeWidth;
  const measured = points.some(([, , pressure]) => pressure !== undefined && pressure !== 0.5);
  const outline = getStroke(
    points.map(([x = 0, y = 0, pressure = 0.5]) => ({ x, y, pressure })),
    { size: 2 + 2.4 * width, thinning: 0.55, smoothing: 0.6, streamline: 0.45, simulatePressure: !measured, last: true },
  );
  return roundedThrough(outline.map(([x = 0, y = 0]) => ({ x, y })));
}

/** Quadratics between the middles of the sides, the corners as controls. */
function roundedThrough(points: readonly Vec[]): Path {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 3) return polylinePath(points);
  const between = (a: Vec, b: Vec) => [(a.x + b.x) / 2, (a.y + b.y) / 2] as const;
  const curves = points.map((point, i) => ['Q', point.x, point.y, ...between(point, points[i + 1] ?? first)] as const);
  return [['M', ...between(last, first)], ...curves, ['Z']];
}

/** The middle of the stroke: what a press must be near to. */
export function trackPath({ points = [] }: Shape): Path {
  const track = points.map(([x = 0, y = 0]) => ({ x, y }));
  const [only] = track;
  return track.length === 1 && only ? polylinePath([only, { x: only.x + 0.01, y: only.y }]) : smoothPath(track);
}

/** The points stretched from one size to another, pressures kept. */
export function scaleTrack(points: Track, sx: number, sy: number): Track {
  return points.map(([x = 0, y = 0, ...pressure]) => [x * sx, y * sy, ...pressure]);
}
