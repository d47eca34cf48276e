import type { Shape } from '@autograph/document';
import type { DrawContext } from '@autograph/editor';
import { flatten, type Vec } from '@autograph/geometry';
import type { ElementRecord, Place } from './element-record.ts';
import { writeHead, writeLook } from './names.ts';

/** An arrow or line along the way that it takes on the board. */
export function lineElement(shape: Shape, place: Place, { scene, theme }: DrawContext): ElementRecord {
  const way = simplified(flatten(scene.pageOutline(shape.id) ?? [])[0]?.points ?? []);
  const [first = { x: place.x, y: place.y }] = way;
  const points = way.map(({ x, y }) => [x - first.x, y - first.y]);
  const binding = (end: Shape['start']) => (end?.shape_id === undefined ? null : { elementId: end.shape_id, focus: 0, gap: 4 });
  const curved = shape.route === 'curved' || (shape.route !== 'orthogonal' && way.length > 4);
  return {
    ...place,
    id: shape.id,
    type: shape.type === 'line' ? 'line' : 'arrow',
    x: first.x,
    y: first.y,
    width: Math.max(...points.map(([x = 0]) => x), 0) - Math.min(...points.map(([x = 0]) => x), 0),
    height: Math.max(...points.map(([, y = 0]) => y), 0) - Math.min(...points.map(([, y = 0]) => y), 0),
    points,
    strokeColor: shape.stroke === 'none' ? 'transparent' : theme.stroke(shape.stroke),
    strokeWidth: shape.stroke_width ?? 1.5,
    strokeStyle: shape.stroke_style ?? 'solid',
    roughness: writeLook(shape.look),
    roundness: curved ? { type: 2 } : null,
    startBinding: binding(shape.start),
    endBinding: binding(shape.end),
    startArrowhead: writeHead(shape.start_head),
    endArrowhead: writeHead(shape.end_head),
    lastCommittedPoint: null,
    elbowed: false,
  };
}

/** The way without points that lie within half a px of it (Ramer-Douglas-Peucker). */
function simplified(way: readonly Vec[]): readonly Vec[] {
  const [first, last] = [way[0], way.at(-1)];
  if (way.length < 3 || !first || !last) return way;
  let [farthest, at] = [0, 0];
  way.forEach((point, i) => {
    const off = distanceToSegment(point, first, last);
    if (off > farthest) [farthest, at] = [off, i];
  });
  if (farthest < 0.5) return [first, last];
  return [...simplified(way.slice(0, at + 1)).slice(0, -1), ...simplified(way.slice(at))];
}

function distanceToSegment(point: Vec, from: Vec, to: Vec): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - from.x) * dx + (point.y - from.y) * dy) / length));
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}
