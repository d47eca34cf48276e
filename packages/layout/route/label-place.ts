import { type Box, boxCentre, boxesIntersect, expandBox, type Vec } from '@autograph/geometry';
import { lengthOf, type Segment, segmentBox, segmentsOf } from '../segments.ts';
import type { RoutedEdge, RouteScene, Wires } from './wires.ts';

interface Size {
  readonly w: number;
  readonly h: number;
}

/** Length of line that stays visible between a label and a bend or an arrowhead, px: less where room is scarce. */
const rooms = [16, 10, 4] as const;
/** Between places tried along a piece, px. */
const step = 9;

export interface LabelPlace {
  readonly at: Vec;
  /** It meets no node, title, label or other route there. */
  readonly clear: boolean;
}

/** Where on its route a label is best placed: in the middle of a long straight piece, clear of everything. */
export function labelPlace(
  edge: Pick<RoutedEdge, 'id'>,
  size: Size,
  points: readonly Vec[],
  scene: RouteScene,
  wires: Wires,
): LabelPlace | undefined {
  const pieces = segmentsOf(points).toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const isFree = freeSpace(edge.id, points, size, scene, wires);
  const along = (piece: Segment) => (piece.vertical ? size.h : size.w);
  for (const room of rooms) {
    for (const piece of pieces) {
      const spare = (lengthOf(piece) - along(piece)) / 2 - room;
      const found = spare < 0 ? undefined : outFromMiddle(piece, spare).find((at) => isFree(labelBox(at, size)));
      if (found) return { at: found, clear: true };
    }
  }
  const anywhere = pieces.flatMap((piece) => outFromMiddle(piece, lengthOf(piece) / 2));
  const found = anywhere.find((at) => isFree(labelBox(at, size)));
  if (found) return { at: found, clear: true };
  const [longest] = pieces;
  const [middle] = longest ? outFromMiddle(longest, 0) : [];
  return middle && { at: middle, clear: false };
}

/** Places on neither node nor label nor route, with room to come in and go on, nearest to a point first. */
export function spotsForLabel(size: Size, near: Vec, edge: Pick<RoutedEdge, 'id'>, scene: RouteScene, wires: Wires, most: number): Vec[] {
  const room = { w: size.w + 12, h: size.h + 12 };
  const isFree = freeSpace(edge.id, [], { w: room.w + 32, h: room.h + 32 }, scene, wires);
  const found: Vec[] = [];
  for (let ring = 0; ring < 24 && found.length < most; ring++) {
    for (const at of ringAround(near, ring, 18)) {
      if (found.length < most && isFree(labelBox(at, room), 20)) found.push(at);
    }
  }
  return found;
}

function ringAround({ x, y }: Vec, ring: number, size: number): Vec[] {
  if (ring === 0) return [{ x, y }];
  const places: Vec[] = [];
  for (let at = -ring; at < ring; at++) {
    places.push({ x: x + at * size, y: y - ring * size }, { x: x + ring * size, y: y + at * size });
    places.push({ x: x - at * size, y: y + ring * size }, { x: x - ring * size, y: y - at * size });
  }
  return places;
}

export function labelBox({ x, y }: Vec, { w, h }: Size): Box {
  return { x: x - w / 2, y: y - h / 2, w, h };
}

/** Whether a label's box meets nothing; only what is near the route is looked at. */
function freeSpace(id: string, points: readonly Vec[], size: Size, scene: RouteScene, wires: Wires) {
  const reach = Math.max(size.w, size.h);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const area =
    points.length > 0
      ? {
          x: Math.min(...xs) - reach,
          y: Math.min(...ys) - reach,
          w: Math.max(...xs) - Math.min(...xs) + 2 * reach,
          h: Math.max(...ys) - Math.min(...ys) + 2 * reach,
        }
      : undefined;
  const near = (box: Box) => !area || boxesIntersect(area, box);
  const nodes = [...scene.nodes.values()].filter(near);
  const solid = [...scene.titles.filter(near)];
  for (const [other, box] of wires.labels) if (other !== id && near(box)) solid.push(expandBox(box, 2));
  const lines: Box[] = [];
  wires.eachSegment((segment, other) => {
    const box = segmentBox(segment, 2);
    if (other !== id && near(box)) lines.push(box);
  });
  return (box: Box, offNodes = 3) =>
    !nodes.some((node) => boxesIntersect(expandBox(node, offNodes), box)) &&
    !solid.some((other) => boxesIntersect(other, box)) &&
    !lines.some((line) => boxesIntersect(line, box));
}

/** Points of a piece from its middle outwards, at most `reach` px away. */
function outFromMiddle({ vertical, across, from, to }: Segment, reach: number): Vec[] {
  const middle = (from + to) / 2;
  const offsets = [0];
  for (let away = step; away <= reach; away += step) offsets.push(away, -away);
  return offsets.map((offset) => (vertical ? { x: across, y: middle + offset } : { x: middle + offset, y: across }));
}

export function middleBetween(a: Box, b: Box): Vec {
  const [one, other] = [boxCentre(a), boxCentre(b)];
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
