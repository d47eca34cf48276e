import type { Shape, ShapeChange, Terminal } from '@autograph/document';
import type { Handle, Scene } from '@autograph/editor';
import { type ArrowRoute, type Box, distance, lerp, nearestOnPath, rotate, type Vec } from '@autograph/geometry';
import { connectorRoute } from './connector-route.ts';
import { segmentHandles, withSegmentAt } from './connector-segments.ts';

/**
 * Both ends; the way points with the middles between them, which bend the line where it is dragged; for right angles the pieces
 * instead; and the label, all of whose box takes hold. Of what comes from code only the ends: its way follows its layout.
 */
export function connectorHandles(shape: Shape, route: ArrowRoute, label?: Box): readonly Handle[] {
  const ends: Handle[] = [
    { id: 'start', at: route.start, label: 'Start' },
    { id: 'end', at: route.end, label: 'End' },
  ];
  if (shape.origin) return ends;
  const caption: Handle[] =
    label && label.w > 0
      ? [{ id: 'label', at: { x: label.x + label.w / 2, y: label.y + label.h / 2 }, label: 'Label', box: label, look: 'none' }]
      : [];
  return [...bends(shape, route), ...ends, ...caption];
}

function bends(shape: Shape, route: ArrowRoute): readonly Handle[] {
  if (shape.route === 'orthogonal') return segmentHandles(route.path);
  const points = localPoints(shape).map((at, i): Handle => ({ id: `point:${i}`, at, label: `Bend ${i + 1}` }));
  const stops = [route.start, ...localPoints(shape), route.end];
  const middles = stops.slice(1).map((stop, i): Handle => {
    const middle = points.length === 0 ? route.middle : (nearestOnPath(route.path, lerp(stops[i] ?? stop, stop, 0.5))?.at ?? stop);
    return { id: `bend:${i}`, at: middle, label: 'Bend', look: 'faint' };
  });
  return [...points, ...middles];
}

function localPoints(shape: Shape): Vec[] {
  return (shape.points ?? []).map(([x = 0, y = 0]) => ({ x: x - shape.x, y: y - shape.y }));
}

/** What dragging a handle to `at` (local, px) changes; an end over `target` binds to it, elsewhere it is free. */
export function moveConnectorHandle(shape: Shape, id: string, at: Vec, target: Shape | undefined, scene: Scene): ShapeChange {
  const point = { x: at.x + shape.x, y: at.y + shape.y };
  if (id === 'start' || id === 'end') return { [id]: target ? boundTo(target, point, shape, scene) : point };
  if (id === 'label') return { label_position: labelPosition(connectorRoute(shape, scene), at) };
  const [kind, number] = id.split(':');
  const index = Number(number);
  const points = shape.points ?? [];
  if (kind === 'segment')
    return { points: withSegmentAt(connectorRoute(shape, scene).path, index, at).map(({ x, y }) => [x + shape.x, y + shape.y]) };
  if (kind === 'point') return { points: points.map((old, i) => (i === index ? [point.x, point.y] : old)) };
  const straight = points.length === 0 && (shape.route ?? 'straight') === 'straight';
  return { points: [...points.slice(0, index), [point.x, point.y], ...points.slice(index)], ...(straight && { route: 'curved' }) };
}

/** What a double click on a handle changes: a way point goes; nothing for the others. */
export function openConnectorHandle(shape: Shape, id: string): ShapeChange | undefined {
  const [kind, number] = id.split(':');
  if (kind !== 'point') return undefined;
  const points = (shape.points ?? []).filter((_, i) => i !== Number(number));
  return { points: points.length > 0 ? points : null };
}

/** Share of the way within which a label returns to the middle. */
const middleReach = 0.03;

/** How far along its way a label dragged to a point sits; null in the middle. */
function labelPosition({ path }: ArrowRoute, at: Vec): number | null {
  const part = Math.round((nearestOnPath(path, at)?.part ?? 0.5) * 1000) / 1000;
  return Math.abs(part - 0.5) < middleReach ? null : part;
}

/** Share of the target's box about its centre where an end aims at the centre itself. */
const middle = 0.25;
/** How near to the middle of a side an end must be dropped to sit there, px, and in shares of the shorter side. */
const sideReach = { px: 16, share: 0.25 };

const sides: readonly Vec[] = [
  { x: 0.5, y: 0 },
  { x: 1, y: 0.5 },
  { x: 0.5, y: 1 },
  { x: 0, y: 0.5 },
];

/** An end on `target`: at its centre, at the middle of a side, or at the very spot. The spot is in the parent's coordinates. */
function boundTo(target: Shape, spot: Vec, shape: Shape, scene: Scene): Terminal {
  const [own, other] = [scene.origin(shape), scene.origin(target)];
  const corner = { x: other.x + target.x, y: other.y + target.y };
  const centre = { x: corner.x + target.w / 2, y: corner.y + target.h / 2 };
  const upright = rotate({ x: spot.x + own.x, y: spot.y + own.y }, -target.rotation, centre);
  const share = (value: number, size: number) => (size > 0 ? Math.round(Math.min(1, Math.max(0, value / size)) * 1e4) / 1e4 : 0.5);
  const anchor = { x: share(upright.x - corner.x, target.w), y: share(upright.y - corner.y, target.h) };
  if (Math.abs(anchor.x - 0.5) < middle && Math.abs(anchor.y - 0.5) < middle) return { shape_id: target.id };
  const reach = Math.min(sideReach.px, sideReach.share * Math.min(target.w, target.h));
  const side = sides.find(({ x, y }) => distance(upright, { x: corner.x + x * target.w, y: corner.y + y * target.h }) <= reach);
  return { shape_id: target.id, anchor: side ?? anchor };
}
