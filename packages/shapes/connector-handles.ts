import type { Shape, ShapeChange, Terminal } from '@autograph/document';
import type { Handle, Scene } from '@autograph/editor';
import { type ArrowRoute, rotate, type Vec } from '@autograph/geometry';

/** Both ends, every way point, and the middle of the line to bend it. */
export function connectorHandles(shape: Shape, route: ArrowRoute): readonly Handle[] {
  const points = (shape.points ?? []).map(([x = 0, y = 0], i) => ({
    id: `point:${i}`,
    at: { x: x - shape.x, y: y - shape.y },
    label: `Bend ${i + 1}`,
  }));
  const bend = points.length === 0 ? [{ id: 'bend', at: route.middle, label: 'Bend' }] : points;
  return [{ id: 'start', at: route.start, label: 'Start' }, ...bend, { id: 'end', at: route.end, label: 'End' }];
}

/** What dragging a handle to `at` (local, px) changes; an end over `target` binds to it, elsewhere it is free. */
export function moveConnectorHandle(shape: Shape, id: string, at: Vec, target: Shape | undefined, scene: Scene): ShapeChange {
  const point = { x: at.x + shape.x, y: at.y + shape.y };
  if (id === 'start' || id === 'end') return { [id]: target ? boundTo(target, point, shape, scene) : point };
  const moved = [point.x, point.y];
  if (id === 'bend') return { points: [moved], ...((shape.route ?? 'straight') === 'straight' && { route: 'curved' }) };
  const index = Number(id.slice('point:'.length));
  return { points: (shape.points ?? []).map((old, i) => (i === index ? moved : old)) };
}

/** Share of the target's box about its centre where an end aims at the centre itself. */
const middle = 0.25;

/** An end on `target`; it aims at the very spot unless that is near the centre. The spot is in the parent's coordinates. */
function boundTo(target: Shape, spot: Vec, shape: Shape, scene: Scene): Terminal {
  const [own, other] = [scene.origin(shape), scene.origin(target)];
  const corner = { x: other.x + target.x, y: other.y + target.y };
  const centre = { x: corner.x + target.w / 2, y: corner.y + target.h / 2 };
  const upright = rotate({ x: spot.x + own.x, y: spot.y + own.y }, -target.rotation, centre);
  const share = (value: number, size: number) => (size > 0 ? Math.min(1, Math.max(0, value / size)) : 0.5);
  const anchor = { x: share(upright.x - corner.x, target.w), y: share(upright.y - corner.y, target.h) };
  const central = Math.abs(anchor.x - 0.5) < middle && Math.abs(anchor.y - 0.5) < middle;
  return central ? { shape_id: target.id } : { shape_id: target.id, anchor };
}
